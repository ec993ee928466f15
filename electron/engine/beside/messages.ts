import type { MessagePort } from 'node:worker_threads'

/** A vault another thread can open for itself. */
export interface VaultFile {
  file: string
  key: Uint8Array
}

/** What a thread beside starts with. */
export interface Beside {
  /** where its orders come from, and where its answers go */
  port: MessagePort
  /** nothing is said on it; it closes when the thread ends */
  life: MessagePort
}

/** An order by its number: an answer to one that was given up is told from an answer to the next. */
export interface Numbered<Order> {
  number: number
  order: Order
}

/** An answer is there before the state of its order says so. */
export interface NumberedAnswer<Answer> {
  number: number
  answer: Answer | Failed
}

export interface Failed {
  failed: string
}

/** The thread has not come to an order yet; states of an order that is answered once. */
export const WAITING = 0
export const BEGUN = 1
export const DONE = 2

/** How often whoever waits looks up. */
const LOOK_UP_MS = 50

/**
 * Waits while an order is being done. @param state one number @param onWait called while waiting; may throw to stop
 * @returns false where the thread has not begun
 */
export function waitFor(state: Int32Array, onWait: () => void): boolean {
  while (Atomics.load(state, 0) === BEGUN) {
    onWait()
    Atomics.wait(state, 0, BEGUN, LOOK_UP_MS)
  }
  return Atomics.load(state, 0) === DONE
}
