import type { BlockingRule, HashedRule, Records } from './blockingRules.ts'
import type { SizeOfBlock } from './candidates.ts'
import { cluster, type Clusters, type Edge } from './clusters.ts'
import type { Thresholds } from './linkModel.ts'
import type { PairScore, Scorer } from './scorePair.ts'

/** Everything that is needed to link a set of records of one party. */
export interface LinkSet<Evidence> extends Records<Evidence> {
  rules: readonly (BlockingRule<Evidence> | HashedRule<Evidence>)[]
  score: Scorer<Evidence>
  /** whether two records, by place, can never be one */
  contradicts(left: number, right: number): boolean
  /** whether comparing them is of use: not for two with hard keys of their own; asked before anything is compared */
  isWorth(left: number, right: number): boolean
  /** log2 odds that any two records are the same, before looking */
  prior: number
  thresholds: Thresholds
  /** of a block with so many records of this set: how many there are, when the set is part of a whole */
  sizeOfBlock?: SizeOfBlock | undefined
  /** is shown every record when their keys are looked for */
  see?: ((record: Evidence, place: number) => void) | undefined
  /** called now and then; may throw to stop */
  beat?: (() => void) | undefined
}

/** A pair worth keeping: heavy enough to link or to ask about, contradicted or not. */
export interface FoundPair extends Edge {
  score: PairScore
  isContradicted: boolean
}

/** A vault with a handful of records does not make a name in it rare. */
const FEWEST = 1000

/** log2 odds that any two of so many records are the same, when each has one other like it. */
export function priorOf(count: number): number {
  return -Math.log2(Math.max(FEWEST, count))
}

/** Heavy enough to be linked or proposed, if nothing contradicts it. */
export function isLikely({ weight, isExcluded }: PairScore, prior: number, { proposal }: Thresholds): boolean {
  return !isExcluded && weight + prior >= proposal
}

/** Clusters along the pairs from `from` log2 odds upward; what is linked without a human must have what the model asks for that. @param musts what humans joined */
export function clusterPairs<Evidence>(set: LinkSet<Evidence>, pairs: readonly FoundPair[], from: number, musts: readonly Edge[] = []): Clusters {
  const edges = withoutRivals(set, pairs.filter(({ weight, isContradicted, score }) => weight >= from && !isContradicted && (from < set.thresholds.automatic || score.hasNeeds)))
  return cluster(set.count, edges, {
    contradicts: set.contradicts,
    weigh: (left, right) => set.score(set.at(left), set.at(right)).weight,
    least: set.thresholds.cohesion,
    beat: set.beat,
  }, musts)
}

/** Bits by which one candidate must be better than another that excludes it. */
const LEAD = 3

/** Leaves out pairs of which one side fits somebody else as well who cannot be the same as the other side: who of two it is, a human says. */
function withoutRivals<Evidence>(set: LinkSet<Evidence>, pairs: readonly FoundPair[]): FoundPair[] {
  const byRecord = new Map<number, { other: number; weight: number }[]>()
  const note = (record: number, other: number, weight: number): void => {
    const own = byRecord.get(record)
    if (own) own.push({ other, weight })
    else byRecord.set(record, [{ other, weight }])
  }
  for (const { left, right, weight } of pairs) {
    note(left, right, weight)
    note(right, left, weight)
  }
  const hasRival = (record: number, chosen: number, weight: number): boolean =>
    byRecord.get(record)?.some(({ other, weight: rival }) => other !== chosen && rival > weight - LEAD && set.contradicts(chosen, other)) ?? false
  return pairs.filter(({ left, right, weight }) => !hasRival(left, right, weight) && !hasRival(right, left, weight))
}

/** Records that stand in a list. */
export function listed<Evidence>(records: readonly Evidence[]): Records<Evidence> {
  return {
    count: records.length,
    at: (place) => {
      const record = records[place]
      if (record === undefined) throw new RangeError('no such record')
      return record
    },
  }
}
