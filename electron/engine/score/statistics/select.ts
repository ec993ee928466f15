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
  return middleFrom(values, values.length >> 1, values.length % 2 === 0)
}

/**
 * Makes a function that gives the median of columns of so many values that are alike, such as the draws of one group: it looks around
 * the median of the column before, and only where the median is not there does it go through all of them. The values may be moved about.
 */
export function medianFinder(size: number): (values: Float64Array) => number {
  const near = new Float64Array(size + 1)
  const half = size >> 1
  const first = size % 2 === 1 ? half : half - 1
  let middle = Number.NaN
  let reach = 0
  return (values) => {
    let [below, found] = [0, 0]
    // counted as numbers, without branches a processor would guess wrong
    for (let i = 0; i < size; i += 1) {
      const distance = (values[i] ?? 0) - middle
      near[found] = values[i] ?? 0
      found += Number(Math.abs(distance) <= reach)
      below += Number(distance < -reach)
    }
    const isInside = below <= first && half < below + found
    const median = isInside ? middleFrom(near.subarray(0, found), half - below, size % 2 === 0) : selectMedian(values)
    if (!isInside) reach = Math.max(2 * reach, Math.abs(median - middle), Number.MIN_VALUE) || 0.1
    else if (found > MOST_NEAR * size) reach *= 0.8
    middle = median
    return median
  }
}

/** A window that holds a larger share of the values is made narrower. */
const MOST_NEAR = 0.3

/** The value at a place, or the mean of it and the one before. */
function middleFrom(values: Float64Array, place: number, isMean: boolean): number {
  const upper = select(values, place)
  if (!isMean) return upper
  let lower = -Infinity
  for (let i = 0; i < place; i += 1) lower = Math.max(lower, values[i] ?? lower)
  return (lower + upper) / 2
}

/** Buckets in which values are counted to find the few that lie at a quantile. */
const SHELVES = 256

/** Makes a function that gives the values below which some shares of so many values lie, interpolated between the two nearest. */
export function quantileFinder(size: number, shares: readonly number[]): (values: Float64Array) => number[] {
  const counts = new Uint32Array(SHELVES)
  const shelfOf = new Uint16Array(size)
  const few = new Float64Array(size)
  return (values) => {
    countShelves(values, shelfOf, counts)
    return shares.map((share) => {
      const at = share * (size - 1)
      const low = Math.floor(at)
      const { first, last, below } = shelvesOf(counts, low, Math.min(low + 1, size - 1))
      let found = 0
      for (let i = 0; i < size; i += 1) {
        const shelf = shelfOf[i] ?? 0
        few[found] = values[i] ?? 0
        found += Number(shelf >= first) & Number(shelf <= last)
      }
      const sorted = few.subarray(0, found).sort()
      const [one, next] = [sorted[low - below] ?? Number.NaN, sorted[low - below + 1]]
      return next === undefined ? one : one + (at - low) * (next - one)
    })
  }
}

function countShelves(values: Float64Array, shelfOf: Uint16Array, counts: Uint32Array): void {
  const { least, most } = boundsOf(values)
  const perUnit = most > least ? (SHELVES - 1) / (most - least) : 0
  counts.fill(0)
  for (let i = 0; i < values.length; i += 1) {
    const shelf = Math.floor(((values[i] ?? 0) - least) * perUnit)
    shelfOf[i] = shelf
    counts[shelf] = (counts[shelf] ?? 0) + 1
  }
}

/** The shelves that hold two places next to each other, and how many values lie before the first. */
function shelvesOf(counts: Uint32Array, low: number, high: number): { first: number; last: number; below: number } {
  let [shelf, before] = [0, 0]
  for (; before + (counts[shelf] ?? 1) <= low; shelf += 1) before += counts[shelf] ?? 0
  const [first, below] = [shelf, before]
  for (; before + (counts[shelf] ?? 1) <= high; shelf += 1) before += counts[shelf] ?? 0
  return { first, last: shelf, below }
}

function boundsOf(values: Float64Array): { least: number; most: number } {
  let least = Infinity
  let most = -Infinity
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0
    if (value < least) least = value
    if (value > most) most = value
  }
  return { least, most }
}

/** Buckets per value: more than one, so that few values share a bucket. */
const BUCKETS_PER_VALUE = 2

/** Fewer values in a bucket are compared one by one. */
const FEW = 32

/**
 * Makes a function that counts, for each of so many values, how many are higher. By buckets of equal width, so that only values in the
 * same bucket have to be compared; no sorting, but of a bucket that holds many. The answer is overwritten by the next call.
 */
export function countAbove(size: number): (values: Float64Array) => Uint32Array {
  const above = new Uint32Array(size)
  const bucketOf = new Uint32Array(size)
  const grouped = new Float64Array(size)
  const ends = new Uint32Array(BUCKETS_PER_VALUE * size + 2)
  return (values) => {
    group(values, bucketOf, grouped, ends)
    for (let bucket = 0; bucket < ends.length; bucket += 1) {
      const [start, end] = [bucket === 0 ? 0 : (ends[bucket - 1] ?? 0), ends[bucket] ?? 0]
      if (end - start > FEW) grouped.subarray(start, end).sort()
    }
    for (let i = 0; i < size; i += 1) {
      const bucket = bucketOf[i] ?? 0
      const [start, end] = [bucket === 0 ? 0 : (ends[bucket - 1] ?? 0), ends[bucket] ?? 0]
      above[i] = size - end + (end - start > FEW ? end - firstAbove(grouped, start, end, values[i] ?? 0) : higherAmong(grouped, start, end, values[i] ?? 0))
    }
    return above
  }
}

function higherAmong(grouped: Float64Array, start: number, end: number, own: number): number {
  let higher = 0
  for (let k = start; k < end; k += 1) higher += Number((grouped[k] ?? 0) > own)
  return higher
}

/** In a part that is sorted. */
function firstAbove(grouped: Float64Array, start: number, end: number, own: number): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((grouped[middle] ?? 0) > own) high = middle
    else low = middle + 1
  }
  return low
}

/** Puts the values of each bucket together, lowest bucket first; afterwards `ends` holds where each bucket ends. */
function group(values: Float64Array, bucketOf: Uint32Array, grouped: Float64Array, ends: Uint32Array): void {
  const { least, most } = boundsOf(values)
  const buckets = ends.length - 1
  const perUnit = most > least ? (buckets - 1) / (most - least) : 0
  ends.fill(0)
  for (let i = 0; i < values.length; i += 1) {
    const bucket = Math.floor(((values[i] ?? 0) - least) * perUnit)
    bucketOf[i] = bucket
    ends[bucket + 1] = (ends[bucket + 1] ?? 0) + 1
  }
  for (let bucket = 0; bucket < buckets; bucket += 1) ends[bucket + 1] = (ends[bucket + 1] ?? 0) + (ends[bucket] ?? 0)
  for (let i = 0; i < values.length; i += 1) {
    const bucket = bucketOf[i] ?? 0
    const at = ends[bucket] ?? 0
    grouped[at] = values[i] ?? 0
    ends[bucket] = at + 1
  }
}
