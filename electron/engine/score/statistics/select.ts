/**
 * The value that would stand at `place` were the values sorted (Hoare's Find, 1961). The values are moved about: what is before the
 * place is at most that value, what is behind it at least.
 */
export function select(values: Float64Array, place: number): number {
  let left = 0
  let right = values.length - 1
  while (left < right) {
    const pivot = middleOf(values[left] ?? 0, values[(left + right) >> 1] ?? 0, values[right] ?? 0)
    let i = left
    let j = right
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i += 1
      while ((values[j] ?? 0) > pivot) j -= 1
      if (i > j) break
      const swapped = values[i] ?? 0
      values[i] = values[j] ?? 0
      values[j] = swapped
      i += 1
      j -= 1
    }
    if (place <= j) right = j
    else if (place >= i) left = i
    else break
  }
  return values[place] ?? Number.NaN
}

function middleOf(a: number, b: number, c: number): number {
  if (a < b) return b < c ? b : Math.max(a, c)
  return a < c ? a : Math.max(b, c)
}

/** Middle value, or the mean of the two middle ones. The values are moved about. */
export function selectMedian(values: Float64Array): number {
  const half = values.length >> 1
  const upper = select(values, half)
  if (values.length % 2 === 1) return upper
  let lower = -Infinity
  for (let i = 0; i < half; i += 1) lower = Math.max(lower, values[i] ?? lower)
  return (lower + upper) / 2
}

/** The value below which a share of the values lies, interpolated between the two nearest. The values are moved about. */
export function selectQuantile(values: Float64Array, share: number): number {
  const at = share * (values.length - 1)
  const below = Math.floor(at)
  const low = select(values, below)
  let next = Infinity
  for (let i = below + 1; i < values.length; i += 1) next = Math.min(next, values[i] ?? next)
  return next === Infinity ? low : low + (at - below) * (next - low)
}

/** Buckets values are sorted into; more than there are values, so that few share one. */
const BUCKETS = 512

/**
 * Makes a function that counts, for each of so many values, how many are higher. By buckets of equal width, so that only values in the
 * same bucket have to be compared; no sorting. The answer is overwritten by the next call.
 */
export function countAbove(size: number): (values: Float64Array) => Uint32Array {
  const above = new Uint32Array(size)
  const bucketOf = new Uint32Array(size)
  const grouped = new Float64Array(size)
  const ends = new Uint32Array(BUCKETS + 1)
  return (values) => {
    group(values, bucketOf, grouped, ends)
    for (let i = 0; i < size; i += 1) {
      const bucket = bucketOf[i] ?? 0
      const own = values[i] ?? 0
      const end = ends[bucket] ?? 0
      let higher = size - end
      for (let k = bucket === 0 ? 0 : (ends[bucket - 1] ?? 0); k < end; k += 1) if ((grouped[k] ?? 0) > own) higher += 1
      above[i] = higher
    }
    return above
  }
}

/** Puts the values of each bucket together, lowest bucket first; afterwards `ends` holds where each bucket ends. */
function group(values: Float64Array, bucketOf: Uint32Array, grouped: Float64Array, ends: Uint32Array): void {
  let least = Infinity
  let most = -Infinity
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0
    if (value < least) least = value
    if (value > most) most = value
  }
  const perUnit = most > least ? (BUCKETS - 1) / (most - least) : 0
  ends.fill(0)
  for (let i = 0; i < values.length; i += 1) {
    const bucket = Math.floor(((values[i] ?? 0) - least) * perUnit)
    bucketOf[i] = bucket
    ends[bucket + 1] = (ends[bucket + 1] ?? 0) + 1
  }
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) ends[bucket + 1] = (ends[bucket + 1] ?? 0) + (ends[bucket] ?? 0)
  for (let i = 0; i < values.length; i += 1) {
    const bucket = bucketOf[i] ?? 0
    const at = ends[bucket] ?? 0
    grouped[at] = values[i] ?? 0
    ends[bucket] = at + 1
  }
}
