import type { EngineBridge, ShellBridge } from '#shared/contract/bridge.ts'
import type { EngineEvent, Progress } from '#shared/contract/events.ts'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/index.ts'
import type { Problem, Reply } from '#shared/contract/problem.ts'
import { purposeText } from '../text/purpose.ts'
import { noticeClosing } from './closing.ts'
import { createStore } from './store.ts'

declare global {
  interface Window {
    readonly engine: EngineBridge
    readonly shell: ShellBridge
  }
}

/** A reply as the contract types it: the engine checks every input, so the answer fits the name. */
function typedReply<N extends ProcedureName>(_name: N, reply: Reply<string>): Reply<OutputOf<N>> {
  return reply.ok ? { ok: true, value: JSON.parse(reply.value) } : reply
}

export interface Call<N extends ProcedureName> {
  reply: Promise<Reply<OutputOf<N>>>
  cancel(): void
}

let lastCallId = 0

const listeners = new Set<(event: EngineEvent) => void>()
let heard: EngineBridge | null = null

/** Hears everything the engine announces; returns the way to stop. */
export function onEngineEvent(listener: (event: EngineEvent) => void): () => void {
  if (heard !== window.engine) {
    heard = window.engine
    window.engine.on((event) => {
      for (const each of listeners) each(event)
    })
  }
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Open while the user is to choose a purpose; the frame shows the dialog for it. `problem` says which refusal opened it, if any. */
export const purposeGate = createStore<{ isOpen: boolean; problem: Problem | null }>({ isOpen: false, problem: null })
let settlers: ((isChosen: boolean) => void)[] = []

/** Opens the purpose dialog, as the chip in the top bar does. */
export function choosePurpose(): void {
  purposeGate.set({ isOpen: true, problem: null })
}

function waitForPurpose(problem: Problem): Promise<boolean> {
  purposeGate.set({ isOpen: true, problem })
  return new Promise((resolve) => settlers.push(resolve))
}

/** Whether another purpose would make the refused call go through. */
export function lacksPurpose(problem: Problem | undefined): problem is Problem {
  return problem?.code === 'purpose-missing' || problem?.code === 'purpose-unfit'
}

/** Closes the dialog and lets the waiting calls go on, or fail when no purpose was chosen. */
export function settlePurpose(isChosen: boolean): void {
  purposeGate.set({ isOpen: false, problem: null })
  const waiting = settlers
  settlers = []
  for (const settle of waiting) settle(isChosen)
}

/** How far a call is that waits for somebody to choose a purpose: nothing is being done meanwhile. */
export const awaitingPurpose: Progress = { step: purposeText.awaited, done: 0, total: null }

/**
 * Asks the engine. A call that lacks a fitting purpose waits for the purpose dialog and is asked once more after it.
 * @param onProgress hears how far a job is; {@link awaitingPurpose} while it waits, and undefined when it begins anew after that
 */
export function startCall<N extends ProcedureName>(name: N, input: InputOf<N>, onProgress?: (progress: Progress | undefined) => void): Call<N> {
  let callId = 0
  let isCancelled = false
  const stop = onProgress
    ? onEngineEvent((event) => {
        if (event.type === 'progress' && event.callId === callId) onProgress(event.progress)
      })
    : () => undefined

  async function once(): Promise<Reply<OutputOf<N>>> {
    callId = ++lastCallId
    try {
      return typedReply(name, await window.engine.ask(callId, name, input))
    } catch {
      return { ok: false, problem: brokenBridge }
    }
  }

  async function run(): Promise<Reply<OutputOf<N>>> {
    // whoever calls has the call in hand before anything can be heard of it
    await Promise.resolve()
    if (isCancelled) return givenUp
    const reply = await once()
    if (!reply.ok && name !== 'vault.open') noticeClosing(reply.problem)
    if (reply.ok || isCancelled || !lacksPurpose(reply.problem)) return reply
    onProgress?.(awaitingPurpose)
    const isChosen = await waitForPurpose(reply.problem)
    onProgress?.(undefined)
    return isChosen && !isCancelled ? once() : reply
  }

  return {
    reply: run().finally(stop),
    cancel: () => {
      isCancelled = true
      if (callId > 0) window.engine.cancel(callId)
    },
  }
}

/** What whoever no longer waits for an answer takes for one. */
export const givenUp: Reply<never> = { ok: false, problem: { code: 'cancelled', params: {} } }
const brokenBridge: Problem = { code: 'engine-stopped', params: {} }
