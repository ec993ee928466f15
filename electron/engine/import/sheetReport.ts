import type { DroppedColumn, SheetMapping, SheetReport } from '#shared/model/source.ts'
import { columnLetter } from '../normalise/headings.ts'
import type { Reader } from '../store/database.ts'
import { countsOf, groupsOfIssues, hiddenColumnsOf, pageOfIssues } from '../store/deliveries.ts'
import { areasBeside } from '../store/registers.ts'
import { toRowIssue } from './issues.ts'
import { forbiddenSort, kindOf } from './kinds.ts'
import type { RowPlan } from './rowPlan.ts'

const SHOWN_ISSUES = 200
const MOST_GROUPS = 100

/** Columns that are not taken in, forbidden ones also when the mapping wanted them. */
export function droppedOf(mapping: SheetMapping, plan: RowPlan): DroppedColumn[] {
  const used = new Set(plan.mapped.map((one) => one.column))
  const fields = new Set(plan.mapped.map((one) => one.field.id))
  return mapping.columns
    .filter(({ column }) => !used.has(column))
    .map(({ heading, field, reason }): DroppedColumn => {
      if (forbiddenSort(heading) !== null) return { heading, reason: 'forbidden' }
      if (field !== null && fields.has(field)) return { heading, reason: 'duplicate' }
      return { heading, reason: reason.includes('leeg') ? 'empty' : 'not-listed' }
    })
}

/** What came of a sheet, as the vault has it now. */
export function reportOf(
  reader: Reader, mapping: SheetMapping, deliveryId: number, dropped: DroppedColumn[], { isRepeat, change }: Pick<SheetReport, 'isRepeat' | 'change'>,
): SheetReport {
  const counts = countsOf(reader, deliveryId)
  const headings = new Map(mapping.columns.map(({ column, heading }) => [column, heading]))
  const { issues, total } = pageOfIssues(reader, deliveryId, 0, SHOWN_ISSUES)
  return {
    deliveryId, sheet: mapping.sheet, kind: mapping.kind, kindLabel: kindOf(mapping.kind).label, ...counts,
    ignored: counts.rowsRead - counts.accepted - counts.refused, isRepeat, dropped, issueCount: total, change, areasLeft: isRepeat || kindOf(mapping.kind).table !== 'area' ? [] : areasBeside(reader, deliveryId), hiddenColumns: hiddenColumnsOf(reader, deliveryId),
    groups: groupsOfIssues(reader, deliveryId, MOST_GROUPS).map(({ columnIndex, ...group }) => ({
      ...group, column: columnIndex < 0 ? '' : columnLetter(columnIndex), heading: headings.get(columnIndex) ?? '',
    })),
    issues: issues.map((issue) => toRowIssue(issue, mapping)),
  }
}
