import type { VaultFile } from '../../beside/messages.ts'
import type { PackedPart } from '../../store/linkIndex.ts'
import type { PlacedRow } from '../personColumns.ts'

/** To read what an addition to the persons of a vault will ask for: two answers. */
export interface AheadOrder {
  vault: VaultFile
  /** ISO day */
  today: string
  /** one number, see `beside/messages.ts` */
  state: SharedArrayBuffer
}

export type AheadAnswer = PartsAhead | RowsAhead

/** The first one: what was kept of earlier runs, in memory that threads share; nothing where no addition will be made. */
export interface PartsAhead {
  parts: readonly PackedPart[]
}

/** The second one: rows that stood, and are one by hard key with rows that came in, directly or by others. */
export interface RowsAhead {
  rows: readonly PlacedRow[]
}
