import type { Counterfactual } from '#shared/model/insight.ts'
import { formatNumber } from '#shared/text/format.ts'
import { attentionClassLabel, deliveryKindLabel } from '#shared/text/terms.ts'
import { useAnswer } from '../../lib/engine.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { Answered } from '../../parts/Answered.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { scoreInsightText } from '../../text/scoreInsight.ts'
import '../../parts/PlainTable.css'

const text = scoreInsightText.leftOut

/** What would be otherwise: without one department, without the fewest events, without repeated reports. */
export function LeftOut({ choice }: { choice: ScoreChoice }) {
  const answer = useAnswer('score.counterfactual', choice)
  return (
    <Answered answer={answer}>
      {(found) => (
        <>
          <h3>{text.suppliers}</h3>
          {found.withoutSupplier.length === 0 ? <p className="small soft">{text.noSuppliers}</p> : <Suppliers of={found} />}
          <h3>{text.fewest}</h3>
          <Fewest of={found} />
          <h3>{text.sources}</h3>
          {found.sources.length === 0 && <p className="small soft">{text.noSources}</p>}
          {found.sources.map(({ indicator, label, rows, counted }) => (
            <p key={indicator} className="small">
              <strong>{label}.</strong> {text.counted(rows, counted)}
            </p>
          ))}
          <p className="small soft">{text.same}</p>
        </>
      )}
    </Answered>
  )
}

function Suppliers({ of }: { of: Counterfactual }) {
  const { columns } = text
  return (
    <table className="plain-table">
      <PlainHead headings={[columns.without, { numeric: columns.events }, { numeric: columns.score }, columns.class]} />
      <tbody>
        {of.withoutSupplier.map(({ kind, supplier, events, score, class: found }) => (
          <tr key={`${kind} ${supplier}`}>
            <th scope="row">
              {supplier} <span className="soft">{deliveryKindLabel[kind] ?? kind}</span>
            </th>
            <td className="numeric">{formatNumber(events)}</td>
            <td className="numeric">{score === null ? '–' : formatNumber(score, 2)}</td>
            <td>{found === of.class ? attentionClassLabel[found] : <strong>{attentionClassLabel[found]}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Fewest({ of: { class: found, fewest } }: { of: Counterfactual }) {
  if (found !== 'higher') return <p className="small soft">{text.onlyHigher}</p>
  if (fewest === null) return <p className="small">{text.firm}</p>
  return (
    <div className="small">
      <p>{text.rests(fewest.events, attentionClassLabel[fewest.class])}</p>
      <ul className="score-bullets">
        {fewest.parts.map(({ indicator, label, absent, of }) => (
          <li key={indicator}>{text.absent(absent, of, label)}</li>
        ))}
      </ul>
    </div>
  )
}
