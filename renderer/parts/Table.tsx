import type { ReactNode } from 'react'
import { partsText } from '../text/parts.ts'
import type { Column, Sort } from './columns.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { nextSelection, rowStep, type RowSelection } from './tableKeys.ts'
import { useTableRows } from './tableRows.ts'
import './Table.css'

declare module 'react' {
  /** custom properties, set by a part on its own element */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined
  }
}

export interface TableProps<Row> {
  /** what the rows are; read aloud */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** rows there are in all, when not all are loaded; with `onReachEnd` to load more */
  total?: number
  onReachEnd?: () => void
  initialSort?: Sort
  /** click or Enter; with `selection`, double click or Enter */
  onOpen?: (row: Row) => void
  /** key of the row that is open beside the table */
  openKey?: string | null
  selection?: RowSelection
  /** stands in place of the rows when there are none */
  empty?: ReactNode
  /** px; 32 unless a cell holds two lines */
  rowHeight?: number
}

/** A dense grid that draws only the rows in sight. Arrow keys, Home, End and Page keys move; Enter opens; Space selects. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, total = rows.length, onReachEnd, initialSort, onOpen, openKey, selection, rowHeight = 32 } = props
  const table = useTableRows({ columns, rows, rowKey, total, onReachEnd, initialSort, openKey, rowHeight })
  const { scroller, sorted, active } = table

  function press(event: React.KeyboardEvent) {
    if (event.target instanceof Element && event.target.closest(ownControls)) return
    const row = sorted[active]
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const step = rowStep(event.key, active, sorted.length, page)
    if (step !== null) table.moveTo(step)
    else if (event.key === 'Enter' && row && onOpen) onOpen(row)
    else if (event.key === ' ' && row && selection) selection.onChange(nextSelection(selection.keys, rowKey(row), true))
    else if (event.key === ' ' && row && onOpen) onOpen(row)
    else if (event.key === 'a' && event.ctrlKey && selection) selection.onChange(new Set(sorted.map(rowKey)))
    else return
    event.preventDefault()
  }

  function click(event: React.MouseEvent) {
    const index = clickedRow(event.target)
    const row = index === null ? undefined : sorted[index]
    if (index === null || row === undefined) return
    table.setActive(index)
    if (selection) selection.onChange(nextSelection(selection.keys, rowKey(row), event.ctrlKey || event.metaKey))
    else onOpen?.(row)
  }

  function doubleClick(event: React.MouseEvent) {
    const row = sorted[clickedRow(event.target) ?? -1]
    if (row !== undefined && selection) onOpen?.(row)
  }

  return (
    <div
      ref={scroller}
      className="table"
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-multiselectable={selection ? true : undefined}
      style={{ '--columns': table.template, '--row-height': `${rowHeight}px` }}
      tabIndex={-1}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={doubleClick}
    >
      <TableHead columns={columns} sort={table.sort} onSort={table.setSort} onHeight={table.setHeadHeight} />
      <div className="table-rows" role="rowgroup" style={{ height: table.height }}>
        {table.items.map((item) => {
          const row = sorted[item.index]
          if (row === undefined) return null
          const key = rowKey(row)
          const states = { isActive: item.index === active, isOpen: openKey === key, isSelected: selection?.keys.has(key), isClickable: onOpen !== undefined || selection !== undefined }
          return <TableRow key={key} row={row} columns={columns} index={item.index} offset={item.start - table.headHeight} {...states} />
        })}
      </div>
      {rows.length === 0 && <NoRows columns={columns.length}>{props.empty ?? partsText.emptyTable}</NoRows>}
    </div>
  )
}

function NoRows({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <div role="row">
      <div role="gridcell" aria-colspan={columns} className="table-empty">
        {children}
      </div>
    </div>
  )
}

/** buttons and links in a cell work for themselves */
const ownControls = 'a, button, input, [role="link"], [role="checkbox"]'

/** The place of the row that was clicked; null on a heading, beside the rows or on something with a deed of its own. */
function clickedRow(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest(ownControls)) return null
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index']
  return index === undefined ? null : Number(index)
}
