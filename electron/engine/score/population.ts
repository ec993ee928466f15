import type { Counts } from './counts.ts'

/** What areas and branches consist of. */
export interface Population {
  /** per buurt: dwellings, and all addresses in use */
  premises: Counts['areas']
  /** vestigingen, per buurt and per SBI code */
  locations: Counts
}
