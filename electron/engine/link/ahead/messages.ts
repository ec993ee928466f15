import type { OnceOrder, VaultFile } from '../../beside/messages.ts'
import type { ReadAlready } from '../addition/openKept.ts'
import type { KeptHalf } from '../addition/parts.ts'

/** To read what earlier runs kept of the persons of a vault, or rather half of it. */
export interface AheadOrder extends OnceOrder {
  vault: VaultFile
  half: KeptHalf
}

/** What was kept, in memory that threads share. */
export type AheadAnswer = ReadAlready
