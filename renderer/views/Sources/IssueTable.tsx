import { useState } from 'react'
import type { RowIssue } from '#shared/model/source.ts'
import { capitalise } from '#shared/text/format.ts'
import { issueSeverityLabel } from '#shared/text/terms.ts'
import { byNumber, type Column } from '../../parts/columns.ts'
import { Pill } from '../../parts/Pill.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Table } from '../../parts/Table.tsx'
import { issueFilters, sourcesText } from '../../text/sources.ts'

const text = sourcesText.issues
/** px; a reason takes two lines */
const ROW_HEIGHT = 44
/** room for the words when there are none */
const FEWEST_ROWS = 3
type Filter = RowIssue['severity'] | 'all'

export interface IssueTableProps {
  issues: readonly RowIssue[]
  /** how many there are in all, when they come in pages */
  total?: number
  onReachEnd?: () => void
}

/** Every value that was refused, repaired or left out, with its place and reason. */
export function IssueTable({ issues, total, onReachEnd }: IssueTableProps) {
  const [filter, setFilter] = useState<Filter>('all')
  const present = issueFilters.filter((severity) => issues.some((issue) => issue.severity === severity))
  const options: readonly { id: Filter; label: string }[] = [{ id: 'all', label: text.all }, ...present.map((id) => ({ id, label: capitalise(issueSeverityLabel[id]) }))]
  const shown = filter === 'all' ? issues : issues.filter(({ severity }) => severity === filter)
  const paging = filter === 'all' && total !== undefined && onReachEnd ? { total, onReachEnd } : {}
  return (
    <div className="sources-issues">
      {present.length > 1 && <Segmented label={text.filter} options={options} value={filter} onChange={setFilter} />}
      <div className="sources-issue-rows" style={{ '--rows': Math.max(shown.length, FEWEST_ROWS), '--row': `${ROW_HEIGHT}px` }}>
        <Table label={text.title} columns={columns} rows={shown.map((issue, place) => ({ ...issue, place }))} rowKey={({ place }) => String(place)} rowHeight={ROW_HEIGHT} empty={text.none} {...paging} />
      </div>
    </div>
  )
}

interface PlacedIssue extends RowIssue {
  /** place in the list; an issue has no number of its own */
  place: number
}

const columns: readonly Column<PlacedIssue>[] = [
  {
    id: 'severity',
    heading: text.columns.severity,
    text: ({ severity }) => issueSeverityLabel[severity],
    cell: ({ severity }) => <Pill tone={severity === 'refused' ? 'problem' : 'neutral'}>{issueSeverityLabel[severity]}</Pill>,
    width: 104,
  },
  { id: 'row', heading: text.columns.row, text: ({ row }) => String(row), isNumeric: true, compare: byNumber(({ row }) => row) },
  { id: 'column', heading: text.columns.column, text: ({ column, heading }) => (column === '' ? sourcesText.groups.wholeRow : `${column} ${heading}`), grow: 1, width: 110 },
  { id: 'value', heading: text.columns.value, text: ({ value }) => value, grow: 1.4, width: 120 },
  { id: 'reason', heading: text.columns.reason, text: ({ reason }) => reason, cell: ({ reason }) => <span className="sources-reason"><span>{reason}</span></span>, grow: 2.6, width: 200 },
]
