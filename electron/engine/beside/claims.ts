/** Part of a list: from a place up to another, which is not in it. */
export interface Range {
  from: number
  to: number
}

/** A list of so many in ranges of a size, in order. */
export function* rangesOf(count: number, size: number): Generator<Range, void> {
  for (let from = 0; from < count; from += size) yield rangeAt(from, count, size)
}

/** Shared memory two threads take ranges of one list from. */
export function newClaims(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}

/** Those of {@link rangesOf} that no thread took before, each taken when it is asked for; ascending. */
export function* claimedRanges(claims: Int32Array, count: number, size: number): Generator<Range, void> {
  for (let from = Atomics.add(claims, 0, 1) * size; from < count; from = Atomics.add(claims, 0, 1) * size) yield rangeAt(from, count, size)
}

function rangeAt(from: number, count: number, size: number): Range {
  return { from, to: Math.min(count, from + size) }
}
