/** A list of numbers, of which another can be copied into it. */
export interface NumberList extends ArrayLike<number> {
  set(list: ArrayLike<number>, at: number): void
}

export interface ListOf<List> {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): List
  BYTES_PER_ELEMENT: number
}

/** The numbers that stand in packed bytes; none for none. */
export function numbersIn<List>(Numbers: ListOf<List>, data: Uint8Array = new Uint8Array()): List {
  // a number must begin at a multiple of its size
  const { buffer, byteOffset, byteLength } = data.byteOffset % Numbers.BYTES_PER_ELEMENT === 0 ? data : new Uint8Array(data)
  return new Numbers(buffer, byteOffset, byteLength / Numbers.BYTES_PER_ELEMENT)
}

/** The bytes of a list, to be kept. */
export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** Lists behind one another, in memory that threads share; a single one as it is. */
export function joined<List extends NumberList>(Numbers: ListOf<List>, lists: readonly List[]): List {
  const [first, ...others] = lists
  if (first && others.length === 0) return first
  const length = lists.reduce((sum, list) => sum + list.length, 0)
  const all = new Numbers(new SharedArrayBuffer(length * Numbers.BYTES_PER_ELEMENT), 0, length)
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all
}
