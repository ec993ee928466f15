import { useState } from 'react'
import type { Concentration } from '#shared/model/insight.ts'
import { formatNumber } from '#shared/text/format.ts'
import { useAnswer } from '../../lib/engine.ts'
import { routeToScore, type ScoreChoice } from '../../lib/scoreRoutes.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { areasText } from '../../text/areas.ts'
import { scoreInsightText } from '../../text/scoreInsight.ts'
import { shownCount } from '../../text/scores.ts'
import '../../parts/PlainTable.css'

const text = scoreInsightText.concentration
const levels = ['buurt', 'wijk'] as const
const FIRST = 12
const SURE = 0.95

/** Where a branch is concentrated: location quotient with its interval, strongest first. */
export function Concentrations({ choice }: { choice: ScoreChoice }) {
  const [level, setLevel] = useState<(typeof levels)[number]>('wijk')
  const answer = useAnswer('branch.concentration', { branch: choice.code, level })
  return (
    <>
      <div className="score-tab-head">
        <h3>{text.title}</h3>
        <Segmented label={text.level} options={levels.map((id) => ({ id, label: areasText.levels[id] }))} value={level} onChange={setLevel} />
      </div>
      <Answered answer={answer}>
        {(found) => (found.length === 0 ? <p className="small soft">{text.none}</p> : <Strongest key={level} found={found} level={level} phenomenon={choice.phenomenon} />)}
      </Answered>
    </>
  )
}

function Strongest({ found, level, phenomenon }: { found: readonly Concentration[]; level: (typeof levels)[number]; phenomenon: ScoreChoice['phenomenon'] }) {
  const { go } = useSession()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? found : found.slice(0, FIRST)
  const most = Math.max(2, ...shown.map(({ upper }) => upper))
  return (
    <>
      <table className="plain-table score-quotients">
        <PlainHead headings={[text.columns.place, text.columns.quotient, { numeric: text.columns.observed }, { numeric: text.columns.expected }]} />
        <tbody>
          {shown.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <TextLink onPress={() => go(routeToScore({ phenomenon, level, code: row.code }))}>{row.name}</TextLink>
              </th>
              <td>
                <Quotient row={row} most={most} />
              </td>
              <td className="numeric">{shownCount(row.observed)}</td>
              <td className="numeric">{formatNumber(row.expected, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!isAll && found.length > FIRST && (
        <div>
          <Button variant="quiet" onPress={() => setAll(true)}>
            {text.all(found.length)}
          </Button>
        </div>
      )}
      <p className="small soft">{text.reading}</p>
    </>
  )
}

/** The quotient and its interval on the axis that all rows share, with a line at 1. */
function Quotient({ row: { quotient, lower, upper, probability }, most }: { row: Concentration; most: number }) {
  const at = (value: number) => `${((Math.min(value, most) / most) * 96 + 2).toFixed(2)}%`
  return (
    <span className="score-quotient" title={text.words(quotient, lower, upper)}>
      <span>{formatNumber(quotient, 2)}</span>
      <svg aria-hidden>
        <line className="score-median" x1={at(1)} x2={at(1)} y1="0" y2="100%" />
        <line className="score-range" x1={at(lower)} x2={at(upper)} y1="50%" y2="50%" />
        <circle className={probability >= SURE ? 'score-point' : 'score-raw'} cx={at(quotient)} cy="50%" r="4" />
      </svg>
    </span>
  )
}
