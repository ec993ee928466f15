/** So many numbers each, in memory that threads share: given to another thread it is not copied. */
export function sharedNumbers(count: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT))
}

export function sharedDoubles(count: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT))
}

/** The same numbers, where another thread can have them; not with what room there is behind them. */
export function sharedCopy(numbers: Float64Array): Float64Array {
  const copy = sharedDoubles(numbers.length)
  copy.set(numbers)
  return copy
}

export function sharedWords(count: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(count * Uint32Array.BYTES_PER_ELEMENT))
}

export function sharedHalves(count: number): Uint16Array {
  return new Uint16Array(new SharedArrayBuffer(count * Uint16Array.BYTES_PER_ELEMENT))
}

export function sharedBytes(count: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(count))
}
