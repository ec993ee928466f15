import type { InputOf } from '#shared/contract/index.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { startCall } from './call.ts'
import { runningJobs, startJob } from './jobStore.ts'
import { createStore } from './store.ts'
import { reviewText } from '../text/review.ts'

type Decision = InputOf<'review.decide'>

/** What was decided in this session and how far it is. */
export interface Deciding {
  /** why, as it is given with every verdict until another is chosen */
  reason: string
  /** decided in the window, not yet in the ledger: the vault is being written by a job */
  waiting: readonly Decision[]
  /** deeds of this session that can be taken back, the newest last */
  done: readonly { deed: number; pair: string }[]
  /** pairs that are decided but may still stand in an older answer */
  hidden: ReadonlySet<string>
  problem: Problem | null
}

const nothing: Deciding = { reason: '', waiting: [], done: [], hidden: new Set(), problem: null }

/** Outlives the screen, so that what was decided is written also when one leaves it at once. */
export const deciding = createStore<Deciding>(nothing)

/** The network follows when the reviewer pauses this long, so that quick work is one run. */
const PAUSE_MILLISECONDS = 1200

let isSending = false
let timer: ReturnType<typeof setTimeout> | undefined

// a vault that was locked meanwhile is asked nothing more
deciding.subscribe(() => {
  if (isEmptied()) clearTimeout(timer)
})

/** Nothing was decided in this session, or the vault was locked since. */
function isEmptied(): boolean {
  return deciding.get() === nothing
}

function change(next: Partial<Deciding>): void {
  deciding.set({ ...deciding.get(), ...next })
}

export function setReason(reason: string): void {
  change({ reason })
}

/** Shorter is no reason; the engine refuses it as well. */
export function isReason(reason: string): boolean {
  return reason.trim().length >= 3
}

export function pairKey({ party, left, right }: Pick<Decision, 'party' | 'left' | 'right'>): string {
  return `${party} ${left} ${right}`
}

/** Takes a verdict; it reaches the ledger at once, or as soon as the job that writes the vault is done. */
export function decideOn(decision: Decision): void {
  const { waiting, hidden } = deciding.get()
  change({ waiting: [...waiting, decision], hidden: new Set([...hidden, pairKey(decision)]), problem: null })
  void send()
}

/** Takes the last verdict of this session back. Resolves to the pair it was about, null when there is none. */
export async function undoLast(): Promise<string | null> {
  const { waiting, done } = deciding.get()
  const unsent = waiting.at(-1)
  if (unsent && !isSending) {
    change({ waiting: waiting.slice(0, -1) })
    show(pairKey(unsent))
    return pairKey(unsent)
  }
  const last = done.at(-1)
  if (!last) return null
  change({ done: done.slice(0, -1) })
  const isBack = await withdrawDeed(last.deed, reviewText.act.undoneReason, last.pair)
  if (!isBack) change({ done: [...deciding.get().done, last] })
  return isBack ? last.pair : null
}

/** Takes any deed of the ledger back; its pair may stand in the queue again. */
export async function withdrawDeed(deed: number, reason: string, pair = ''): Promise<boolean> {
  await jobsDone()
  const reply = await startCall('review.withdraw', { deed, reason }).reply
  change({ problem: reply.ok ? null : reply.problem })
  if (!reply.ok) return false
  show(pair)
  applySoon()
  return true
}

function show(pair: string): void {
  change({ hidden: new Set([...deciding.get().hidden].filter((one) => one !== pair)) })
}

async function send(): Promise<void> {
  if (isSending) return
  isSending = true
  clearTimeout(timer)
  for (let next = deciding.get().waiting[0]; next !== undefined; next = deciding.get().waiting[0]) {
    await jobsDone()
    const sent = next
    if (!isWaiting(sent)) continue
    const reply = await startCall('review.decide', sent).reply
    if (!isWaiting(sent)) continue
    change({ waiting: deciding.get().waiting.filter((one) => one !== sent) })
    if (reply.ok) change({ done: [...deciding.get().done, { deed: reply.value.deed, pair: pairKey(sent) }] })
    else {
      change({ problem: reply.problem })
      show(pairKey(sent))
    }
  }
  isSending = false
  if (!isEmptied()) applySoon()
}

/** Not so once the vault was locked. */
function isWaiting(decision: Decision): boolean {
  return deciding.get().waiting.includes(decision)
}

/** Lets the network follow the ledger after a pause. */
export function applySoon(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void applyNow(), PAUSE_MILLISECONDS)
}

/** Lets the network follow the ledger now; waits for another job first. */
export async function applyNow(): Promise<void> {
  clearTimeout(timer)
  await jobsDone()
  await startJob('review.apply', {})
  change({ hidden: new Set(deciding.get().waiting.map(pairKey)) })
}

/** While a job writes, the vault takes nothing else. */
export function jobsDone(): Promise<void> {
  if (runningJobs.get().length === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = runningJobs.subscribe(() => {
      if (runningJobs.get().length > 0) return
      stop()
      resolve()
    })
  })
}
