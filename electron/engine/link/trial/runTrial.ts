import { existsSync } from 'node:fs'
import { countFrequencies, type FrequencyCounter } from '../frequencies.ts'
import { readLinkModel, thresholds } from '../linkModel.ts'
import { clusterPairs, findPairs, listed, priorOf, type FoundPair, type LinkSet } from '../linkSet.ts'
import type { RuleYield } from '../candidates.ts'
import { makeScorer } from '../scorePair.ts'
import { measureClusters, measurePairs, type ClusterMetrics, type PairMetrics } from './metrics.ts'
import { compareTrialRecords, type TrialRecord } from './trialRecord.ts'
import { readTrialSet, trialFile, trialNames, type TrialName, type TrialSet } from './trialSets.ts'

/** How well a reference set was linked. */
export interface TrialOutcome {
  name: TrialName
  records: number
  truePairs: number
  /** pairs that were compared, and the share of the true pairs among them (pairs completeness) */
  compared: number
  reach: number
  rules: RuleYield[]
  /** links from the threshold for linking without a human, and from the one for asking one: at even odds */
  automatic: LinkQuality
  even: LinkQuality
  /** linking rows of which every filled column that both have is the same, as measure */
  equality: PairMetrics
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
  const set = linkSetOf(trial)
  const { candidates, pairs } = findPairs(set)
  const found = candidates.pairs.reduce((sum, packed) => sum + (trial.truth[Math.floor(packed / candidates.count)] === trial.truth[packed % candidates.count] ? 1 : 0), 0)
  const even = qualityOf(trial, set, pairs, thresholds.proposal)
  const truePairs = even.pairs.truePositive + even.pairs.falseNegative
  return {
    name, records: trial.records.length, truePairs, compared: candidates.pairs.length, reach: found / truePairs, rules: candidates.rules,
    automatic: qualityOf(trial, set, pairs, thresholds.automatic), even, equality: measurePairs(trial.truth, trial.records.map((record) => JSON.stringify(record))),
  }
}

function linkSetOf({ model, records, rules }: TrialSet): LinkSet<TrialRecord> {
  const frequencies = countFrequencies()
  for (const record of records) countRecord(record, frequencies)
  return {
    ...listed(records), rules, thresholds, prior: priorOf(records.length), contradicts: () => false, isWorth: () => true,
    score: makeScorer(readLinkModel(model), compareTrialRecords, frequencies, thresholds),
  }
}

function countRecord({ name, birth, lines, texts, codes }: TrialRecord, counter: FrequencyCounter): void {
  counter.add('given-names', name.given[0] ?? '')
  counter.add('family-name', name.family.join(' '))
  counter.add('birth-date', birth)
  for (const [i, line] of lines.entries()) counter.add(`address-${i + 1}`, line)
  for (const [id, value] of [...Object.entries(texts), ...Object.entries(codes)]) counter.add(id, value)
}

function qualityOf({ truth }: TrialSet, set: LinkSet<TrialRecord>, pairs: readonly FoundPair[], from: number): LinkQuality {
  const made = [...clusterPairs(set, pairs, from).clusterOf]
  return { pairs: measurePairs(truth, made), clusters: measureClusters(truth, made) }
}
