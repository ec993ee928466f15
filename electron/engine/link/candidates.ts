/** Records that share a key of a rule are compared. */
export interface BlockingRule<Evidence> {
  id: string
  /** what the rule looks at, in Dutch */
  label: string
  /** none, one or several keys; no key for what is not known */
  keys(evidence: Evidence): readonly string[]
}

/** What one rule yielded. */
export interface RuleYield {
  id: string
  label: string
  /** pairs in blocks that are not too large, pairs of other rules included */
  pairs: number
  /** blocks too large to mean anything, and the records in them */
  skippedBlocks: number
  skippedRecords: number
}

/** Pairs of places in a list of records, each once, the lower place first: `left * count + right`, ascending. */
export interface Candidates {
  count: number
  pairs: Float64Array
  rules: RuleYield[]
}

/** 2^21: a hash of 32 bits and a place in the list stand together in one double without loss. */
export const MOST_RECORDS = 2_097_152

/** One entry per record and key, sorted by hash, then place. */
export type RuleIndex = Float64Array

/** @throws RangeError for more than {@link MOST_RECORDS} records */
export function indexRule<Evidence>(records: readonly Evidence[], rule: BlockingRule<Evidence>): RuleIndex {
  if (records.length > MOST_RECORDS) throw new RangeError('too many records for one index')
  let entries = new Float64Array(records.length + 16)
  let size = 0
  for (const [place, record] of records.entries()) {
    for (const key of rule.keys(record)) {
      if (size === entries.length) entries = grown(entries)
      entries[size] = hashOf(key) * MOST_RECORDS + place
      size += 1
    }
  }
  return entries.subarray(0, size).sort()
}

/**
 * The candidate pairs of all rules together.
 * @param isWorth false for pairs of which is known beforehand that they are not one
 * @param mostInBlock blocks with more records than this say nothing: a name everyone has, one address for all
 */
export function findCandidates<Evidence>(
  records: readonly Evidence[], rules: readonly BlockingRule<Evidence>[], mostInBlock: number, isWorth: (left: number, right: number) => boolean = () => true,
): Candidates {
  const count = records.length
  let pairs = new Float64Array(1024)
  let size = 0
  const yields = rules.map((rule): RuleYield => {
    const before = size
    const own: RuleYield = { id: rule.id, label: rule.label, pairs: 0, skippedBlocks: 0, skippedRecords: 0 }
    for (const block of blocksOf(indexRule(records, rule))) {
      if (block.length > mostInBlock) {
        own.skippedBlocks += 1
        own.skippedRecords += block.length
        continue
      }
      while (size + (block.length * (block.length - 1)) / 2 > pairs.length) pairs = grown(pairs)
      size = addPairs(block, count, isWorth, pairs, size)
    }
    own.pairs = size - before
    return own
  })
  return { count, pairs: unique(pairs.subarray(0, size).sort()), rules: yields }
}

/** Writes the pairs of a block from place `size` on. @returns the place after the last */
function addPairs(block: readonly number[], count: number, isWorth: (left: number, right: number) => boolean, pairs: Float64Array, size: number): number {
  let next = size
  for (const [i, left] of block.entries()) {
    for (let j = i + 1; j < block.length; j += 1) {
      const right = block[j] ?? 0
      if (isWorth(left, right)) pairs[next++] = left * count + right
    }
  }
  return next
}

/** Places that share a hash, ascending, each once; blocks of one are left out. */
function* blocksOf(index: RuleIndex): Generator<number[], void> {
  let start = 0
  while (start < index.length) {
    const hash = Math.floor((index[start] ?? 0) / MOST_RECORDS)
    let end = start + 1
    while (end < index.length && Math.floor((index[end] ?? 0) / MOST_RECORDS) === hash) end += 1
    if (end - start > 1) {
      const block = Array.from(unique(index.subarray(start, end)), (entry) => entry % MOST_RECORDS)
      if (block.length > 1) yield block
    }
    start = end
  }
}

/** @param sorted is overwritten */
function unique(sorted: Float64Array): Float64Array {
  let size = 0
  for (let i = 0; i < sorted.length; i += 1) {
    if (i > 0 && sorted[i] === sorted[size - 1]) continue
    sorted[size] = sorted[i] ?? 0
    size += 1
  }
  return sorted.subarray(0, size)
}

function grown(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2)
  larger.set(array)
  return larger
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a over UTF-16 units, 32 bits. Two keys with one hash only cost a comparison too many. */
export function hashOf(key: string): number {
  let hash = FNV_OFFSET
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), FNV_PRIME)
  return hash >>> 0
}
