import { rangesOf, type Range } from '../beside/claims.ts'
import { findCandidates, MOST_IN_BLOCK, type Candidates } from './candidates.ts'
import { isLikely, type FoundPair, type LinkSet } from './linkSet.ts'
import { indexRules, RECORDS_AT_ONCE, type RuleIndex } from './ruleIndex.ts'
import type { PairScore } from './scorePair.ts'

/** After so many pairs it is seen whether to go on. */
export const PAIRS_AT_ONCE = 16_384

/** Who does what takes long of a set: this thread alone, or one beside it as well (share/twoHands.ts). */
export interface Hands {
  /** keys of all records, by rule */
  indexes(): RuleIndex[]
  /** the candidates heavy enough to be a proposal, in their order */
  pairs(candidates: Candidates): FoundPair[]
}

export function alone<Evidence>(set: LinkSet<Evidence>): Hands {
  return {
    indexes: () => indexRules(set, set.rules, rangesOf(set.count, RECORDS_AT_ONCE), set),
    pairs: (candidates) => weighPairs(set, candidates, rangesOf(candidates.pairs.length, PAIRS_AT_ONCE)),
  }
}

/**
 * Candidates, their scores, and those heavy enough to be a proposal.
 * @param twins pairs to weigh besides the candidates: alike, but with hard keys of their own
 */
export function findPairs<Evidence>(set: LinkSet<Evidence>, twins: readonly (readonly [number, number])[] = [], hands = alone(set)): { candidates: Candidates; pairs: FoundPair[]; indexes: RuleIndex[] } {
  const indexes = hands.indexes()
  const candidates = findCandidates(set, indexes, MOST_IN_BLOCK)
  const pairs = hands.pairs(candidates)
  const weigh = pairWeigher(set)
  for (const [left, right] of twins) {
    const found = weigh(left, right)
    if (found?.isContradicted) pairs.push(found)
  }
  return { candidates, pairs, indexes }
}

/** @param ranges of the candidates, ascending: those to weigh */
export function weighPairs<Evidence>(set: LinkSet<Evidence>, { count, pairs }: Pick<Candidates, 'count' | 'pairs'>, ranges: Iterable<Range>): FoundPair[] {
  const found: FoundPair[] = []
  const weigh = pairWeigher(set)
  for (const { from, to } of ranges) {
    set.beat?.()
    for (const packed of pairs.subarray(from, to)) {
      const left = Math.floor(packed / count)
      const pair = weigh(left, packed - left * count)
      if (pair) found.push(pair)
    }
  }
  return found
}

/** Weighs pairs; of those that follow each other the left one is often the same. */
function pairWeigher<Evidence>(set: LinkSet<Evidence>): (left: number, right: number) => FoundPair | null {
  let latest: { place: number; evidence: Evidence } | undefined
  return (left, right) => {
    if (latest?.place !== left) latest = { place: left, evidence: set.at(left) }
    return weighed(set, left, right, set.score(latest.evidence, set.at(right)))
  }
}

function weighed<Evidence>(set: LinkSet<Evidence>, left: number, right: number, score: PairScore): FoundPair | null {
  return isLikely(score, set.prior, set.thresholds) ? { left, right, weight: score.weight + set.prior, score, isContradicted: set.contradicts(left, right) } : null
}
