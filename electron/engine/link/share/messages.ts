import type { OnceOrder, VaultFile } from '../../beside/messages.ts'
import type { TraitLists } from '../addition/kept.ts'
import type { Candidates } from '../candidates.ts'
import type { FoundPair } from '../linkSet.ts'
import type { NameColumns } from '../nameColumns.ts'
import type { PersonsToLink } from '../personSet.ts'
import type { RuleIndex } from '../ruleIndex.ts'

/** To read who the rows of a vault name. */
export interface ReadOrder extends OnceOrder {
  type: 'read'
  vault: VaultFile
  /** ISO day */
  today: string
}

/** What both threads look at. */
interface Shared extends OnceOrder {
  /** what ranges are taken from, see `beside/claims.ts` */
  claims: Int32Array
  /** how many stand in a range */
  atOnce: number
}

/** To find keys of persons; the persons are kept for what is asked next. */
export interface IndexOrder extends Shared {
  type: 'index'
  persons: PersonsToLink
  /** in memory that both fill */
  traits: TraitLists
}

/** To weigh candidates among them. */
export interface WeighOrder extends Shared {
  type: 'weigh'
  candidates: Pick<Candidates, 'count' | 'pairs'>
}

export type ShareOrder = ReadOrder | IndexOrder | WeighOrder

/** Indexes and pairs are those of the ranges that were taken. */
export type ShareAnswer = { names: NameColumns } | { indexes: RuleIndex[] } | { pairs: FoundPair[] }
