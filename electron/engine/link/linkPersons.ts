import type { PairWriter } from '../store/linkPairs.ts'
import type { TraitLists } from './addition/kept.ts'
import { likenessCeilingOf, type LikenessCeiling } from './addition/mostOfNames.ts'
import { listTraits, makeTraitLists } from './addition/traits.ts'
import { rememberedRules, type HashedRule } from './blockingRules.ts'
import type { Edge } from './clusters.ts'
import type { Counted } from './countedPersons.ts'
import type { DecidedPairs } from './decidedPairs.ts'
import { findPairs } from './findPairs.ts'
import { thresholds } from './linkModel.ts'
import { clusterPairs, isLikely, type LinkSet } from './linkSet.ts'
import { packedFrequencies } from './packedCounts.ts'
import { comparePersons, personRules, type PersonEvidence } from './personEvidence.ts'
import type { PersonColumns } from './personColumns.ts'
import { firstRow, regroup, takeApart, type PersonGroups } from './personGroups.ts'
import { fillerIn, personModel, personSet, type PersonsToLink } from './personSet.ts'
import { pairsOfRows } from './pairsOfRows.ts'
import { worthAsking } from './proposals.ts'
import type { RuleIndex } from './ruleIndex.ts'
import { savePairs, type PairCounts } from './savePairs.ts'
import { makeCeiling, makeScorer } from './scorePair.ts'
import { twoHands } from './share/twoHands.ts'
import { personTwins } from './twins.ts'
import { rememberedEvidence, type EvidenceMemory } from './unitEvidence.ts'

/** Persons after comparison, and what came of it. */
export interface LinkedPersons {
  groups: PersonGroups
  /** what they were put together from: rows that share a hard key */
  units: PersonGroups
  counts: PairCounts
  /** by unit, what is kept to tell whom it is not like */
  traits: TraitLists
  /** blocking keys of the units, by rule */
  indexes: RuleIndex[]
  /** units that are alike enough, whatever came of it */
  likely: readonly Pick<Edge, 'left' | 'right'>[]
}

/** What persons are compared with besides each other. */
export interface Ground extends Counted {
  /** what humans decided of its rows */
  decided: DecidedPairs
  /** how many units of the whole vault have a key; without it only those compared here are counted */
  sizeOfBlock?: LinkSet<PersonEvidence>['sizeOfBlock']
  /** rules and evidence that were used before; without them they are made for the moment */
  memory?: PersonMemory
  /** from so many units on a thread beside compares along; without it this thread does all */
  shareFrom?: number
  /** called now and then; may throw to stop */
  beat?: () => void
}

/** What of few persons is remembered, because it is asked for more than once. */
export interface PersonMemory {
  rules: readonly HashedRule<PersonEvidence>[]
  evidence: EvidenceMemory
}

export function makePersonMemory(): PersonMemory {
  return { rules: rememberedRules(personRules), evidence: new Map() }
}

/**
 * Joins persons that are alike enough and writes down the pairs; what humans decided goes before. Rows that a human took apart are apart,
 * also when they share a BSN or a name and birth date.
 * @param hard groups by BSN, or by full name and birth date
 * @param fillerNames names with birth date that stand for nobody in particular: rows of that name are like nobody
 */
export function linkPersons(pairWriter: PairWriter, columns: PersonColumns, hard: PersonGroups, fillerNames: ReadonlySet<number>, ground: Ground): LinkedPersons {
  const [same, different] = [pairsOfRows(columns, ground.decided.same), pairsOfRows(columns, ground.decided.apart)]
  const units = takeApart(columns, hard, different)
  const unitOf = ([left, right]: [number, number]): Edge => ({ left: units.groupOf[left] ?? -1, right: units.groupOf[right] ?? -1, weight: 0 })
  const apart = new Set(different.map(unitOf).flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]))
  const persons: PersonsToLink = { columns, units, fillerNames, apart, counts: ground.counts, prior: ground.prior }
  const twins = personTwins(columns, units)
  ground.beat?.()
  const isShared = units.count >= (ground.shareFrom ?? Infinity)
  const traits = makeTraitLists(units.count)
  const { rules, evidence } = ground.memory ?? {}
  const set = personSet(persons, {
    rules, at: evidence && rememberedEvidence(evidence, columns, units, fillerIn(columns, fillerNames)),
    sizeOfBlock: ground.sizeOfBlock, beat: ground.beat, see: (person, place) => listTraits(traits, person, place),
  })
  const { candidates, pairs, indexes } = isShared ? findTogether(persons, traits, set, twins) : findPairs(set, twins)
  const musts = same.map(unitOf).filter(({ left, right }) => left !== -1 && right !== -1 && left !== right)
  const clusters = clusterPairs(set, pairs, thresholds.automatic, musts)
  const counts = savePairs(pairWriter, 'person', {
    pairs, clusters, automatic: thresholds.automatic, prior: set.prior, recordOf: (unit) => columns.record[firstRow(units, unit)] ?? 0, modelVersion: personModel.version, isWorthAsking: worthAsking(set, pairs, clusters), beat: ground.beat,
  })
  ground.beat?.()
  return { groups: regroup(columns, units, clusters.clusterOf), units, traits, counts: { compared: candidates.pairs.length + twins.length, ...counts }, indexes, likely: pairs }
}

function findTogether(persons: PersonsToLink, traits: TraitLists, set: LinkSet<PersonEvidence>, twins: readonly (readonly [number, number])[]): ReturnType<typeof findPairs> {
  const hands = twoHands(persons, traits, set)
  try {
    return findPairs(set, twins, hands)
  } finally {
    void hands.end()
  }
}

/** Whether two are alike enough to be linked, proposed or refused. */
export function likeness({ counts, prior }: Counted): (one: PersonEvidence, other: PersonEvidence) => boolean {
  const score = makeScorer(personModel, comparePersons, packedFrequencies(counts), thresholds)
  return (one, other) => isLikely(score(one, other), prior, thresholds)
}

/** What two can weigh at most, and what they must to be alike enough. */
export function likenessCeiling({ counts, prior }: Counted): LikenessCeiling {
  return likenessCeilingOf(personModel, makeCeiling(personModel, packedFrequencies(counts), thresholds), thresholds.proposal - prior)
}
