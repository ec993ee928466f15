import { z } from 'zod'
import type { Counted } from '../countedPersons.ts'
import type { DecidedRecords } from '../decidedPairs.ts'
import { placeOf } from '../packedCounts.ts'
import type { KeptRecords } from './keptRecords.ts'
import type { KeptRows } from './keptRows.ts'
import type { Traits } from './traits.ts'

/** Goes up when what is kept comes to mean something else, or when the same rows come to make other persons: those are told by them (personsBefore.ts). */
export const KEPT_VERSION = 12

/** What a run kept besides its numbers. */
export const KeptFacts = z.object({
  version: z.number(), modelVersion: z.number(), prior: z.number(), parts: z.number(),
  pairs: z.object({ compared: z.number(), linked: z.number(), proposed: z.number(), refused: z.number() }),
  /** how many persons consist of how many rows */
  sizes: z.array(z.tuple([z.number(), z.number()])),
  /** the newest line of the ledger that was followed */
  ledger: z.number(),
  /** of the last whole run */
  remarks: z.array(z.string()),
})
export type KeptFacts = z.infer<typeof KeptFacts>

export const KeptVerdicts = z.array(z.object({
  leftKey: z.string(), rightKey: z.string(), verdict: z.enum(['zelfde', 'verschillend', 'onzeker']), left: z.array(z.number()), right: z.array(z.number()),
}))

/**
 * What stands of earlier runs. Rows go by their place in the order in which they were linked; a unit goes by its first row. An addition
 * writes the units it touched anew, in a part of its own: of an older part they no longer count.
 */
export interface Kept extends Counted {
  facts: KeptFacts
  lastRecord: number
  records: KeptRecords
  /** what they say */
  rows: KeptRows
  /** the part in which the unit of a row was last written, by place */
  writtenIn: Uint8Array
  /** the number of the unit that begins with a row, by place; −1 where none does */
  unitAt: Int32Array
  units: KeptUnits
  /** a number for every unit, too; read when it is first asked for */
  readonly traits: TraitLists
  /** by part, then rule; likewise */
  readonly rules: KeptIndex[][]
  /** first rows of units that are alike enough to be linked, proposed or refused, by part: behind each the other, both ways */
  likely: KeptIndex[]
  /** what humans decided, as far as it was followed */
  decided: DecidedRecords[]
  /** likewise by part: BSN, and full name with birth date, of every row */
  hardKeys: { bsn: KeptIndex[]; birth: KeptIndex[] }
}

/** Lists with a number for every unit; those that were written anew since stand twice. */
export interface KeptUnits {
  hasBsn: Uint8Array
  /** of how many rows it is, as far as {@link MOST_COUNTED} */
  rows: Uint8Array
}

/** Of a unit of more rows than this it is not kept how many there are. */
export const MOST_COUNTED = 254

/** The traits of many units. */
export interface TraitLists extends Record<keyof Traits, Uint8Array | Uint16Array | Uint32Array> {
  birth: Uint16Array
  given: Uint32Array
  sounds: Uint32Array
  family: Uint32Array
  oneFamily: Uint8Array
  places: Uint32Array
}

/** Numbers that are looked up, ascending, mostly hashes, and beside each the place of a row that has it. */
export interface KeptIndex {
  hashes: Uint32Array
  places: Uint32Array
}

/** The places behind a hash. */
export function placesOf({ hashes, places }: KeptIndex, hash: number): Uint32Array {
  const start = placeOf(hashes, hash)
  let end = start
  while (hashes[end] === hash) end += 1
  return places.subarray(start, end)
}

/** Whether the unit that begins with a row has a BSN. */
export function hasBsn({ unitAt, units }: Pick<Kept, 'unitAt' | 'units'>, place: number): boolean {
  return units.hasBsn[unitAt[place] ?? -1] === 1
}

/** What is kept of the unit that begins with a row. */
export function traitsAt({ unitAt, traits }: Pick<Kept, 'unitAt' | 'traits'>, place: number): Traits {
  const unit = unitAt[place] ?? -1
  return { birth: traits.birth[unit] ?? 0, given: traits.given[unit] ?? 0, sounds: traits.sounds[unit] ?? 0, family: traits.family[unit] ?? 0, oneFamily: traits.oneFamily[unit] ?? 0, places: traits.places[unit] ?? 0 }
}
