/** Gives every different value a number, from 0. */
export interface Numberer<Value> {
  /** values by their number */
  all: Value[]
  of(value: Value): number
}

export function makeNumberer<Value>(): Numberer<Value> {
  const numbers = new Map<Value, number>()
  const all: Value[] = []
  let latest = -1
  return {
    all,
    of: (value) => {
      // rows that follow each other often say the same
      if (latest !== -1 && all[latest] === value) return latest
      const known = numbers.get(value)
      latest = known ?? all.push(value) - 1
      if (known === undefined) numbers.set(value, latest)
      return latest
    },
  }
}

/** The number of a text; −1 for the empty one. */
export function numberOf(numbers: Numberer<string>, text: string): number {
  return text === '' ? -1 : numbers.of(text)
}

/** Room for so many pairs to begin with; a power of two. */
const ROOM = 2 ** 12
const NONE = -1

/** Gives every different pair of numbers a number; −1 when one of the two is −1. A table of plain numbers: there are as many pairs as rows. */
export function makePairNumberer(): { count(): number; of(left: number, right: number): number } {
  let [lefts, rights, numbers] = makeTable(ROOM)
  let count = 0

  /** where a pair stands, or the free place it belongs */
  const placeOf = (left: number, right: number): number => {
    const mask = numbers.length - 1
    let place = mixed(left, right) & mask
    while (numbers[place] !== NONE && (lefts[place] !== left || rights[place] !== right)) place = (place + 1) & mask
    return place
  }

  const put = (left: number, right: number, number: number): void => {
    const place = placeOf(left, right)
    lefts[place] = left
    rights[place] = right
    numbers[place] = number
  }

  const grow = (): void => {
    const [oldLefts, oldRights, oldNumbers] = [lefts, rights, numbers]
    ;[lefts, rights, numbers] = makeTable(numbers.length * 2)
    for (const [place, number] of oldNumbers.entries()) if (number !== NONE) put(oldLefts[place] ?? 0, oldRights[place] ?? 0, number)
  }

  return {
    count: () => count,
    of: (left, right) => {
      if (left < 0 || right < 0) return NONE
      const known = numbers[placeOf(left, right)] ?? NONE
      if (known !== NONE) return known
      if (count * 2 >= numbers.length) grow()
      put(left, right, count)
      count += 1
      return count - 1
    },
  }
}

function makeTable(room: number): [Int32Array, Int32Array, Int32Array] {
  return [new Int32Array(room), new Int32Array(room), new Int32Array(room).fill(NONE)]
}

/** Spreads pairs over the table (the multipliers are those of MurmurHash3). */
function mixed(left: number, right: number): number {
  const one = Math.imul(left, 0xcc9e2d51) ^ Math.imul(right, 0x1b873593)
  return Math.imul(one ^ (one >>> 15), 0x85ebca6b) >>> 7
}
