import type { Problem } from '#shared/contract/problem.ts'
import { createLastingStore } from './store.ts'

/** Why the vault closed without being locked; the unlock screen says so. */
export interface Closing {
  problem: Problem
  /** the engine does not start again by itself */
  isFinal: boolean
}

export const closing = createLastingStore<Closing | null>(null)

/** A call was refused because there is no open vault any more: the window learns it here rather than at the next status. */
export function noticeClosing(problem: Problem): void {
  if (problem.code === 'vault-missing' || problem.code === 'vault-locked') closing.set({ problem, isFinal: false })
}
