/** A list of numbers that grows. */
export interface GrowingList {
  add(value: number): void
  size(): number
  values(): Float64Array
}

export function makeList(expected: number): GrowingList {
  let values = new Float64Array(Math.max(16, expected))
  let size = 0
  return {
    add: (value) => {
      if (size === values.length) {
        const larger = new Float64Array(size * 2)
        larger.set(values)
        values = larger
      }
      values[size] = value
      size += 1
    },
    size: () => size,
    values: () => values.subarray(0, size),
  }
}

/** The numbers of a list, each once; the list is not to be used any more. */
export function ascending(list: GrowingList): Float64Array {
  const sorted = list.values().sort()
  let size = 0
  for (let i = 0; i < sorted.length; i += 1) {
    if (i > 0 && sorted[i] === sorted[size - 1]) continue
    sorted[size] = sorted[i] ?? 0
    size += 1
  }
  return sorted.subarray(0, size)
}

/** The numbers of two lists that ascend and have none in common. */
export function merged(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length)
  let [i, j] = [0, 0]
  for (let at = 0; at < both.length; at += 1) {
    const [first = Infinity, second = Infinity] = [one[i], other[j]]
    both[at] = Math.min(first, second)
    if (first < second) i += 1
    else j += 1
  }
  return both
}
