import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Progress } from '#shared/contract/events.ts'
import { HEAP_MB, giveRoom } from '../beside/heap.ts'
import type { Life } from '../beside/thread.ts'
import { ProblemError, toProblem } from '../problem.ts'
import type { FromJob, JobStart, ToJob } from './messages.ts'
import type { WorkRequest } from './request.ts'

/**
 * Loading the engine, and coming up to speed, takes longer than a small job does: a worker that is done waits so long for another. Between a
 * delivery and the ranking that follows from it somebody reads a report first.
 */
const KEPT_MS = 60_000
/** A job that was cancelled and does not listen is ended after so long; the vault undoes what it left. */
const GRACE_MS = 10_000

/** A job that runs. */
export interface RunningJob {
  callId: number
  result: Promise<unknown>
  cancel(): void
}

/** What the starting thread lends to a job. */
export interface Lender {
  report(progress: Progress): void
  print(html: string): Promise<Uint8Array>
}

/** Runs jobs and long queries in worker threads, each with a connection and memory of its own. */
export interface JobRunner {
  start(request: WorkRequest, grants: Map<string, string>, lender: Lender): RunningJob
  /** Ends every worker, and so lets go of the memory and the key that may be left in it. @returns when all have let go of the files they had open */
  dismiss(): Promise<void>
}

/** @param file the entry of the worker */
export function makeJobRunner(file = workerFile()): JobRunner {
  let waiting: { worker: Worker; timer: NodeJS.Timeout } | null = null
  /** every worker that has not ended; one that has answered may still be tidying up */
  const hired = new Set<Worker>()
  /** who hears that the job of a worker cannot come to an end */
  const lost = new Map<Worker, () => void>()

  const dismissWaiting = (): void => {
    if (!waiting) return
    clearTimeout(waiting.timer)
    void waiting.worker.terminate()
    waiting = null
  }
  const hireNew = (): Worker => {
    giveRoom()
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    hired.add(worker)
    worker.once('exit', () => hired.delete(worker))
    return worker
  }
  const hire = (): Worker => {
    if (!waiting) return hireNew()
    const { worker, timer } = waiting
    clearTimeout(timer)
    waiting = null
    worker.ref()
    return worker
  }
  const keep = (worker: Worker): void => {
    dismissWaiting()
    for (const event of ['message', 'error'] as const) worker.removeAllListeners(event)
    worker.on('error', dismissWaiting)
    worker.unref()
    waiting = { worker, timer: setTimeout(dismissWaiting, KEPT_MS).unref() }
  }

  return {
    dismiss: async () => {
      dismissWaiting()
      await Promise.all([...hired].map((worker) => worker.terminate()))
    },
    start: (request, grants, lender) => {
      const worker = hire()
      const cancel = new SharedArrayBuffer(4)
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const end = (): void => reject(new ProblemError(isSet(cancel) ? 'cancelled' : 'work-stopped'))
      const leave = (isFresh: boolean): void => {
        worker.off('exit', end)
        if (isFresh) keep(worker)
        else worker.unref()
      }
      worker.on('message', (message: FromJob) => {
        if (message.type === 'progress') return lender.report(message.progress)
        if (message.type === 'print') return void printFor(worker, message.printId, lender.print(message.html))
        if (message.type === 'beside') return watch(message.life, () => lost.get(worker)?.())
        leave(message.isFresh)
        if (message.type === 'done') resolve(message.value)
        else reject(fromWorker(message))
      })
      worker.on('error', (error) => reject(fallenBy(error, request)))
      worker.on('exit', end)
      lost.set(worker, () => {
        end()
        void worker.terminate()
      })
      const settle = (): void => void lost.delete(worker)
      promise.then(settle, settle)
      const start: JobStart = { request, grants, cancel }
      const order: ToJob = { type: 'start', start }
      worker.postMessage(order)
      return { callId: request.callId, result: promise, cancel: () => stop(worker, cancel, promise) }
    },
  }
}

/** What ended a thread; a lack of memory is the doing of a file only where one is read. */
function fallenBy(error: unknown, request: WorkRequest): unknown {
  const isOutOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isOutOfMemory && !Object.hasOwn('input' in request ? Object(request.input) : {}, 'file') ? new ProblemError('work-stopped') : error
}

/** Asks a job to stop, and ends its thread when it does not hear: a library may be at work inside that never looks up. */
function stop(worker: Worker, cancel: SharedArrayBuffer, result: Promise<unknown>): void {
  Atomics.store(new Int32Array(cancel), 0, 1)
  const timer = setTimeout(() => void worker.terminate(), GRACE_MS)
  const settle = (): void => clearTimeout(timer)
  result.then(settle, settle)
}

/** A job waits for the thread beside it without hearing anything: when that ends without a word, somebody else has to end the job. */
function watch({ port, isEnded }: Life, onLost: () => void): void {
  port.on('close', () => {
    // what the job said before comes first
    if (!isSet(isEnded)) setImmediate(onLost)
  })
  port.unref()
}

function isSet(cancel: SharedArrayBuffer): boolean {
  return Atomics.load(new Int32Array(cancel), 0) !== 0
}

/** In the bundle the worker is a file beside the engine; in the source tree it is TypeScript. */
function workerFile(): string {
  const bundled = join(import.meta.dirname, 'jobWorker.cjs')
  return existsSync(bundled) ? bundled : join(import.meta.dirname, 'worker.ts')
}

async function printFor(worker: Worker, printId: number, printed: Promise<Uint8Array>): Promise<void> {
  const answer = await printed.then(
    (pdf): ToJob => ({ type: 'printed', printId, pdf, problem: null }),
    (error: unknown): ToJob => ({ type: 'printed', printId, pdf: null, problem: toProblem(error) }),
  )
  worker.postMessage(answer)
}

function fromWorker(message: Extract<FromJob, { type: 'failed' }>): Error {
  if (message.problem.code !== 'internal') return new ProblemError(message.problem.code, message.problem.params)
  const error = new Error('a job failed')
  error.stack = message.detail
  return error
}
