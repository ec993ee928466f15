import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Progress } from '#shared/contract/events.ts'
import { ProblemError, toProblem } from '../problem.ts'
import type { FromJob, JobStart, ToJob } from './messages.ts'
import type { JobRequest } from './request.ts'

/** Heap a job may use; a hostile file ends the worker, not the engine. */
const HEAP_MB = 1024

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

/** Starts a job in a worker thread with a connection and memory of its own. */
export function startJob(request: JobRequest, grants: Map<string, string>, lender: Lender): RunningJob {
  const cancel = new SharedArrayBuffer(4)
  const start: JobStart = { request, grants, cancel }
  const worker = new Worker(workerFile(), { workerData: start, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  const outcome = Promise.withResolvers<unknown>()
  worker.on('message', (message: FromJob) => {
    if (message.type === 'progress') lender.report(message.progress)
    else if (message.type === 'print') void printFor(worker, message.printId, lender.print(message.html))
    else if (message.type === 'done') outcome.resolve(message.value)
    else outcome.reject(fromWorker(message))
  })
  worker.on('error', (error) => outcome.reject(error))
  worker.on('exit', () => outcome.reject(new ProblemError('engine-stopped')))
  return { callId: request.callId, result: outcome.promise, cancel: () => void Atomics.store(new Int32Array(cancel), 0, 1) }
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
