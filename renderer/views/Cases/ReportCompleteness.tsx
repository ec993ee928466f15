import type { SavedReport } from '#shared/contract/policeReport.ts'
import { ReportQuestion } from '#shared/model/policeReport.ts'
import { reportQuestionLabel } from '#shared/text/policeReport.ts'
import { reportText as text } from '../../text/policeReport.ts'

/** How many of the questions are answered as it stands typed, and which are not. */
export function ReportCompleteness({ open, saved }: { open: readonly ReportQuestion[]; saved: SavedReport | undefined }) {
  const total = ReportQuestion.options.length
  const answered = total - open.length
  return (
    <aside className="dialog-stack case-report-side" aria-label={text.completeness}>
      <h3>{text.completeness}</h3>
      <p role="status">{text.answered(answered, total)}</p>
      <div className="case-report-meter" aria-hidden>
        <div style={{ width: `${(100 * answered) / total}%` }} />
      </div>
      {open.length > 0 && (
        <div>
          <p className="small soft">{text.open}</p>
          <ul className="small">
            {open.map((question) => (
              <li key={question}>{reportQuestionLabel[question]}</li>
            ))}
          </ul>
        </div>
      )}
      {saved && <p className="small soft">{text.changed(saved.changedAt, saved.changedBy)}</p>}
    </aside>
  )
}
