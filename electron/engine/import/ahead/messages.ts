import type { Problem } from '#shared/contract/problem.ts'
import type { Run } from '../hiddenParts.ts'
import type { PackedRows } from './packedRows.ts'

/** What a thread needs to read one sheet ahead of whoever takes its rows in. */
export interface AheadOrder {
  path: string
  part: string
  sheet: string
  /** one Int32: batches sent and not yet taken in; the reader waits when there are {@link MOST_BATCHES} */
  waiting: SharedArrayBuffer
}

/** A batch without rows says only that the reader is still at work. */
export type FromAhead = { type: 'rows'; rows: PackedRows } | { type: 'hidden-columns'; run: Run } | { type: 'end' } | { type: 'failed'; problem: Problem }

/** So far the reader may be ahead: memory does not grow with the rows. */
export const MOST_BATCHES = 8
