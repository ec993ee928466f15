import type { RowIssue, SheetMapping } from '#shared/model/source.ts'
import { columnLetter } from '../normalise/headings.ts'
import type { Reader } from '../store/database.ts'
import { pageOfIssues, type StoredIssue } from '../store/deliveries.ts'
import { deliveryOf } from './deliveryMapping.ts'

/** An issue as it is shown: with the letter and the heading of its column. */
export function toRowIssue(issue: StoredIssue, mapping: Pick<SheetMapping, 'sheet' | 'columns'>): RowIssue {
  const isWholeRow = issue.columnIndex < 0
  return {
    sheet: mapping.sheet,
    row: issue.row,
    column: isWholeRow ? '' : columnLetter(issue.columnIndex),
    heading: isWholeRow ? '' : (mapping.columns.find((one) => one.column === issue.columnIndex)?.heading ?? ''),
    value: issue.value,
    severity: issue.severity,
    reason: issue.reason,
  }
}

/** A page of what happened to the rows of a delivery, refusals first. @throws ProblemError `not-found` */
export function listIssues(reader: Reader, deliveryId: number, offset: number, limit: number): { issues: RowIssue[]; total: number } {
  const { sheet, mapping } = deliveryOf(reader, deliveryId)
  const { issues, total } = pageOfIssues(reader, deliveryId, offset, limit)
  return { issues: issues.map((issue) => toRowIssue(issue, { sheet, columns: mapping.columns })), total }
}
