import { rangeBehind, rangeSize, type NextRange } from '../../store/countRanges.ts'

/** Shared memory that two threads take ranges of addresses from: where the last one ended, and whether somebody is looking for the next. */
export function newRanges(): SharedArrayBuffer {
  return new SharedArrayBuffer(2 * BigInt64Array.BYTES_PER_ELEMENT)
}

const FREE = 0
const TAKEN = 1

/** Gives the ranges nobody took before. Where one ends follows from the addresses, so that one thread looks while the other waits. */
export function rangesIn(shared: SharedArrayBuffer): NextRange {
  const ended = new BigInt64Array(shared, 0, 1)
  const door = new Int32Array(shared, BigInt64Array.BYTES_PER_ELEMENT, 1)
  let size = 0
  return (reader) => {
    size ||= rangeSize(reader)
    while (Atomics.compareExchange(door, 0, FREE, TAKEN) === TAKEN) Atomics.wait(door, 0, TAKEN)
    try {
      const last = Number(Atomics.load(ended, 0))
      if (last === Number.MAX_SAFE_INTEGER) return null
      const range = rangeBehind(reader, last, size)
      Atomics.store(ended, 0, BigInt(range.to))
      return range
    } finally {
      Atomics.store(door, 0, FREE)
      Atomics.notify(door, 0)
    }
  }
}
