import type { EngineEvent } from '#shared/contract/events.ts'
import type { Reply } from '#shared/contract/problem.ts'
import { answer } from './answer.ts'
import { makeHolder } from './holder.ts'
import { makeCallWork } from './jobs/callWork.ts'
import { ProblemError } from './problem.ts'
import type { Surroundings } from './surroundings.ts'
import type { Workstation } from './workstation.ts'

/** What an engine needs from its process: printing, a listener, a clock, a place for bug reports, and what the workstation remembers. */
export interface EngineHost {
  now(): string
  print(html: string): Promise<Uint8Array>
  announce(event: EngineEvent): void
  reportBug(name: string, id: string, error: unknown): void
  workstation: Workstation
}

/** The engine as its process, the command line and the tests use it. */
export interface Engine {
  ask(callId: number, name: string, input: unknown): Promise<Reply<unknown>>
  cancel(callId: number): void
  grant(token: string, path: string): void
  /** locks the vault; jobs that run are cancelled first */
  stop(): Promise<void>
}

/** Builds an engine with one session, one job at a time with long queries beside it, and paths only behind granted tokens. */
export function makeEngine(host: EngineHost): Engine {
  const holder = makeHolder()
  const grants = new Map<string, string>()
  const work = makeCallWork(host, grants)
  const path = (token: string): string => {
    const found = grants.get(token)
    if (found === undefined) throw new ProblemError('file-token-unknown')
    return found
  }
  const around: Surroundings = { now: host.now, announce: host.announce, print: host.print, reportBug: host.reportBug, workstation: host.workstation, path, ...work.runs }

  return {
    ask: async (callId, name, input) => {
      if (name === 'vault.lock' || name === 'vault.open' || name === 'vault.create') await work.cancelAll()
      return work.during(callId, () => answer(holder, around, callId, name, input))
    },
    cancel: work.cancel,
    grant: (token, granted) => void grants.set(token, granted),
    stop: async () => {
      await work.cancelAll()
      holder.end()
    },
  }
}
