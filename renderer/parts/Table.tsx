import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { partsText } from '../text/parts.ts'
import { gridTemplate, sortRows, type Column, type Sort } from './columns.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { nextSelection, rowStep, type RowSelection } from './tableKeys.ts'
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

const rowsBeyondSight = 12

/** A dense grid that draws only the rows in sight. Arrow keys, Home, End and Page keys move; Enter opens; Space selects. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, total = rows.length, onReachEnd, onOpen, openKey, selection, rowHeight = 32 } = props
  const [sort, setSort] = useState<Sort | null>(props.initialSort ?? null)
  const [active, setActive] = useState(0)
  const scroller = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const [headHeight, setHeadHeight] = useState(33)
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort])
  const template = useMemo(() => gridTemplate(columns, rows), [columns, rows])
  const activeIndex = Math.min(active, Math.max(0, sorted.length - 1))

  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: rowsBeyondSight,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), activeIndex, sorted.length),
  })
  const items = virtual.getVirtualItems()
  const lastDrawn = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (lastDrawn === rows.length - 1 && rows.length < total) onReachEnd?.()
  }, [lastDrawn, rows.length, total, onReachEnd])
  // a row opened from elsewhere (a map) comes into sight
  const openIndex = openKey == null ? -1 : sorted.findIndex((row) => rowKey(row) === openKey)
  useEffect(() => {
    if (openIndex < 0) return
    setActive(openIndex)
    virtual.scrollToIndex(openIndex, { align: 'auto' })
  }, [openIndex, virtual])
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    scroller.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`)?.focus({ preventScroll: true })
  }, [activeIndex])

  function moveTo(index: number) {
    wantsFocus.current = true
    setActive(index)
    virtual.scrollToIndex(index)
  }

  function press(event: React.KeyboardEvent) {
    if (event.target instanceof Element && event.target.closest(ownControls)) return
    const row = sorted[activeIndex]
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const step = rowStep(event.key, activeIndex, sorted.length, page)
    if (step !== null) moveTo(step)
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
    setActive(index)
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
      style={{ '--columns': template, '--row-height': `${rowHeight}px` }}
      tabIndex={-1}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={doubleClick}
    >
      <TableHead columns={columns} sort={sort} onSort={setSort} onHeight={setHeadHeight} />
      <div className="table-rows" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = sorted[item.index]
          if (row === undefined) return null
          const key = rowKey(row)
          return (
            <TableRow
              key={key}
              row={row}
              columns={columns}
              index={item.index}
              offset={item.start - headHeight}
              isActive={item.index === activeIndex}
              isOpen={openKey === key}
              isSelected={selection?.keys.has(key)}
              isClickable={onOpen !== undefined || selection !== undefined}
            />
          )
        })}
      </div>
      {rows.length === 0 && (
        <div role="row">
          <div role="gridcell" aria-colspan={columns.length} className="table-empty">
            {props.empty ?? partsText.emptyTable}
          </div>
        </div>
      )}
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

/** The row that has the focus is drawn even when it is scrolled out of sight, or the focus would be lost. */
function withIndex(indexes: number[], index: number, count: number): number[] {
  return index >= count || indexes.includes(index) ? indexes : [...indexes, index].toSorted((a, b) => a - b)
}
