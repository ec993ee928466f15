import type { MessagePort } from 'node:worker_threads'
import type { Asked } from '../../store/countRanges.ts'
import type { Counts } from '../counts.ts'
import type { TopicOutcome, TopicTask } from '../scoreTopic.ts'
import type { SharedTopic } from './sharedTopic.ts'

/** A vault another thread can open for itself. */
export interface VaultFile {
  file: string
  key: Uint8Array
}

/** What the thread beside starts with. */
export interface Beside {
  /** where its orders come from, and where its answers go */
  port: MessagePort
  /** nothing is said on it; it closes when the thread ends */
  life: MessagePort
}

/** Something to count. */
export interface CountingOrder {
  type: 'count'
  vault: VaultFile
  asked: readonly Asked[]
  day: string
  /** where both threads take ranges of addresses from, see `sharedRanges.ts` */
  ranges: SharedArrayBuffer
  /** one number: {@link WAITING}, {@link BEGUN} or {@link DONE} */
  state: SharedArrayBuffer
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

/** An order by its number: an answer to one that was given up is told from an answer to the next. */
export interface Numbered {
  number: number
  order: Order
}

/** Each is there before the state of its order says so. */
export type Answer = { counts: Counts[] } | ({ task: number } & TopicOutcome) | { failed: string }
export interface NumberedAnswer {
  number: number
  answer: Answer
}

/** The thread has not come to it yet. */
export const WAITING = 0
export const BEGUN = 1
export const DONE = 2

/** How many topics were claimed, by whichever thread. */
export const CLAIMED = 0
/** How many the thread beside has answered. */
export const ANSWERED = 1

/** The next topic nobody has claimed; beyond the last one when there is none. */
export function claim(state: Int32Array): number {
  return Atomics.add(state, CLAIMED, 1)
}
