import type { CaseFile } from '#shared/contract/dossier.ts'
import type { AttentionClass, Explanation, ScorePart, ShownCount } from '#shared/model/score.ts'
import { capitalise, formatNumber, formatPercent, formatSigned } from '#shared/text/format.ts'
import { attentionClassLabel, scoreLevelLabel } from '#shared/text/terms.ts'
import { routeToScore } from '../../lib/scoreRoutes.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Pill, type PillTone } from '../../parts/Pill.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { casesText } from '../../text/cases.ts'
import '../../parts/PlainTable.css'

const text = casesText.context
const tones: Record<AttentionClass, PillTone> = { lower: 'neutral', average: 'soft', higher: 'strong', insufficient: 'hatched' }

/** The scores of the areas and branches around the subjects. */
export function ContextTab({ file }: { file: CaseFile }) {
  return (
    <div className="case-scroll">
      <Notice>{text.notice}</Notice>
      {file.scores.length === 0 && (
        <Card>
          <p className="soft">{text.none}</p>
        </Card>
      )}
      {file.scores.map((explanation) => (
        <ScoreCard key={`${explanation.score.level} ${explanation.score.code}`} explanation={explanation} />
      ))}
    </div>
  )
}

function ScoreCard({ explanation: { score, parts, missing } }: { explanation: Explanation }) {
  const { go } = useSession()
  const { code, name, level, phenomenon } = score
  const open = (
    <Button variant="quiet" onPress={() => go(routeToScore({ phenomenon, level, code }))}>
      {text.open}
    </Button>
  )
  return (
    <Card title={`${capitalise(scoreLevelLabel[level])} ${name}`} aside={open}>
      <p className="case-score">
        <Pill tone={tones[score.class]}>{attentionClassLabel[score.class]}</Pill>
        {score.score !== null && <span>{`${text.score} ${formatSigned(score.score, 2)}`}</span>}
        {score.lower !== null && score.upper !== null && <span className="soft">{text.interval(formatNumber(score.lower, 2), formatNumber(score.upper, 2))}</span>}
        <span className="soft">{text.peers(score.peerGroup, score.peers)}</span>
        <span className="soft">{text.completeness(formatPercent(score.completeness))}</span>
      </p>
      {parts.length > 0 && <Parts parts={parts} sum={score.score} />}
      {missing.length > 0 && <p className="small soft">{`${text.missing}: ${missing.map(({ label, reason }) => `${label} (${reason})`).join('; ')}`}</p>}
    </Card>
  )
}

function Parts({ parts, sum }: { parts: readonly ScorePart[]; sum: number | null }) {
  const { columns } = text
  return (
    <table className="plain-table">
      <caption className="unseen">{text.parts}</caption>
      <PlainHead headings={[columns.indicator, { numeric: columns.observed }, { numeric: columns.expected }, { numeric: columns.weight }, { numeric: columns.contribution }]} />
      <tbody>
        {parts.map((part) => (
          <tr key={part.indicator}>
            <th scope="row">{part.label}</th>
            <td className="numeric">{text.of(shown(part.observed), formatNumber(part.exposure))}</td>
            <td className="numeric">{formatNumber(part.expected, 1)}</td>
            <td className="numeric">{formatNumber(part.weight, 2)}</td>
            <td className="numeric">{signed(part.contribution)}</td>
          </tr>
        ))}
        {sum !== null && (
          <tr className="plain-total">
            <th scope="row" colSpan={4}>
              {text.sum}
            </th>
            <td className="numeric">{signed(sum)}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function shown(count: ShownCount): string {
  return typeof count === 'number' ? formatNumber(count) : count
}

function signed(value: number | null): string {
  return value === null ? '' : formatSigned(value, 2)
}
