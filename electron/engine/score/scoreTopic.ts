import { hash } from 'node:crypto'
import type { IndicatorSet } from '#shared/model/indicator.ts'
import { assemble, type Comparison, type Outcome } from './assemble.ts'

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

/** Scores one topic; of the same task the same to the last bit, whichever thread does it. @param checkCancelled called before every unit */
export function scoreTopic({ comparison, set }: TopicTask, checkCancelled: () => void): TopicOutcome {
  const outcome = assemble(comparison, set, checkCancelled)
  return { outcome, resultHash: sha256([outcome.scores, outcome.parts, outcome.missing]) }
}

export function sha256(value: unknown): string {
  return hash('sha256', JSON.stringify(value))
}
