import { hashOf, type Records } from './blockingRules.ts'
import type { Frequencies, ValueCounter } from './frequencies.ts'

/** Hashes of values, ascending, and beside each how many records have it or a lower one. A fraction of the memory the values themselves would take. */
export interface PackedCount {
  hashes: Uint32Array
  ends: Uint32Array
}

/** By comparison. */
export type PackedCounts = Readonly<Record<string, PackedCount>>

/** After so many records it is seen whether to go on. */
const BEAT = 16_384

/** Counts the values of all records. @param countOne adds those of one @param beat is called now and then; may throw to stop */
export function packCounts<Evidence>({ count, at }: Records<Evidence>, countOne: (record: Evidence, counter: ValueCounter) => void, beat: () => void): PackedCounts {
  const lists: Record<string, { hashes: Uint32Array; size: number }> = {}
  const add = (comparison: string, value: string): void => {
    if (value === '') return
    const list = (lists[comparison] ??= { hashes: new Uint32Array(Math.max(16, count)), size: 0 })
    if (list.size === list.hashes.length) {
      const larger = new Uint32Array(list.size * 2)
      larger.set(list.hashes)
      list.hashes = larger
    }
    list.hashes[list.size] = hashOf(value)
    list.size += 1
  }
  for (let place = 0; place < count; place += 1) {
    if (place % BEAT === 0) beat()
    countOne(at(place), { add })
  }
  return Object.fromEntries(Object.entries(lists).map(([comparison, { hashes, size }]) => [comparison, packed(hashes.subarray(0, size).sort())]))
}

/** @param sorted is overwritten */
function packed(sorted: Uint32Array): PackedCount {
  const ends = new Uint32Array(sorted.length)
  let size = 0
  for (let i = 0; i < sorted.length; i += 1) {
    const hash = sorted[i] ?? 0
    if (i > 0 && hash !== sorted[size - 1]) ends[size - 1] = i
    if (i === 0 || hash !== sorted[size - 1]) sorted[size++] = hash
  }
  if (size > 0) ends[size - 1] = sorted.length
  return { hashes: sorted.slice(0, size), ends: ends.slice(0, size) }
}

const NOTHING: PackedCount = { hashes: new Uint32Array(), ends: new Uint32Array() }

export function packedFrequencies(counts: PackedCounts): Frequencies {
  return {
    count: (comparison, value) => {
      const { hashes, ends } = counts[comparison] ?? NOTHING
      const hash = hashOf(value)
      const place = placeOf(hashes, hash)
      return { count: hashes[place] === hash ? (ends[place] ?? 0) - (ends[place - 1] ?? 0) : 0, of: ends.at(-1) ?? 0 }
    },
  }
}

/**
 * How many numbers of an ascending list are lower. Looked for from where the number would stand if they were spread evenly, as hashes are: in a list
 * of millions every look elsewhere waits for the memory.
 */
export function placeOf(sorted: Uint32Array | Float64Array, value: number): number {
  const [first = 0, last = 0] = [sorted[0], sorted[sorted.length - 1]]
  if (sorted.length === 0 || value <= first) return 0
  if (value > last) return sorted.length
  // from here on the first is lower and the last is not
  const guess = Math.floor(((value - first) / (last - first)) * (sorted.length - 1))
  let [low, high] = [guess, guess]
  for (let step = 1; low > 0 && (sorted[low] ?? 0) >= value; step *= 2) low = Math.max(0, low - step)
  for (let step = 1; (sorted[high] ?? 0) < value; step *= 2) high = Math.min(sorted.length - 1, high + step)
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle
    else high = middle
  }
  return high
}
