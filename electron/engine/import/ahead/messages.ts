import type { Problem } from '#shared/contract/problem.ts'
import type { Run } from '../hiddenParts.ts'
import type { PlainCell } from '../plainCell.ts'
import type { Survey } from '../survey.ts'

/** What a thread needs to read one sheet ahead of whoever takes its rows in. */
export interface AheadOrder {
  path: string
  survey: Survey
  sheet: string
  /** one Int32: batches sent and not yet taken in; the reader waits when there are {@link MOST_BATCHES} */
  waiting: SharedArrayBuffer
}

/** One row as the reader told it. */
export interface AheadRow {
  row: number
  cells: PlainCell[]
  /** why it is no good, or null */
  fault: string | null
  isHidden: boolean
}

/** A batch without rows says only that the reader is still at work. */
export type FromAhead = { type: 'rows'; rows: AheadRow[] } | { type: 'hidden-columns'; run: Run } | { type: 'end' } | { type: 'failed'; problem: Problem }

/** So far the reader may be ahead: memory does not grow with the rows. */
export const MOST_BATCHES = 8
export const ROWS_PER_BATCH = 500
