import { DateCell, ErrorCell, type Cell } from '../../normalise/reading.ts'
import type { Problem } from '#shared/contract/problem.ts'

/** A cell on its way between threads, which know no classes. */
export type PlainCell = string | number | boolean | null | { date: string } | { error: string }

/** What the thread that reads a workbook as a whole answers. */
export type FromReader =
  | { type: 'book'; sheets: { name: string; isHidden: boolean; rows: number }[] }
  | { type: 'rows'; rows: { row: number; cells: PlainCell[] }[]; next: number | null }
  | { type: 'failed'; problem: Problem }

/** Asks for the rows of a sheet from a place on. */
export interface ToReader {
  sheet: string
  from: number
}

export function toCell(cell: PlainCell): Cell {
  if (cell === null || typeof cell !== 'object') return cell
  return 'date' in cell ? new DateCell(cell.date) : new ErrorCell(cell.error)
}
