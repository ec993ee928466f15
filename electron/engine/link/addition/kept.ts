import { z } from 'zod'
import type { Counted } from '../countedPersons.ts'
import type { DecidedRecords } from '../decidedPairs.ts'
import { placeOf } from '../packedCounts.ts'

/** Goes up when what is kept comes to mean something else. */
export const KEPT_VERSION = 3

/** What a run kept besides its numbers. */
export const KeptFacts = z.object({
  version: z.number(), modelVersion: z.number(), prior: z.number(), parts: z.number(), compared: z.number(),
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
  /** record id by place; of one part and table they ascend */
  record: Float64Array
  /** where a record stands; −1 when it was not linked before */
  placeOf(record: number): number
  /** the part in which the unit of a row was last written, by place */
  writtenIn: Uint8Array
  /** whether the unit that begins with a row has a BSN, by place */
  hasBsn: Uint8Array
  /** by part, then rule */
  rules: KeptIndex[][]
  /** first rows of units that are alike enough to be linked, proposed or refused, by part: beside each other in two lists */
  likely: { left: Uint32Array; right: Uint32Array }[]
  /** what humans decided, as far as it was followed */
  decided: DecidedRecords[]
  /** likewise by part: BSN, and full name with birth date, of every row */
  hardKeys: { bsn: KeptIndex[]; birth: KeptIndex[] }
}

/** Hashes, ascending, and beside each the place of a row that has it. */
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

const NOTHING: KeptIndex = { hashes: new Uint32Array(), places: new Uint32Array() }

/** First rows of the units that have a key. */
export function unitsWith({ rules, writtenIn }: Pick<Kept, 'rules' | 'writtenIn'>, rule: number, hash: number): number[] {
  const units: number[] = []
  for (const [part, indexes] of rules.entries()) {
    for (const place of placesOf(indexes[rule] ?? NOTHING, hash)) if (writtenIn[place] === part) units.push(place)
  }
  return units
}
