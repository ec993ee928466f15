import type { OnceOrder, VaultFile } from '../../beside/messages.ts'
import type { PackedPart } from '../../store/linkIndex.ts'

/** To read what earlier runs kept of the persons of a vault. */
export interface AheadOrder extends OnceOrder {
  vault: VaultFile
}

/** What was kept, in memory that threads share. */
export interface AheadAnswer {
  parts: readonly PackedPart[]
}
