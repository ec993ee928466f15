import { setImmediate } from 'node:timers/promises'
import { ProblemError } from '../problem.ts'
import type { Surroundings } from '../surroundings.ts'
import type { WorkRequest } from './request.ts'
import { makeJobRunner, type JobRunner, type RunningJob } from './start.ts'

/** The calls under way, and what runs for them. */
export interface CallWork {
  runs: Pick<Surroundings, 'runJob' | 'runQuery' | 'writeCopy'>
  /** answers a call; until it is answered it can be cancelled */
  during<T>(callId: number, answer: () => Promise<T>): Promise<T>
  cancel(callId: number): void
  /** resolves once nothing runs, what ran has told its call so, and nothing of it has a file open */
  cancelAll(): Promise<void>
}

/** One job at a time, and long queries beside it. @param grants paths by their token */
export function makeCallWork(host: Pick<Surroundings, 'announce' | 'print'>, grants: Map<string, string>): CallWork {
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
  const runJob = async (request: WorkRequest): Promise<unknown> => {
    if (hasJob) throw new ProblemError('busy')
    hasJob = true
    try {
      return await run(jobs, request)
    } finally {
      hasJob = false
    }
  }

  return {
    runs: {
      runJob,
      runQuery: async (request) => {
        // its connection would write in the file that is to stay as it is
        if (isCopying) throw new ProblemError('busy')
        return run(queries, request)
      },
      writeCopy: async (request) => {
        isCopying = true
        try {
          return await runJob(request)
        } finally {
          isCopying = false
        }
      },
    },
    during: async (callId, answer) => {
      underWay.set(callId, false)
      try {
        return await answer()
      } finally {
        underWay.delete(callId)
      }
    },
    cancel: (callId) => {
      if (underWay.has(callId)) underWay.set(callId, true)
      running.get(callId)?.cancel()
    },
    cancelAll: async () => {
      do {
        const started = [...running.values()]
        for (const one of started) one.cancel()
        await Promise.allSettled(started.map(({ result }) => result))
        // the calls they were for still leave their last line in the log
        await setImmediate()
        await Promise.all([jobs.dismiss(), queries.dismiss()])
        // something may have been asked meanwhile
      } while (running.size > 0)
    },
  }
}
