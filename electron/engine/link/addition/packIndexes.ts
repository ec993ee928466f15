import { hashOf } from '../blockingRules.ts'
import type { LinkedPersons } from '../linkPersons.ts'
import { MOST_RECORDS, type RuleIndex } from '../ruleIndex.ts'

/** After so many rows it is seen whether to go on. */
const BEAT = 16_384
const NONE = -1

/** Pairs as an index in which either finds the other, by their first rows. */
export function bothWays(likely: LinkedPersons['likely'], firsts: Uint32Array): Float64Array {
  const entries = likely.flatMap(({ left, right }) => {
    const [one = 0, other = 0] = [firsts[left], firsts[right]]
    return [one * MOST_RECORDS + other, other * MOST_RECORDS + one]
  })
  return Float64Array.from(entries).sort()
}

/** An index in two lists, hashes and places. @param placeOf what the numbers in the index stand for; themselves without it */
export function inHalves(name: string, index: RuleIndex, placeOf?: Uint32Array): Record<string, Uint32Array> {
  const [hashes, places] = [new Uint32Array(index.length), new Uint32Array(index.length)]
  for (let i = 0; i < index.length; i += 1) {
    const entry = index[i] ?? 0
    const hash = Math.floor(entry / MOST_RECORDS)
    const number = entry - hash * MOST_RECORDS
    hashes[i] = hash
    places[i] = placeOf ? (placeOf[number] ?? 0) : number
  }
  return { [`${name} hashes`]: hashes, [`${name} places`]: places }
}

/** The hard key of every row: its number, −1 for none, and what is behind that. */
interface NumberedKeys {
  numbers: Int32Array
  /** how many there are */
  count: number
  keyOf(row: number): string
}

/** By what rows are one without being compared. @param first the place of the first row */
export function hardKeyIndex(first: number, beat: () => void, { numbers, count, keyOf }: NumberedKeys): Float64Array {
  const entries = new Float64Array(numbers.length)
  // each key is hashed once, however many rows have it
  const hashes = new Float64Array(count).fill(NONE)
  let size = 0
  for (const [row, number] of numbers.entries()) {
    if (row % BEAT === 0) beat()
    if (number === NONE) continue
    if (hashes[number] === NONE) hashes[number] = hashOf(keyOf(row))
    entries[size++] = (hashes[number] ?? 0) * MOST_RECORDS + first + row
  }
  return entries.subarray(0, size).sort()
}
