import { AlignmentType, Bookmark, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type ParagraphChild } from 'docx'
import { isShort, typeset, type Block, type Cell, type Column, type Inline, type Property } from './document.ts'
import { textTwips, twips } from './docxStyles.ts'
import { paper } from './paper.ts'

type TableBlock = Extract<Block, { type: 'table' }>
type Runs = (parts: readonly Inline[]) => ParagraphChild[]

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const hairline = { style: BorderStyle.SINGLE, size: 4, color: paper.hairline } as const
const rule = { style: BorderStyle.SINGLE, size: 8, color: paper.ink } as const
const frame = { top: none, bottom: none, left: none, right: none, insideVertical: none, insideHorizontal: hairline }
const margins = { top: 30, bottom: 30, left: 0, right: twips(2.4) }

/** The bookmark of a source in the list of sources. */
export function sourceAnchor(number: number): string {
  return `bron_${number}`
}

/** A table with a head that returns on every page, hairlines between rows, and rows that do not break. */
export function toTable({ columns, rows, total, anchor }: TableBlock, runs: Runs): Table {
  const widths = columnTwips(columns)
  const body = rows.map((cells, place) => {
    const keepNext = isShort(rows) && (place < rows.length - 1 || total !== undefined)
    return toRow({ cells, columns, widths, runs, anchor: anchor === 'source' ? sourceAnchor(place + 1) : null, keepNext })
  })
  const foot = total ? [toRow({ cells: total, columns, widths, runs, anchor: null, keepNext: false, borders: { top: rule } })] : []
  return ruledTable(widths, [headRow(columns, widths), ...body, ...foot])
}

/** As wide as the text, with a hairline between its rows and below the last. */
function ruledTable(columnWidths: number[], rows: TableRow[]): Table {
  return new Table({ width: { size: textTwips, type: WidthType.DXA }, columnWidths, layout: TableLayoutType.FIXED, borders: { ...frame, bottom: hairline }, margins, rows })
}

function columnTwips(columns: readonly Column[]): number[] {
  return columns.map(({ width }) => Math.round((width / 100) * textTwips))
}

function headRow(columns: readonly Column[], widths: readonly number[]): TableRow {
  const cells = columns.map((column, place) =>
    toCell([new TextRun({ text: column.heading, bold: true })], column, widths[place] ?? 0, { bottom: rule }, true),
  )
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells })
}

type Rules = NonNullable<ConstructorParameters<typeof TableCell>[0]['borders']>

interface RowOptions {
  cells: readonly Cell[]
  columns: readonly Column[]
  widths: readonly number[]
  runs: Runs
  anchor: string | null
  /** holds the row on one page with the next */
  keepNext: boolean
  borders?: Rules
}

function toRow({ cells, columns, widths, runs, anchor, keepNext, borders = {} }: RowOptions): TableRow {
  const children = columns.map((column, place) => {
    const words = runs(cells[place] ?? [])
    const content = anchor !== null && place === 0 ? [new Bookmark({ id: anchor, children: words })] : words
    return toCell(content, column, widths[place] ?? 0, borders, keepNext)
  })
  return new TableRow({ cantSplit: true, children })
}

function toCell(children: ParagraphChild[], { align }: Column, width: number, borders: Rules = {}, keepNext = false): TableCell {
  const alignment = align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({ width: { size: width, type: WidthType.DXA }, borders, children: [new Paragraph({ style: 'Cell', alignment, keepNext, children })] })
}

/** Labels and values side by side, as on the title page. */
export function propertyTable(items: readonly Property[]): Table {
  const widths = [twips(46), textTwips - twips(46)]
  const columns: Column[] = [{ heading: '', width: 0 }, { heading: '', width: 0 }]
  const rows = items.map(({ label, value }) => {
    const words = [new TextRun({ text: label, color: paper.soft }), new TextRun(typeset(value))]
    return new TableRow({ cantSplit: true, children: words.map((run, place) => toCell([run], columns[place] ?? { heading: '', width: 0 }, widths[place] ?? 0)) })
  })
  return ruledTable(widths, rows)
}

/** Paragraphs on a ground of their own, with a broken line at their left. @param look colours as hex */
export function box(children: (Paragraph | Table)[], look: { fill: string; line: string }): Table {
  const edge = { style: BorderStyle.DASHED, size: 18, color: look.line } as const
  const padding = { top: twips(3), bottom: twips(1.5), left: twips(4.5), right: twips(4) }
  const cell = new TableCell({ width: { size: textTwips, type: WidthType.DXA }, shading: { type: 'clear', fill: look.fill }, margins: padding, children })
  return new Table({
    width: { size: textTwips, type: WidthType.DXA },
    columnWidths: [textTwips],
    layout: TableLayoutType.FIXED,
    borders: { ...frame, left: edge, insideHorizontal: none },
    rows: [new TableRow({ children: [cell] })],
  })
}
