import { hash } from 'node:crypto'
import type { IndicatorSet } from '#shared/model/indicator.ts'
import { assemble, type Comparison, type Outcome } from './assemble.ts'
import type { Hands } from './hands.ts'

/** What is compared, by the rules of a set: everything the numbers of one topic follow from. */
export interface TopicTask {
  comparison: Comparison
  set: IndicatorSet
}

/** The numbers of a topic, with a hash over them. */
export interface TopicOutcome {
  outcome: Outcome
  resultHash: string
}

/** Scores one topic; of the same task the same to the last bit, whoever does it. */
export function scoreTopic({ comparison, set }: TopicTask, hands: Hands): TopicOutcome {
  const outcome = assemble(comparison, set, hands)
  return { outcome, resultHash: sha256([outcome.scores, outcome.parts, outcome.missing]) }
}

/** How many numbers are drawn for a topic: what it takes goes by that. */
export function drawsOf({ comparison: { units, counted }, set }: TopicTask): number {
  return units.length * counted.length * set.draws
}

export function sha256(value: unknown): string {
  return hash('sha256', JSON.stringify(value))
}
