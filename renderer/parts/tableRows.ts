import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { gridTemplate, sortRows, type Column, type Sort } from './columns.ts'

interface TableRowsAsked<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** rows there are in all, when not all are loaded */
  total: number
  onReachEnd: (() => void) | undefined
  initialSort: Sort | undefined
  openKey: string | null | undefined
  /** px */
  rowHeight: number
}

interface TableRows<Row> {
  /** the element that scrolls */
  scroller: RefObject<HTMLDivElement | null>
  sort: Sort | null
  setSort: (sort: Sort) => void
  sorted: readonly Row[]
  /** CSS columns */
  template: string
  /** the rows that are drawn: those in sight, some beyond, and the one that has the focus */
  items: readonly VirtualItem[]
  /** px of all rows together */
  height: number
  /** px above the first row */
  headHeight: number
  setHeadHeight: (height: number) => void
  /** the row the keys work on */
  active: number
  setActive: (index: number) => void
  /** makes a row the active one, brings it into sight and gives it the focus */
  moveTo: (index: number) => void
}

const rowsBeyondSight = 12

/** Which rows a table draws, in which order, and where among them one is. */
export function useTableRows<Row>({ columns, rows, rowKey, total, onReachEnd, initialSort, openKey, rowHeight }: TableRowsAsked<Row>): TableRows<Row> {
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null)
  const [chosen, setActive] = useState(0)
  const [headHeight, setHeadHeight] = useState(33)
  const scroller = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort])
  const template = useMemo(() => gridTemplate(columns, rows), [columns, rows])
  const active = Math.min(chosen, Math.max(0, sorted.length - 1))

  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: rowsBeyondSight,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), active, sorted.length),
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
    scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true })
  }, [active])

  function moveTo(index: number) {
    wantsFocus.current = true
    setActive(index)
    virtual.scrollToIndex(index)
  }

  return { scroller, sort, setSort, sorted, template, items, height: virtual.getTotalSize(), headHeight, setHeadHeight, active, setActive, moveTo }
}

/** The row that has the focus is drawn even when it is scrolled out of sight, or the focus would be lost. */
function withIndex(indexes: number[], index: number, count: number): number[] {
  return index >= count || indexes.includes(index) ? indexes : [...indexes, index].toSorted((a, b) => a - b)
}
