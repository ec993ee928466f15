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

/** ch */
const widestFit = 40
/** px: padding left and right, and the sort mark behind a heading that has one */
const cellPadding = 17
const sortMark = 16
/** ch per sign in Inter, as measured: tabular figures and hyphens are a little wider than the `0` that `ch` goes by */
const signWidths: readonly (readonly [RegExp, number])[] = [
  [/[\d+−-]/, 1.03],
  [/[.,:; ]/, 0.45],
  [/[\p{Lu}%–]/u, 1.15],
]
const letterWidth = 0.9

/** The room a text needs, in ch; reckoned rather than measured, so that a table of 100,000 rows need not be drawn first. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (signWidths.find(([kind]) => kind.test(sign))?.[1] ?? letterWidth), 0)
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0)
}

/** Headings may break between words, so only their longest word counts. */
function track<Row>(column: Column<Row>, rows: readonly Row[]): string {
  if (column.grow !== undefined) return `minmax(${column.width ?? 120}px, ${column.grow}fr)`
  if (column.width !== undefined) return `${column.width}px`
  const room = cellPadding + (column.compare ? sortMark : 0)
  const cell = Math.min(widestFit, widest(rows.map(column.text)))
  const heading = widest(column.heading.split(/[ ‑-]/))
  return `max(calc(${cell.toFixed(2)}ch + ${cellPadding}px), calc(${heading.toFixed(2)}ch + ${room}px))`
}

/** The CSS grid template that headings and rows share. */
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
