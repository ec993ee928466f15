import type { ImportReport, SheetReport } from '#shared/model/source.ts'
import { areasLeftLines } from '#shared/text/areasLeft.ts'
import { formatNumber } from '#shared/text/format.ts'
import { hiddenPartLines } from '#shared/text/hiddenParts.ts'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { sourcesText } from '../../text/sources.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { IssueGroups } from './IssueGroups.tsx'
import { IssueTable } from './IssueTable.tsx'
import { SaveRows } from './SaveRows.tsx'

const text = sourcesText.report
const counted = ['rowsRead', 'accepted', 'repaired', 'refused', 'ignored'] as const

/** What a dry run gives, or what was taken in: counts and issues per sheet. */
export function Report({ report, isTaken, file }: { report: ImportReport; isTaken: boolean; file: string }) {
  return (
    <section className="sources-report" aria-label={isTaken ? text.taken : text.preview}>
      <h3>{isTaken ? text.taken : text.preview}</h3>
      {report.sheets.map((sheet) => (
        <SheetOutcome key={sheet.sheet} sheet={sheet} file={file} hasOthers={report.sheets.length > 1} isTaken={isTaken} />
      ))}
    </section>
  )
}

function SheetOutcome({ sheet, file, hasOthers, isTaken }: { sheet: SheetReport; file: string; hasOthers: boolean; isTaken: boolean }) {
  const title = hasOthers ? `${sheet.sheet} · ${sheet.kindLabel}` : sheet.kindLabel
  return (
    <Card title={title} aside={sheet.issues.length > 0 ? text.shown(sheet.issues.length, sheet.issueCount) : undefined}>
      {sheet.isRepeat && <Notice>{text.repeat}</Notice>}
      <dl className="sources-counts">
        {counted.map((count) => (
          <div key={count} className="sources-count">
            <dt>{text.counts[count]}</dt>
            <dd className="tabular">{formatNumber(sheet[count])}</dd>
          </div>
        ))}
      </dl>
      <Remarks lines={[...areasLeftLines(sheet.areasLeft, isTaken ? text.wholeTaken : text.whole), ...hiddenPartLines(sheet)]} />
      {sheet.deliveryId !== null && <SaveRows deliveryId={sheet.deliveryId} file={file} refused={sheet.refused} issues={sheet.issueCount} />}
      {sheet.change && <ChangeTable change={sheet.change} isTaken={isTaken} />}
      <Issues sheet={sheet} />
    </Card>
  )
}

/** What a delivery of areas leaves standing, and what was read though nobody sees it who opens the workbook. */
function Remarks({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <div className="sources-hidden">
      <Notice>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Notice>
    </div>
  )
}

/** So many remarks are read one by one; more of them first per reason. */
const FEW = 25

function Issues({ sheet }: { sheet: SheetReport }) {
  if (sheet.issues.length === 0) return <p className="soft">{text.fine}</p>
  if (sheet.issueCount <= FEW) return <IssueTable issues={sheet.issues} />
  return (
    <>
      <IssueGroups groups={sheet.groups} />
      <details className="sources-each">
        <summary>{sourcesText.groups.each}</summary>
        <IssueTable issues={sheet.issues} />
      </details>
    </>
  )
}
