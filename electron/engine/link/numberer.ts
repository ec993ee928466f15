/** Gives every different value a number, from 0. */
export interface Numberer<Value> {
  /** values by their number */
  all: Value[]
  of(value: Value): number
}

export function makeNumberer<Value>(): Numberer<Value> {
  const numbers = new Map<Value, number>()
  const all: Value[] = []
  return {
    all,
    of: (value) => {
      const known = numbers.get(value)
      if (known !== undefined) return known
      numbers.set(value, all.length)
      return all.push(value) - 1
    },
  }
}

/** The number of a text; −1 for the empty one. */
export function numberOf(numbers: Numberer<string>, text: string): number {
  return text === '' ? -1 : numbers.of(text)
}

/** So many different values of each half a pair can be made of. */
const HALF = 2 ** 26

/** Gives every different pair of numbers a number; −1 when one of the two is −1. */
export function makePairNumberer(): { count(): number; of(left: number, right: number): number } {
  const pairs = makeNumberer<number>()
  return {
    count: () => pairs.all.length,
    of: (left, right) => (left < 0 || right < 0 ? -1 : pairs.of(left * HALF + right)),
  }
}
