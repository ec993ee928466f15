import type { ScoreTerms } from '#shared/contract/scoreTerms.ts'
import { formatMoment } from '#shared/text/format.ts'
import { useAnswer, useCommand } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { Destroying } from '../../parts/Destroying.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { controlsText } from '../../text/controls.ts'
import { retentionTermsText, scoresDestroyingText as words } from '../../text/retentionTerms.ts'
import '../../parts/PlainTable.css'

const text = retentionTermsText.scores

/** The sets of scores of which the term is over, asked for and decided on together. */
export function ScoresDue() {
  const answer = useAnswer('score.terms', {})
  return (
    <Card title={text.title}>
      <Answered answer={answer}>
        {(terms) => (
          <div className="dialog-stack">
            <p className="soft">{text.why(terms.months)}</p>
            {terms.sets.some(({ stays }) => stays === 'standing') && <Notice>{text.standing}</Notice>}
            {terms.sets.length === 0 ? <p className="soft">{text.none}</p> : <Sets sets={terms.sets} />}
            <Deciding terms={terms} />
          </div>
        )}
      </Answered>
    </Card>
  )
}

function Deciding({ terms: { sets, asked } }: { terms: ScoreTerms }) {
  const { may } = useSession()
  const [ask, asking] = useCommand('score.askDestruction')
  const [decide, deciding] = useCommand('score.decideDestruction')
  const due = sets.filter(({ stays }) => stays === null).length
  if (due === 0 && asked === null) return sets.length === 0 ? null : <p className="soft">{text.noneDue}</p>

  return (
    <>
      <p>{text.due(due)}</p>
      {asked && <p className="small soft">{text.waiting(asked.count)}</p>}
      <Destroying
        about="scores"
        words={words}
        asked={asked ?? undefined}
        mayDecide={may('score.decideDestruction')}
        problem={asking.problem ?? deciding.problem}
        onAsk={(motive) => void ask({ motive })}
        decide={decide}
      />
    </>
  )
}

function Sets({ sets }: Pick<ScoreTerms, 'sets'>) {
  const { columns } = text
  return (
    <table className="plain-table" aria-label={text.list}>
      <PlainHead headings={[columns.set, columns.at, columns.by, { numeric: columns.indicators }, columns.fate]} />
      <tbody>
        {sets.map((set) => (
          <tr key={set.id}>
            <th scope="row">{controlsText.recompute.name(set)}</th>
            <td className="nowrap">{formatMoment(set.at)}</td>
            <td>{set.by}</td>
            <td className="numeric">{set.indicatorSet}</td>
            <td>{text.fate(set.stays)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
