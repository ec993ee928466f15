/** A reproducible source of chance: the same seed gives the same municipality, on every machine. */
export interface Random {
  /** a number in [0, 1) */
  next(): number
  /** a whole number from 0 up to and not including `below` */
  below(below: number): number
  /** a whole number from `low` up to and including `high` */
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** a stream of its own, so that a change in one part of the generator leaves the others as they were */
  fork(name: string): Random
}

/** Chooses from a list by weight; prepared once, drawn often. */
export type Picker<T> = (random: Random) => T

/** sfc32 by Chris Doty-Humphrey (PractRand), seeded with a hash of the seed and the name of the stream. */
export function makeRandom(seed: string): Random {
  let [a, b, c, counter] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1]
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 12; i += 1) next()
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick: (list) => at(list, below(list.length)),
    fork: (name) => makeRandom(`${seed}/${name}`),
  }
}

/** @throws when the list is empty or no weight is above zero */
export function weighted<T>(entries: readonly (readonly [T, number])[]): Picker<T> {
  const limits: number[] = []
  let total = 0
  for (const [, weight] of entries) limits.push((total += weight))
  return (random) => at(entries, firstAbove(limits, random.next() * total))[0]
}

/** The list in another order; the list itself stays as it is. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list]
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1)
    const [first, second] = [at(result, i), at(result, j)]
    result[i] = second
    result[j] = first
  }
  return result
}

/** The element at a place that is known to exist. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`no element ${index} of ${list.length}`)
  return found
}

function firstAbove(limits: readonly number[], value: number): number {
  let [low, high] = [0, limits.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(limits, middle) > value) high = middle
    else low = middle + 1
  }
  return low
}

/** FNV-1a with a final mix (murmur3). */
function hash(text: string, salt: number): number {
  let value = 2166136261 ^ salt
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 16777619)
  value = Math.imul(value ^ (value >>> 16), 2246822507)
  value = Math.imul(value ^ (value >>> 13), 3266489909)
  return (value ^ (value >>> 16)) | 0
}
