import { DateCell, ErrorCell, type Cell } from '../normalise/reading.ts'

/** A cell on its way between threads, which know no classes. */
export type PlainCell = string | number | boolean | null | { date: string } | { error: string }

export function toCell(cell: PlainCell): Cell {
  if (cell === null || typeof cell !== 'object') return cell
  return 'date' in cell ? new DateCell(cell.date) : new ErrorCell(cell.error)
}
