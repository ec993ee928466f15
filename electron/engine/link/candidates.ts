/** Records that share a key of a rule are compared. */
export interface BlockingRule<Evidence> {
  id: string
  /** what the rule looks at, in Dutch */
  label: string
  /** none, one or several keys; no key for what is not known */
  keys(evidence: Evidence): readonly string[]
}

/** A rule that gives the hashes of its keys. */
export interface HashedRule<Evidence> extends Pick<BlockingRule<Evidence>, 'id' | 'label'> {
  hashes(evidence: Evidence): readonly number[]
}

/** Rules that remember what they found, for records that are asked of more than once. */
export function rememberedRules<Evidence extends object>(rules: readonly BlockingRule<Evidence>[]): HashedRule<Evidence>[] {
  const known = new Map<Evidence, (readonly number[])[]>()
  let last: Evidence | undefined
  let found: (readonly number[])[] = []
  // several rules ask of one record after another
  const foundOf = (evidence: Evidence): (readonly number[])[] => {
    if (evidence !== last) {
      found = known.get(evidence) ?? []
      if (found.length === 0) known.set(evidence, found)
      last = evidence
    }
    return found
  }
  return rules.map(({ id, label, keys }, rule) => ({ id, label, hashes: (evidence) => (foundOf(evidence)[rule] ??= keys(evidence).map(hashOf)) }))
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

/** Records by their place. */
export interface Records<Evidence> {
  count: number
  at(place: number): Evidence
}

/** After so many records it is seen whether to go on. */
const BEAT = 16_384

/**
 * The index of every rule, in one pass over the records.
 * @param beat is called now and then; may throw to stop
 * @param see is shown every record, in order
 * @throws RangeError for more than {@link MOST_RECORDS} records
 */
export function indexRules<Evidence>({ count, at }: Records<Evidence>, rules: readonly (BlockingRule<Evidence> | HashedRule<Evidence>)[], beat?: () => void, see?: (record: Evidence, place: number) => void): RuleIndex[] {
  if (count > MOST_RECORDS) throw new RangeError('too many records for one index')
  const lists = rules.map((rule) => {
    const list = makeList(count)
    const addHashed = (record: Evidence, place: number, hashes: HashedRule<Evidence>['hashes']): void => {
      for (const hash of hashes(record)) list.add(hash * MOST_RECORDS + place)
    }
    const addKeyed = (record: Evidence, place: number, keys: BlockingRule<Evidence>['keys']): void => {
      for (const key of keys(record)) list.add(hashOf(key) * MOST_RECORDS + place)
    }
    return { list, add: (record: Evidence, place: number) => ('hashes' in rule ? addHashed(record, place, rule.hashes) : addKeyed(record, place, rule.keys)) }
  })
  for (let place = 0; place < count; place += 1) {
    if (place % BEAT === 0) beat?.()
    const record = at(place)
    for (const { add } of lists) add(record, place)
    see?.(record, place)
  }
  return lists.map(({ list }) => {
    beat?.()
    return unique(list.values().sort())
  })
}

/** How many records have a key, by the place of its rule and its hash; `own` is how many of those in the index have it. */
export type SizeOfBlock = (rule: number, hash: number, own: number) => number

/** What candidates are looked for by. */
export interface Search {
  count: number
  rules: readonly Pick<BlockingRule<never>, 'id' | 'label'>[]
  /** false for pairs of which is known beforehand that they are not one */
  isWorth(left: number, right: number): boolean
  sizeOfBlock?: SizeOfBlock | undefined
  /** called now and then; may throw to stop */
  beat?: (() => void) | undefined
}

/**
 * The candidate pairs of all rules together.
 * @param indexes of the rules, in the same order
 * @param mostInBlock blocks with more records than this say nothing: a name everyone has, one address for all
 */
export function findCandidates({ count, rules, isWorth, sizeOfBlock = (_rule, _hash, own) => own, beat }: Search, indexes: readonly RuleIndex[], mostInBlock: number): Candidates {
  const pairs = makeList(1024)
  const yields = rules.map(({ id, label }, rule): RuleYield => {
    beat?.()
    const before = pairs.size()
    const own: RuleYield = { id, label, pairs: 0, skippedBlocks: 0, skippedRecords: 0 }
    for (const { hash, block } of blocksOf(indexes[rule] ?? new Float64Array())) {
      if (sizeOfBlock(rule, hash, block.length) > mostInBlock) {
        own.skippedBlocks += 1
        own.skippedRecords += block.length
      } else addPairs(block, count, isWorth, pairs.add)
    }
    own.pairs = pairs.size() - before
    return own
  })
  return { count, pairs: unique(pairs.values().sort()), rules: yields }
}

function addPairs(block: Float64Array, count: number, isWorth: (left: number, right: number) => boolean, add: (pair: number) => void): void {
  for (const [i, left] of block.entries()) {
    for (const right of block.subarray(i + 1)) if (isWorth(left, right)) add(left * count + right)
  }
}

/** Places that share a hash, ascending; blocks of one are left out. */
function* blocksOf(index: RuleIndex): Generator<{ hash: number; block: Float64Array }, void> {
  let start = 0
  while (start < index.length) {
    const hash = Math.floor((index[start] ?? 0) / MOST_RECORDS)
    let end = start + 1
    while (end < index.length && Math.floor((index[end] ?? 0) / MOST_RECORDS) === hash) end += 1
    if (end - start > 1) yield { hash, block: index.slice(start, end).map((entry) => entry % MOST_RECORDS) }
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

/** A list of numbers that grows. */
function makeList(expected: number): { add(value: number): void; size(): number; values(): Float64Array } {
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

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a over UTF-16 units, 32 bits. Two keys with one hash only cost a comparison too many. */
export function hashOf(key: string): number {
  let hash = FNV_OFFSET
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), FNV_PRIME)
  return hash >>> 0
}
