import type { MessagePort } from 'node:worker_threads'
import type { Asked, Counts } from '../counts.ts'

/** A vault another thread can open for itself. */
export interface VaultFile {
  file: string
  key: Uint8Array
}

/** What a thread beside is to count. */
export interface CountingOrder {
  vault: VaultFile
  asked: readonly Asked[]
  day: string
  /** one number: {@link WAITING}, how many things were begun, or {@link DONE} */
  state: SharedArrayBuffer
  /** where the counts go, before the state says that it is done */
  port: MessagePort
}

export type CountedBeside = { counts: Counts[] } | { failed: string }

export const DONE = -1
/** The thread has not started yet. */
export const WAITING = -2
