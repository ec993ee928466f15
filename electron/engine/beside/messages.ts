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

/** What an order brings along that is answered once. */
export interface OnceOrder {
  /** tells how far it is, see {@link newState} */
  state: Int32Array
  /** to be opened by the thread, whose copy of the key is wiped after */
  vault?: VaultFile
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
const BEGUN = 1
const DONE = 2
/** Nobody waits for it any more. */
const GIVEN_UP = 3

/** How often whoever waits looks up. */
const LOOK_UP_MS = 50

/** Of an order that waits. */
export function newState(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}

/** The thread comes to an order. @returns false where it was given up: then nothing is to be done */
export function begin(state: Int32Array): boolean {
  return pass(state, WAITING, BEGUN)
}

/** The thread has answered an order it had begun. */
export function done(state: Int32Array): void {
  pass(state, BEGUN, DONE)
}

function pass(state: Int32Array, from: number, to: number): boolean {
  const isPassed = Atomics.compareExchange(state, 0, from, to) === from
  Atomics.notify(state, 0)
  return isPassed
}

/**
 * Waits while an order is being done; one the thread has not come to is given up. @param state one number
 * @param onWait called while waiting; may throw to stop @returns false where it was given up
 */
export function waitFor(state: Int32Array, onWait: () => void): boolean {
  if (pass(state, WAITING, GIVEN_UP)) return false
  while (Atomics.load(state, 0) === BEGUN) {
    onWait()
    Atomics.wait(state, 0, BEGUN, LOOK_UP_MS)
  }
  return Atomics.load(state, 0) === DONE
}
