import { ArrowDown, ArrowUp } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { partsText } from '../text/parts.ts'
import type { Column, Sort } from './columns.ts'

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[]
  sort: Sort | null
  onSort: (sort: Sort) => void
  /** px; headings may take two lines */
  onHeight: (height: number) => void
}

export function TableHead<Row>({ columns, sort, onSort, onHeight }: TableHeadProps<Row>) {
  const head = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = head.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => onHeight(element.offsetHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [onHeight])
  return (
    <div ref={head} className="table-head" role="rowgroup">
      <div className="table-line" role="row" aria-rowindex={1}>
        {columns.map((column, index) => {
          const direction = sort?.column === column.id ? (sort.isDescending ? 'descending' : 'ascending') : undefined
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={direction}
              className={column.isNumeric === true ? 'table-heading table-numeric' : 'table-heading'}
            >
              {column.compare ? <SortButton column={column} direction={direction} onSort={onSort} /> : column.heading}
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface SortButtonProps<Row> {
  column: Column<Row>
  direction: 'ascending' | 'descending' | undefined
  onSort: (sort: Sort) => void
}

/** Figures are first shown from high to low, words from A to Z. */
function SortButton<Row>({ column, direction, onSort }: SortButtonProps<Row>) {
  const next = direction === undefined ? column.isNumeric === true : direction === 'ascending'
  const Mark = direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <Button className="table-sort" onPress={() => onSort({ column: column.id, isDescending: next })}>
      {column.heading}
      {direction && <Mark size={12} strokeWidth={2} aria-hidden />}
      {direction && <span className="unseen">, {direction === 'ascending' ? partsText.sortAscending : partsText.sortDescending}</span>}
    </Button>
  )
}
