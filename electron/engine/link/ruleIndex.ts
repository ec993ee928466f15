import type { Range } from '../beside/claims.ts'
import { hashesBy, type BlockingRule, type HashedRule, type Records } from './blockingRules.ts'
import { ascending, makeList } from './numberList.ts'

/** 2^21: a hash of 32 bits and a place in the list stand together in one double without loss. */
export const MOST_RECORDS = 2_097_152

/** One entry per record and key, sorted by hash, then place. */
export type RuleIndex = Float64Array

/** After so many records it is seen whether to go on. */
export const RECORDS_AT_ONCE = 16_384

/** What happens while records pass by. */
export interface Passing<Evidence> {
  /** is shown every record */
  see?: ((record: Evidence, place: number) => void) | undefined
  /** called at every range; may throw to stop */
  beat?: (() => void) | undefined
}

/**
 * The index of every rule, in one pass over the records.
 * @param ranges of places, ascending: the records that pass
 * @throws RangeError for more than {@link MOST_RECORDS} records
 */
export function indexRules<Evidence>({ count, at }: Records<Evidence>, rules: readonly (BlockingRule<Evidence> | HashedRule<Evidence>)[], ranges: Iterable<Range>, { see, beat }: Passing<Evidence> = {}): RuleIndex[] {
  if (count > MOST_RECORDS) throw new RangeError('too many records for one index')
  const lists = rules.map((rule) => {
    const [list, hashes] = [makeList(count), hashesBy(rule)]
    const add = (record: Evidence, place: number): void => {
      for (const hash of hashes(record)) list.add(hash * MOST_RECORDS + place)
    }
    return { list, add }
  })
  for (const { from, to } of ranges) {
    beat?.()
    for (let place = from; place < to; place += 1) {
      const record = at(place)
      for (const { add } of lists) add(record, place)
      see?.(record, place)
    }
  }
  return lists.map(({ list }) => {
    beat?.()
    return ascending(list)
  })
}
