import type { Problem } from '#shared/contract/problem.ts'
import type { HiddenParts } from '../hiddenParts.ts'
import type { PlainCell } from '../plainCell.ts'

/** What the thread that reads a workbook as a whole answers. */
export type FromReader =
  | { type: 'book'; sheets: { name: string; isHidden: boolean; rows: number; hidden: HiddenParts }[] }
  | { type: 'rows'; rows: { row: number; cells: PlainCell[] }[]; next: number | null }
  | { type: 'failed'; problem: Problem }

/** Asks for the rows of a sheet from a place on. */
export interface ToReader {
  sheet: string
  from: number
}
