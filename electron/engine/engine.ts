import { setImmediate } from 'node:timers/promises'
import type { EngineEvent } from '#shared/contract/events.ts'
import type { Reply } from '#shared/contract/problem.ts'
import { answer } from './answer.ts'
import { makeHolder } from './holder.ts'
import type { CopyRequest, JobRequest, WorkRequest } from './jobs/request.ts'
import { makeJobRunner, type JobRunner, type RunningJob } from './jobs/start.ts'
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
  const [jobs, queries] = [makeJobRunner(), makeJobRunner()]
  const running = new Map<number, RunningJob>()
  /** calls under way, and whether they were cancelled before their worker started */
  const underWay = new Map<number, boolean>()
  let hasJob = false
  let isCopying = false

  const run = async (runner: JobRunner, request: WorkRequest): Promise<unknown> => {
    const { callId } = request
    if (underWay.get(callId) === true) throw new ProblemError('cancelled')
    const started = runner.start(request, grants, { report: (progress) => host.announce({ type: 'progress', callId, progress }), print: host.print })
    running.set(callId, started)
    try {
      return await started.result
    } finally {
      running.delete(callId)
    }
  }
  const runQuery = async (request: JobRequest): Promise<unknown> => {
    // its connection would write in the file that is to stay as it is
    if (isCopying) throw new ProblemError('busy')
    return run(queries, request)
  }
  const runJob = async (request: WorkRequest): Promise<unknown> => {
    if (hasJob) throw new ProblemError('busy')
    hasJob = true
    try {
      return await run(jobs, request)
    } finally {
      hasJob = false
    }
  }
  const writeCopy = async (request: CopyRequest): Promise<unknown> => {
    isCopying = true
    try {
      return await runJob(request)
    } finally {
      isCopying = false
    }
  }
  const path = (token: string): string => {
    const found = grants.get(token)
    if (found === undefined) throw new ProblemError('file-token-unknown')
    return found
  }
  const around: Surroundings = { now: host.now, announce: host.announce, print: host.print, reportBug: host.reportBug, workstation: host.workstation, path, runJob, runQuery, writeCopy }
  const cancelRunning = async (): Promise<void> => {
    const started = [...running.values()]
    for (const one of started) one.cancel()
    for (const { result } of started) await result.catch(() => undefined)
    // the calls they were for still leave their last line in the log
    if (started.length > 0) await setImmediate()
    for (const runner of [jobs, queries]) runner.dismiss()
  }

  return {
    ask: async (callId, name, input) => {
      if (name === 'vault.lock' || name === 'vault.open' || name === 'vault.create') await cancelRunning()
      underWay.set(callId, false)
      try {
        return await answer(holder, around, callId, name, input)
      } finally {
        underWay.delete(callId)
      }
    },
    cancel: (callId) => {
      if (underWay.has(callId)) underWay.set(callId, true)
      running.get(callId)?.cancel()
    },
    grant: (token, granted) => void grants.set(token, granted),
    stop: async () => {
      await cancelRunning()
      holder.end()
    },
  }
}
