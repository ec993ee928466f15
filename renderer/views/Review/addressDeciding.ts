import type { EntityKey } from '#shared/model/entity.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { startCall } from '../../lib/call.ts'
import { createStore } from '../../lib/store.ts'
import { addressReviewText as text } from '../../text/addressReview.ts'
import { applySoon, jobsDone } from '../../lib/deciding.ts'

/** What was decided about addresses in this session. */
export interface AddressDeciding {
  /** written once, and used until it is changed: a dossier often answers many addresses */
  reason: string
  /** decisions that can be taken back, the newest last */
  done: readonly { decisionId: number; key: string }[]
  /** decided, but perhaps still in an older answer */
  hidden: ReadonlySet<string>
  problem: Problem | null
}

export const addressDeciding = createStore<AddressDeciding>({ reason: '', done: [], hidden: new Set(), problem: null })

function change(next: Partial<AddressDeciding>): void {
  addressDeciding.set({ ...addressDeciding.get(), ...next })
}

export function setReason(reason: string): void {
  change({ reason })
}

/** Decides which address was meant, `null` for none; the network follows soon. Waits for a job that writes the vault. */
export async function decideOnAddress(key: string, address: EntityKey | null): Promise<void> {
  const { reason, hidden } = addressDeciding.get()
  change({ hidden: new Set([...hidden, key]), problem: null })
  await jobsDone()
  const reply = await startCall('addressReview.decide', { key, address, reason }).reply
  const { done } = addressDeciding.get()
  if (reply.ok) change({ done: [...done, { decisionId: reply.value.id, key }] })
  else change({ problem: reply.problem, hidden: without(key) })
  if (reply.ok) applySoon()
}

/** Takes the last decision of this session back. Resolves to whether there was one and it is gone. */
export async function undoLastAddress(): Promise<boolean> {
  const last = addressDeciding.get().done.at(-1)
  return last !== undefined && undoDecision(last.decisionId, last.key, text.undoneReason)
}

/** Takes any decision back. */
export async function undoDecision(decisionId: number, key: string, reason: string): Promise<boolean> {
  await jobsDone()
  const reply = await startCall('addressReview.undo', { decisionId, reason }).reply
  if (!reply.ok) {
    change({ problem: reply.problem })
    return false
  }
  change({ done: addressDeciding.get().done.filter((one) => one.decisionId !== decisionId), hidden: without(key), problem: null })
  applySoon()
  return true
}

function without(key: string): ReadonlySet<string> {
  return new Set([...addressDeciding.get().hidden].filter((one) => one !== key))
}
