import type { ReactNode } from 'react'

/** One column of a Table. */
export interface Column<Row> {
  id: string
  heading: string
  /** the cell as plain text; also what its width is reckoned from and what shows on hovering over clipped words */
  text: (row: Row) => string
  /** when the cell is more than text */
  cell?: (row: Row) => ReactNode
  /** right-aligned and always as wide as its longest figure */
  isNumeric?: boolean
  /** share of the room left over; without it the column is as wide as its longest text (at most 40 characters) */
  grow?: number
  /** px; the least a growing column gets, or the whole width of one without `grow` (charts, buttons) */
  width?: number
  /** makes the heading sort; `byText` and `byNumber` make one */
  compare?: (a: Row, b: Row) => number
}

export interface Sort {
  column: string
  isDescending: boolean
}

const longestFit = 40
/** padding left and right, and the sort mark behind a heading that has one */
const cellPadding = 17
const sortMark = 16

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0)
}

/** Headings may break between words, so only their longest word counts. */
function track<Row>(column: Column<Row>, rows: readonly Row[]): string {
  if (column.grow !== undefined) return `minmax(${column.width ?? 120}px, ${column.grow}fr)`
  if (column.width !== undefined) return `${column.width}px`
  const room = cellPadding + (column.compare ? sortMark : 0)
  const cell = Math.min(longestFit, longest(rows.map(column.text)))
  const heading = longest(column.heading.split(/[ ‑-]/))
  return `max(calc(${cell}ch + ${cellPadding}px), calc(${heading}ch + ${room}px))`
}

/** The CSS grid template that headings and rows share. Figures have equal widths, so `ch` measures them exactly. */
export function gridTemplate<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const hasGrowing = columns.some((column) => column.grow !== undefined)
  return columns.map((column) => track(column, rows)).join(' ') + (hasGrowing ? '' : ' 1fr')
}

const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' })

export function byText<Row>(select: (row: Row) => string): (a: Row, b: Row) => number {
  return (a, b) => collator.compare(select(a), select(b))
}

/** Unknown values stand below the known ones. */
export function byNumber<Row>(select: (row: Row) => number | null): (a: Row, b: Row) => number {
  return (a, b) => (select(a) ?? -Infinity) - (select(b) ?? -Infinity) || 0
}

/** A sorted copy; rows that compare equal keep their order. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null): readonly Row[] {
  const compare = columns.find((column) => column.id === sort?.column)?.compare
  if (!sort || !compare) return rows
  return rows.toSorted((a, b) => (sort.isDescending ? compare(b, a) : compare(a, b)))
}
