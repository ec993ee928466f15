import { formatNumber } from '#shared/text/format.ts'
import { termLines } from '#shared/text/retentionTerms.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Card } from '../../parts/Card.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { retentionTermsText as text } from '../../text/retentionTerms.ts'
import { DossiersDue } from '../Bibob/DossiersDue.tsx'
import { LogDue } from './LogDue.tsx'
import { ScoresDue } from './ScoresDue.tsx'
import '../../parts/PlainTable.css'

/** How long what is kept, and what of it is over; with what has no other place to be destroyed. */
export function TermsTab() {
  const { may, go } = useSession()
  return (
    <div className="account-scroll">
      <p className="soft">
        {text.why} <TextLink onPress={() => go({ screen: 'handbook', subject: 'bewaren-en-vernietigen' })}>{text.more}</TextLink>
      </p>
      <Terms />
      {may('bibob.terms') && <DossiersDue />}
      {may('score.terms') && <ScoresDue />}
      {may('audit.terms') && <LogDue />}
    </div>
  )
}

function Terms() {
  const terms = useAnswer('retention.terms', {})
  const due = useAnswer('retention.due', {}).value
  const { columns } = text
  return (
    <Card title={text.title}>
      <Answered answer={terms}>
        {(kept) => (
          <table className="plain-table" aria-label={text.title}>
            <PlainHead headings={[columns.what, columns.term, columns.from, { numeric: columns.due }, columns.where]} />
            <tbody>
              {due && termLines(kept, due).map((line) => (
                <tr key={line.what}>
                  <th scope="row">{line.what}</th>
                  <td>{line.term}</td>
                  <td>{line.from}</td>
                  <td className="numeric">{line.due === null ? '–' : formatNumber(line.due)}</td>
                  <td>{line.where}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answered>
    </Card>
  )
}
