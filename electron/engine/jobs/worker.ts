import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError, toProblem } from '../problem.ts'
import type { FromJob, JobStart, ToJob } from './messages.ts'
import { runJob } from './run.ts'

/** Entry of the worker thread: one job, then it ends. */
const port = parentPort
if (!port) throw new Error('this file runs as a worker only')
const { request, grants, cancel }: JobStart = workerData
const flag = new Int32Array(cancel)
const printing = new Map<number, PromiseWithResolvers<Uint8Array>>()
const tell = (message: FromJob) => port.postMessage(message)

port.on('message', (message: ToJob) => {
  const waiting = printing.get(message.printId)
  printing.delete(message.printId)
  if (message.pdf) waiting?.resolve(message.pdf)
  else waiting?.reject(new ProblemError(message.problem?.code ?? 'print-unavailable', message.problem?.params))
})

runJob(request, {
  report: (progress) => tell({ type: 'progress', progress }),
  isCancelled: () => Atomics.load(flag, 0) !== 0,
  path: (token) => {
    const path = grants.get(token)
    if (path === undefined) throw new ProblemError('file-token-unknown')
    return path
  },
  print: (html) => {
    const printId = printing.size + 1
    const waiting = Promise.withResolvers<Uint8Array>()
    printing.set(printId, waiting)
    tell({ type: 'print', printId, html })
    return waiting.promise
  },
})
  .then((value) => tell({ type: 'done', value }))
  .catch((error: unknown) => tell({ type: 'failed', problem: toProblem(error), detail: error instanceof Error ? (error.stack ?? '') : '' }))
  .finally(() => port.close())
