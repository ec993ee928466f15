import { writeFileSync } from 'node:fs'
import * as XLSX from 'xlsx'
import type { Cell, DemoFile, DemoRow, DemoSheet } from './file.ts'

/** Writes a delivery as a workbook; `onRow` hears of every row with its row number. The same file gives the same bytes. */
export function writeWorkbook(path: string, file: DemoFile, onRow: (sheet: string, row: number, value: DemoRow) => void): void {
  const book = XLSX.utils.book_new()
  for (const sheet of file.sheets) XLSX.utils.book_append_sheet(book, sheetOf(sheet, onRow), sheet.name)
  book.Workbook = { Sheets: file.sheets.map((sheet) => ({ name: sheet.name, Hidden: sheet.isHidden ? 1 : 0 })) }
  // a table of formats of its own, or the bytes would depend on what was written before
  Object.assign(book, { SSF: { 0: 'General', [DATE_FORMAT_ID]: DATE_FORMAT } })
  const bytes: Buffer = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  writeFileSync(path, bytes)
}

function sheetOf(sheet: DemoSheet, onRow: (sheet: string, row: number, value: DemoRow) => void): XLSX.WorkSheet {
  const lines: (XLSX.CellObject | null)[][] = [...(sheet.above ?? []), ...sheet.headings].map((cells) => cells.map(cellOf))
  for (const row of sheet.rows) {
    lines.push(row.cells.map(cellOf))
    onRow(sheet.name, lines.length, row)
  }
  for (const cells of sheet.below ?? []) lines.push(cells.map(cellOf))
  const made = XLSX.utils.aoa_to_sheet(lines, { dense: true })
  made['!merges'] = [...titleMerges(sheet), ...headingMerges(sheet)]
  return made
}

/** A title spans the table. */
function titleMerges(sheet: DemoSheet): XLSX.Range[] {
  const width = sheet.headings[0]?.length ?? 1
  return (sheet.above ?? []).flatMap((cells, r) => (cells.length === 1 && width > 1 ? [{ s: { r, c: 0 }, e: { r, c: width - 1 } }] : []))
}

/** In the upper of two heading rows, a heading spans the empty ones behind it. */
function headingMerges(sheet: DemoSheet): XLSX.Range[] {
  const [upper] = sheet.headings
  if (!upper || sheet.headings.length < 2) return []
  const r = sheet.above?.length ?? 0
  return upper.flatMap((heading, c) => {
    if (heading === '') return []
    let last = c
    while (upper[last + 1] === '') last += 1
    return last > c ? [{ s: { r, c }, e: { r, c: last } }] : []
  })
}

const DAY = 86_400_000
const DATE_FORMAT = 'dd-mm-yyyy'
/** The first number that is free for formats of one's own (ECMA-376 part 1, 18.8.30). */
const DATE_FORMAT_ID = 164
/** Serial number 0 of the calendar that workbooks use, counted from March 1900. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30)

function cellOf(cell: Cell): XLSX.CellObject | null {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { t: 'n', v: cell }
  if (typeof cell === 'string') return { t: 's', v: cell }
  return { t: 'n', v: (Date.parse(cell.date) - SERIAL_ZERO) / DAY, z: DATE_FORMAT }
}
