import { useMemo } from 'react'
import type { Column } from './columns.ts'

interface TableRowProps<Row> {
  row: Row
  columns: readonly Column<Row>[]
  index: number
  /** px from the first row */
  offset: number
  isActive: boolean
  isOpen: boolean
  isSelected: boolean | undefined
  isClickable: boolean
}

export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, columns, index, offset, isActive, isOpen, isSelected, isClickable } = props
  // cells do not change while their row scrolls, so they are made once per row
  const cells = useMemo(() => columns.map((column, place) => <Cell key={column.id} column={column} row={row} place={place} />), [columns, row])
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected ?? (isOpen || undefined)}
      data-index={index}
      data-open={isOpen || undefined}
      data-selected={isSelected === true || undefined}
      data-clickable={isClickable || undefined}
      tabIndex={isActive ? 0 : -1}
      className="table-line table-row"
      style={{ transform: `translateY(${offset}px)` }}
    >
      {cells}
    </div>
  )
}

function Cell<Row>({ column, row, place }: { column: Column<Row>; row: Row; place: number }) {
  return (
    <div
      role="gridcell"
      aria-colindex={place + 1}
      className={cellClass(column)}
      title={column.text(row) || undefined}
    >
      {column.cell ? column.cell(row) : column.text(row)}
    </div>
  )
}

/** Dates, codes and figures get equal widths; words do not. */
function cellClass<Row>(column: Column<Row>): string {
  if (column.isNumeric === true) return 'table-cell table-numeric'
  return column.grow === undefined && column.width === undefined ? 'table-cell tabular' : 'table-cell'
}
