import type { VaultFile } from '../../beside/messages.ts'
import type { PackedPart } from '../../store/linkIndex.ts'

/** To read what earlier runs kept of the persons of a vault. */
export interface AheadOrder {
  vault: VaultFile
  /** one number, see `beside/messages.ts` */
  state: SharedArrayBuffer
}

/** What was kept, in memory that threads share. */
export interface AheadAnswer {
  parts: readonly PackedPart[]
}
