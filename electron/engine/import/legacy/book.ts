import { readFileSync } from 'node:fs'
import { read, type CellObject, type WorkBook } from 'xlsx'
import { serialDate } from '../../normalise/dates.ts'
import { columnLetter } from '../../normalise/headings.ts'
import { ProblemError } from '../../problem.ts'
import { addRun, type HiddenParts } from '../hiddenParts.ts'
import type { PlainCell } from '../plainCell.ts'
import { LARGEST_CELL } from '../workbook.ts'
import { isDateFormat } from '../xlsx/styles.ts'
import type { FromReader, ToReader } from './messages.ts'

const ENCRYPTED = /password|encrypt|protected/i
/** Rows that cross at a time. */
const BATCH = 2000
const LAST_SERIAL = 2_958_465

/** A workbook in XLS, XLSB or ODS, read as a whole by SheetJS. */
export interface LegacyBook {
  describe(): FromReader
  /** @throws ProblemError `cell-too-large` */
  rows(wish: ToReader): FromReader
}

/** @throws ProblemError `file-encrypted`, `file-too-large`, `file-damaged` */
export function readBook(path: string): LegacyBook {
  const book = parseBook(readFileSync(path))
  const properties = book.Workbook?.Sheets ?? []
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  return {
    describe: () => ({
      type: 'book',
      sheets: book.SheetNames.map((name, i) => ({ name, isHidden: (properties[i]?.Hidden ?? 0) !== 0, rows: rowsOf(book, name).length, hidden: hiddenOf(book, name) })),
    }),
    rows: ({ sheet, from }) => batchOf(rowsOf(book, sheet), sheet, from, from1904),
  }
}

/** WTF makes SheetJS throw where it would otherwise return half a workbook without a word; only with styles it tells what is hidden. */
function parseBook(bytes: Buffer): WorkBook {
  try {
    return read(bytes, { type: 'buffer', dense: true, WTF: true, cellNF: true, cellStyles: true, cellText: false, cellHTML: false, cellFormula: false })
  } catch (error) {
    if (error instanceof Error && ENCRYPTED.test(error.message)) throw new ProblemError('file-encrypted')
    // an array or text longer than the language can hold: rows repeated by the million
    throw new ProblemError(error instanceof RangeError ? 'file-too-large' : 'file-damaged')
  }
}

type DenseRow = (CellObject | undefined)[] | undefined

function rowsOf(book: WorkBook, name: string): DenseRow[] {
  const rows: unknown = book.Sheets[name]?.['!data']
  return Array.isArray(rows) ? rows : []
}

/** Lists are walked by what they hold: a sheet may tell of its last row only. */
function hiddenOf(book: WorkBook, name: string): HiddenParts {
  const hidden: HiddenParts = { rows: [], columns: [] }
  book.Sheets[name]?.['!rows']?.forEach((row, i) => row.hidden === true && addRun(hidden.rows, i + 1, i + 1))
  book.Sheets[name]?.['!cols']?.forEach((column, i) => column.hidden === true && addRun(hidden.columns, i, i))
  return hidden
}

function batchOf(all: readonly DenseRow[], sheet: string, from: number, from1904: boolean): FromReader {
  const rows: { row: number; cells: PlainCell[] }[] = []
  let at = from
  for (; at < all.length && rows.length < BATCH; at += 1) {
    const cells = Array.from(all[at] ?? [], (cell) => cellOf(cell, from1904))
    const tooLarge = cells.findIndex((cell) => typeof cell === 'string' && cell.length > LARGEST_CELL)
    if (tooLarge >= 0) throw new ProblemError('cell-too-large', { sheet, row: at + 1, column: columnLetter(tooLarge) })
    if (cells.some((cell) => cell !== null && cell !== '')) rows.push({ row: at + 1, cells })
  }
  return { type: 'rows', rows, next: at < all.length ? at : null }
}

function cellOf(cell: CellObject | undefined, from1904: boolean): PlainCell {
  if (!cell || cell.v === undefined) return null
  if (cell.t === 'e') return { error: String(cell.w ?? cell.v) }
  if (cell.v instanceof Date) return { date: cell.v.toISOString().replace(/T00:00:00\.000Z$/, '').replace(/\.\d+Z$/, '') }
  if (cell.t !== 'n' || typeof cell.v !== 'number') return cell.v
  const isDate = cell.z !== undefined && isDateFormat(String(cell.z)) && cell.v >= 0 && cell.v <= LAST_SERIAL
  return isDate ? { date: serialDate(cell.v, from1904) } : cell.v
}
