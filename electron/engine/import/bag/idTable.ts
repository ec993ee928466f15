const EMPTY = -1
const FILLED_AT_MOST = 0.6

/**
 * BAG numbers to small indexes 0, 1, 2 …, outside the JavaScript heap: a national extract has ten million of them.
 * Numbers stay below 2^53, so they are exact as floats.
 */
export class IdTable {
  #ids: Float64Array
  #slots: Int32Array
  #mask: number
  size = 0

  constructor(capacity = 1024) {
    this.#ids = new Float64Array(capacity)
    this.#slots = new Int32Array(capacity * 2).fill(EMPTY)
    this.#mask = capacity * 2 - 1
  }

  /** The index of a number, or −1. */
  find(id: number): number {
    for (let slot = slotOf(id, this.#mask); ; slot = (slot + 1) & this.#mask) {
      const index = this.#slots[slot] ?? EMPTY
      if (index === EMPTY || this.#ids[index] === id) return index
    }
  }

  /** The index of a number, new or not. */
  add(id: number): number {
    const found = this.find(id)
    if (found !== EMPTY) return found
    if (this.size + 1 > (this.#mask + 1) * FILLED_AT_MOST) this.#grow()
    if (this.size === this.#ids.length) this.#ids = grown(this.#ids, Float64Array)
    const index = this.size
    this.#ids[index] = id
    this.#place(id, index)
    this.size += 1
    return index
  }

  #place(id: number, index: number): void {
    let slot = slotOf(id, this.#mask)
    while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & this.#mask
    this.#slots[slot] = index
  }

  #grow(): void {
    this.#mask = this.#slots.length * 2 - 1
    this.#slots = new Int32Array(this.#mask + 1).fill(EMPTY)
    for (let i = 0; i < this.size; i += 1) this.#place(this.#ids[i] ?? 0, i)
  }
}

/** Municipality and object type stand in front and the counting digits behind; mixing both halves spreads them. */
function slotOf(id: number, mask: number): number {
  const high = Math.floor(id / 0x1_0000_0000)
  let hash = Math.imul((id >>> 0) ^ Math.imul(high, 0x85eb_ca6b), 0x9e37_79b1)
  hash ^= hash >>> 15
  return hash & mask
}

/** A column of numbers beside an {@link IdTable}, growing with it; what was never set reads as 0. */
export class Column<A extends Int32Array | Float64Array | Uint8Array | Uint16Array> {
  readonly #make: new (length: number) => A
  #values: A

  constructor(make: new (length: number) => A) {
    this.#make = make
    this.#values = new make(1024)
  }

  get(index: number): number {
    return this.#values[index] ?? 0
  }

  set(index: number, value: number): void {
    while (index >= this.#values.length) this.#values = grown(this.#values, this.#make)
    this.#values[index] = value
  }
}

function grown<A extends Int32Array | Float64Array | Uint8Array | Uint16Array>(values: A, make: new (length: number) => A): A {
  const larger = new make(values.length * 2)
  larger.set(values)
  return larger
}
