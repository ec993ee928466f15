import type { OnceOrder, VaultFile } from '../../beside/messages.ts'
import type { Asked } from '../../store/countRanges.ts'
import type { Counts } from '../counts.ts'
import type { TopicOutcome, TopicTask } from '../scoreTopic.ts'
import type { SharedTopic } from './sharedTopic.ts'

/** Something to count. */
export interface CountingOrder extends OnceOrder {
  type: 'count'
  vault: VaultFile
  asked: readonly Asked[]
  day: string
  /** where both threads take ranges of addresses from, see `sharedRanges.ts` */
  ranges: SharedArrayBuffer
}

/** Topics to score, each by the thread that claims it. */
export interface ScoringOrder {
  type: 'score'
  tasks: readonly TopicTask[]
  /** where the first of them is drawn together; null where it is drawn by whoever claims it */
  shared: SharedTopic | null
  /** two numbers, see {@link CLAIMED} and {@link ANSWERED} */
  state: SharedArrayBuffer
}

export type Order = CountingOrder | ScoringOrder

export type Answer = { counts: Counts[] } | ({ task: number } & TopicOutcome)

/** How many topics were claimed, by whichever thread. */
export const CLAIMED = 0
/** How many the thread beside has answered. */
export const ANSWERED = 1

/** The next topic nobody has claimed; beyond the last one when there is none. */
export function claim(state: Int32Array): number {
  return Atomics.add(state, CLAIMED, 1)
}
