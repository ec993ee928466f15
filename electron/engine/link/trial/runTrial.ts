import { existsSync } from 'node:fs'
import { countFrequencies, type FrequencyCounter } from '../frequencies.ts'
import { readLinkModel, thresholds, type LinkModel } from '../linkModel.ts'
import { findPairs } from '../findPairs.ts'
import { clusterPairs, listed, priorOf, type FoundPair, type LinkSet } from '../linkSet.ts'
import type { RuleYield } from '../candidates.ts'
import { makeScorer } from '../scorePair.ts'
import { observe, withObserved } from './estimate.ts'
import { measureClusters, measurePairs, type ClusterMetrics, type PairMetrics } from './metrics.ts'
import { compareTrialRecords, type TrialRecord } from './trialRecord.ts'
import { readTrialSet, trialFile, trialNames, type Published, type TrialName, type TrialSet } from './trialSets.ts'

/** How well a reference set was linked. */
export interface TrialOutcome {
  name: TrialName
  records: number
  truePairs: number
  /** pairs that were compared, and the share of the true pairs among them (pairs completeness) */
  compared: number
  reach: number
  rules: RuleYield[]
  /** links from the threshold for linking without a human, and from even odds on */
  automatic: LinkQuality
  even: LinkQuality
  /**
   * for a set the weights were counted on: those of clusters with an odd number, at even odds, with weights counted on the others alone;
   * null for a set they were not counted on
   */
  unseen: LinkQuality | null
  /** linking rows of which every filled column that both have is the same, as measure */
  equality: PairMetrics
  published: readonly Published[]
}

export interface LinkQuality {
  pairs: PairMetrics
  clusters: ClusterMetrics
}

/** The reference sets that stand in a folder. */
export function trialsIn(folder: string): TrialName[] {
  return trialNames.filter((name) => existsSync(trialFile(folder, name)))
}

/** Links a reference set with the weights and thresholds of the application and compares with the truth. */
export async function runTrial(folder: string, name: TrialName): Promise<TrialOutcome> {
  const trial = await readTrialSet(folder, name)
  const set = linkSetOf(trial, readLinkModel(trial.model))
  const { candidates, pairs } = findPairs(set)
  const found = candidates.pairs.reduce((sum, packed) => sum + (trial.truth[Math.floor(packed / candidates.count)] === trial.truth[packed % candidates.count] ? 1 : 0), 0)
  const even = qualityOf(trial, set, pairs, EVEN)
  const truePairs = even.pairs.truePositive + even.pairs.falseNegative
  return {
    name, records: trial.records.length, truePairs, compared: candidates.pairs.length, reach: found / truePairs, rules: candidates.rules,
    automatic: qualityOf(trial, set, pairs, thresholds.automatic), even, unseen: trial.isCounted ? unseenHalf(trial) : null, equality: measurePairs(trial.truth, trial.records.map((record) => JSON.stringify(record))),
    published: trial.published,
  }
}

const DRAWS = 40_000
/** Log2 odds from which a pair is more likely than not the same: what a set is judged by when nobody is asked. */
const EVEN = 0

function unseenHalf(trial: TrialSet): LinkQuality {
  const half = (rest: number): Pick<TrialSet, 'records' | 'truth'> => {
    const isOwn = (_: unknown, i: number): boolean => Number(trial.truth[i]) % 2 === rest
    return { records: trial.records.filter(isOwn), truth: trial.truth.filter(isOwn) }
  }
  const [counted, unseen] = [half(0), half(1)]
  const observed = observe(counted.records, counted.truth, compareTrialRecords, DRAWS, sameNumbers())
  const model = withObserved(readLinkModel(trial.model), observed)
  const set = linkSetOf({ ...trial, ...unseen }, model)
  return qualityOf({ ...trial, ...unseen }, set, findPairs(set).pairs, EVEN)
}

/** Numbers from 0 to 1 that are the same in every run (Lehmer 1951, with the multiplier of Park and Miller). */
function sameNumbers(): () => number {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function linkSetOf({ records, rules }: TrialSet, model: LinkModel): LinkSet<TrialRecord> {
  const frequencies = countFrequencies()
  for (const record of records) countRecord(record, frequencies)
  return {
    ...listed(records), rules, thresholds: { ...thresholds, proposal: EVEN }, prior: priorOf(records.length), contradicts: () => false, isWorth: () => true,
    score: makeScorer(model, compareTrialRecords, frequencies, thresholds),
  }
}

function countRecord({ name, birth, lines, texts, codes }: TrialRecord, counter: FrequencyCounter): void {
  counter.add('given-names', name.given[0] ?? '')
  counter.add('all-given-names', name.given.join(' '))
  counter.add('family-name', name.family.join(' '))
  counter.add('birth-date', birth)
  for (const [i, line] of lines.entries()) counter.add(`address-${i + 1}`, line)
  for (const [id, value] of [...Object.entries(texts), ...Object.entries(codes)]) counter.add(id, value)
}

function qualityOf({ truth }: TrialSet, set: LinkSet<TrialRecord>, pairs: readonly FoundPair[], from: number): LinkQuality {
  const made = [...clusterPairs(set, pairs, from).clusterOf]
  return { pairs: measurePairs(truth, made), clusters: measureClusters(truth, made) }
}
