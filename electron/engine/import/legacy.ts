import { readFile } from 'node:fs/promises'
import { read, type CellObject, type WorkBook } from 'xlsx'
import { serialDate } from '../normalise/dates.ts'
import { columnLetter } from '../normalise/headings.ts'
import { DateCell, ErrorCell, type Cell } from '../normalise/reading.ts'
import { ProblemError } from '../problem.ts'
import { LARGEST_CELL, type RowVisitor, type Workbook } from './workbook.ts'
import { isDateFormat } from './xlsx/styles.ts'

/** These formats are read as a whole; larger ones belong in XLSX or CSV. */
export const LARGEST_LEGACY = 60_000_000

const MESSAGES: [RegExp, 'file-encrypted' | 'file-damaged'][] = [
  [/password|encrypt|protected/i, 'file-encrypted'],
  [/./, 'file-damaged'],
]

/**
 * Workbooks in XLS, XLSB and ODS, read as a whole by SheetJS.
 * @param label as shown: `Excel 97-2003 (XLS)`
 * @throws ProblemError `file-too-large`, `file-encrypted`, `file-damaged`
 */
export async function openLegacy(path: string, bytes: number, label: string): Promise<Workbook> {
  if (bytes > LARGEST_LEGACY) throw new ProblemError('file-too-large', { limit: `${LARGEST_LEGACY / 1_000_000} MB` })
  const book = parseBook(await readFile(path))
  const properties = book.Workbook?.Sheets ?? []
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  return {
    readAs: label,
    sheets: book.SheetNames.map((name, i) => ({ name, isHidden: (properties[i]?.Hidden ?? 0) !== 0, rows: rowsOf(book, name).length, kind: null })),
    remarks: [],
    layout: { format: 'xlsx' },
    read: async (name, visitor) => readRows(rowsOf(book, name), name, from1904, visitor),
    close: async () => undefined,
  }
}

/** WTF makes SheetJS throw where it would otherwise return half a workbook without a word. */
function parseBook(bytes: Buffer): WorkBook {
  try {
    return read(bytes, { type: 'buffer', dense: true, WTF: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const code = MESSAGES.find(([pattern]) => pattern.test(message))?.[1] ?? 'file-damaged'
    throw new ProblemError(code)
  }
}

type DenseRow = (CellObject | undefined)[] | undefined

function rowsOf(book: WorkBook, name: string): DenseRow[] {
  const rows: unknown = book.Sheets[name]?.['!data']
  return Array.isArray(rows) ? rows : []
}

function readRows(rows: readonly DenseRow[], sheet: string, from1904: boolean, visitor: RowVisitor): void {
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]
    if (!row) continue
    const cells = Array.from(row, (cell) => cellOf(cell, from1904))
    const tooLarge = cells.findIndex((cell) => typeof cell === 'string' && cell.length > LARGEST_CELL)
    if (tooLarge >= 0) throw new ProblemError('cell-too-large', { sheet, row: i + 1, column: columnLetter(tooLarge) })
    const isFilled = cells.some((cell) => cell !== null && cell !== '')
    if (isFilled && !visitor.row(i + 1, cells)) return
  }
}

const LAST_SERIAL = 2_958_465

function cellOf(cell: CellObject | undefined, from1904: boolean): Cell {
  if (!cell || cell.v === undefined) return null
  if (cell.t === 'e') return new ErrorCell(String(cell.w ?? cell.v))
  if (cell.v instanceof Date) return new DateCell(cell.v.toISOString().replace(/T00:00:00\.000Z$/, '').replace(/\.\d+Z$/, ''))
  if (cell.t !== 'n' || typeof cell.v !== 'number') return cell.v
  const isDate = cell.z !== undefined && isDateFormat(String(cell.z)) && cell.v >= 0 && cell.v <= LAST_SERIAL
  return isDate ? new DateCell(serialDate(cell.v, from1904)) : cell.v
}
