import type { BlockingRule } from './blockingRules.ts'
import { ascending, makeList } from './numberList.ts'
import { MOST_RECORDS, type RuleIndex } from './ruleIndex.ts'

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

/** Blocks with more records than this say nothing. */
export const MOST_IN_BLOCK = 60

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
  return { count, pairs: ascending(pairs), rules: yields }
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
