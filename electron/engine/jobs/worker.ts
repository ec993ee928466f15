import { getHeapStatistics } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { ProblemError, toProblem } from '../problem.ts'
import type { FromJob, JobStart, ToJob } from './messages.ts'
import { watchThreads } from '../beside/thread.ts'
import { runWork } from './run.ts'

/** Entry of the worker thread: one job at a time, as they come. */
const port = parentPort
if (!port) throw new Error('this file runs as a worker only')
const printing = new Map<number, PromiseWithResolvers<Uint8Array>>()
let printCount = 0
const tell = (message: FromJob) => port.postMessage(message)
watchThreads((life) => port.postMessage({ type: 'beside', life } satisfies FromJob, [life.port]))
/** A worker that has grown beyond this gives its memory back by ending. Scoring a municipality leaves it at half of it. */
const FRESH_BYTES = 250_000_000

port.on('message', (message: ToJob) => {
  if (message.type === 'start') return void work(message.start)
  const waiting = printing.get(message.printId)
  printing.delete(message.printId)
  if (message.pdf) waiting?.resolve(message.pdf)
  else waiting?.reject(new ProblemError(message.problem?.code ?? 'print-unavailable', message.problem?.params))
})

async function work({ request, grants, cancel }: JobStart): Promise<void> {
  const flag = new Int32Array(cancel)
  let stays: boolean | null = null
  try {
    await runWork(request, {
      report: (progress) => tell({ type: 'progress', progress }),
      isCancelled: () => Atomics.load(flag, 0) !== 0,
      path: (token) => {
        const path = grants.get(token)
        if (path === undefined) throw new ProblemError('file-token-unknown')
        return path
      },
      print,
      answer: (value) => {
        stays = isFresh()
        tell({ type: 'done', value, isFresh: stays })
      },
    })
  } catch (error) {
    // what goes wrong after the answer is tidying up: nobody waits for it, the next job may be listening already, and the next opening does it
    if (stays === null) {
      stays = isFresh()
      tell({ type: 'failed', problem: toProblem(error), detail: error instanceof Error ? (error.stack ?? '') : '', isFresh: stays })
    }
  }
  // a worker that waits for another job holds no key
  request.key.fill(0)
  if (!stays) process.exit()
}

function isFresh(): boolean {
  return getHeapStatistics().total_heap_size < FRESH_BYTES
}

function print(html: string): Promise<Uint8Array> {
  printCount += 1
  const printId = printCount
  const waiting = Promise.withResolvers<Uint8Array>()
  printing.set(printId, waiting)
  tell({ type: 'print', printId, html })
  return waiting.promise
}
