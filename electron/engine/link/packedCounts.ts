import { hashOf, type Records } from './candidates.ts'
import type { Frequencies, ValueCounter } from './frequencies.ts'

/** By comparison: the hash of the value of every record that has one, ascending. A tenth of the memory the values themselves would take. */
export type PackedCounts = Readonly<Record<string, Uint32Array>>

/** Counts the values of all records. @param countOne adds those of one */
export function packCounts<Evidence>({ count, at }: Records<Evidence>, countOne: (record: Evidence, counter: ValueCounter) => void): PackedCounts {
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
  for (let place = 0; place < count; place += 1) countOne(at(place), { add })
  return Object.fromEntries(Object.entries(lists).map(([comparison, { hashes, size }]) => [comparison, hashes.slice(0, size).sort()]))
}

export function packedFrequencies(packed: PackedCounts): Frequencies {
  return {
    count: (comparison, value) => {
      const hashes = packed[comparison] ?? new Uint32Array()
      const hash = hashOf(value)
      const first = placeOf(hashes, hash)
      return { count: endOf(hashes, hash, first) - first, of: hashes.length }
    },
  }
}

/** Where the run of a hash ends that begins at a place: in steps that double, because most runs are short. */
function endOf(hashes: Uint32Array, hash: number, first: number): number {
  let step = 1
  while (hashes[first + step - 1] === hash) step *= 2
  const from = first + Math.floor(step / 2)
  return from + placeOf(hashes.subarray(from, first + step - 1), hash + 1)
}

/** How many numbers of an ascending list are lower. */
export function placeOf(sorted: Uint32Array | Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
