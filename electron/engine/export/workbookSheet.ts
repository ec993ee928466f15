import { utils, type CellObject, type WorkSheet } from 'xlsx'
import { formatDate } from '#shared/text/format.ts'
import { cellFitting } from '../normalise/cellFitting.ts'
import { maskBsn } from '../normalise/maskBsn.ts'

/** What a cell can hold; dates as the sources know them. */
export type Value = string | number | { date: string | null }

/** One sheet: headings with their width in characters, and rows. */
export interface Sheet {
  name: string
  columns: [heading: string, width: number][]
  rows: Value[][]
}

/** The sheet as a workbook holds it, with its first row fixed for filtering. */
export function toSheet({ columns, rows }: Sheet): WorkSheet {
  const sheet: WorkSheet = {}
  columns.forEach(([heading], column) => {
    sheet[utils.encode_cell({ r: 0, c: column })] = { t: 's', v: heading }
  })
  rows.forEach((values, row) => {
    values.forEach((value, column) => {
      const cell = toCell(value)
      if (cell) sheet[utils.encode_cell({ r: row + 1, c: column })] = cell
    })
  })
  const range = { s: { r: 0, c: 0 }, e: { r: rows.length, c: columns.length - 1 } }
  sheet['!ref'] = utils.encode_range(range)
  sheet['!autofilter'] = { ref: utils.encode_range(range) }
  sheet['!cols'] = columns.map(([, width]) => ({ wch: width }))
  return sheet
}

const MILLISECONDS_A_DAY = 86_400_000
/** Day 0 of spreadsheets. */
const DAY_ZERO = Date.UTC(1899, 11, 30)

/** Texts as text, whole dates as dates one can sort on, incomplete dates in words. */
function toCell(value: Value): CellObject | null {
  if (typeof value === 'number') return { t: 'n', v: value }
  if (typeof value === 'string') return value === '' ? null : { t: 's', v: cellFitting(maskBsn(value)) }
  if (value.date === null) return null
  if (value.date.length < 10) return { t: 's', v: formatDate(value.date) }
  return { t: 'n', v: (Date.parse(value.date) - DAY_ZERO) / MILLISECONDS_A_DAY, z: 'dd-mm-yyyy' }
}
