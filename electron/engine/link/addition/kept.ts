import { z } from 'zod'
import { MOST_RECORDS, type RuleIndex } from '../candidates.ts'
import type { Counted } from '../countedPersons.ts'
import { placeOf } from '../packedCounts.ts'

/** Goes up when what is kept comes to mean something else. */
export const KEPT_VERSION = 1

/** What a run kept besides its numbers. */
export const KeptFacts = z.object({
  version: z.number(), modelVersion: z.number(), prior: z.number(), parts: z.number(), compared: z.number(),
  /** how many persons consist of how many rows */
  sizes: z.array(z.tuple([z.number(), z.number()])),
  /** of the last whole run */
  remarks: z.array(z.string()),
})
export type KeptFacts = z.infer<typeof KeptFacts>

/**
 * What stands of earlier runs. Rows go by their place in the order in which they were linked; a unit goes by its first row. An addition
 * writes the units it touched anew, in a part of its own: of an older part they no longer count.
 */
export interface Kept extends Counted {
  facts: KeptFacts
  lastRecord: number
  /** record id by place */
  record: Float64Array
  /** the part in which the unit of a row was last written, by place */
  writtenIn: Uint8Array
  /** whether the unit that begins with a row has a BSN, by place */
  hasBsn: Uint8Array
  /** by part, then rule: `hash * MOST_RECORDS + place` */
  rules: RuleIndex[][]
  /** likewise by part: BSN, and full name with birth date, of every row */
  hardKeys: { bsn: Float64Array[]; birth: Float64Array[] }
}

/** The places behind a hash, of one sorted list. */
export function* placesOf(index: Float64Array, hash: number): Generator<number, void> {
  const end = (hash + 1) * MOST_RECORDS
  for (let i = placeOf(index, hash * MOST_RECORDS); i < index.length && (index[i] ?? end) < end; i += 1) yield (index[i] ?? 0) % MOST_RECORDS
}

/** First rows of the units that have a key. */
export function* unitsWith({ rules, writtenIn }: Pick<Kept, 'rules' | 'writtenIn'>, rule: number, hash: number): Generator<number, void> {
  for (const [part, indexes] of rules.entries()) {
    for (const place of placesOf(indexes[rule] ?? new Float64Array(), hash)) if (writtenIn[place] === part) yield place
  }
}
