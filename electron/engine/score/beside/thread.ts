import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'
import type { Answer, Beside, Numbered, NumberedAnswer, Order } from './messages.ts'

const HEAP_MB = 1024

let kept: { worker: Worker; port: MessagePort } | null = null
let ordered = 0

/**
 * Starts the thread that works along, if it is not there: both processors then have something to do. It stays for the next run, for loading
 * takes longer than a small run does, and ends with the thread that started it; a key it has only while it counts.
 */
export function startThread(): void {
  kept ??= newThread()
}

/** Gives the thread something to do; orders are done one after another. @returns the number of the order */
export function order(what: Order): number {
  startThread()
  const numbered: Numbered = { number: (ordered += 1), order: what }
  kept?.port.postMessage(numbered)
  return ordered
}

/** The next answer to an order, for whoever waits without hearing events. @throws Error what went wrong there */
export function nextAnswer(number: number): Answer {
  for (;;) {
    const received: { message: NumberedAnswer } | undefined = kept ? receiveMessageOnPort(kept.port) : undefined
    if (!received) throw new Error('the thread that works along gave no answer')
    const { answer, number: of } = received.message
    if (of === number && 'failed' in answer) throw new Error(`the thread that works along failed: ${answer.failed}`)
    if (of === number) return answer
  }
}

/** Ends the thread in the middle of what it does. */
export function endThread(): void {
  if (!kept) return
  kept.port.close()
  void kept.worker.terminate()
  kept = null
}

function newThread(): { worker: Worker; port: MessagePort } {
  const { port1, port2 } = new MessageChannel()
  const start: Beside = { port: port2 }
  const worker = new Worker(workerFile(), { workerData: start, transferList: [port2], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  // whoever waits here hears no events: what goes wrong is told through the port
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    if (kept?.worker === worker) kept = null
  })
  worker.unref()
  port1.unref()
  return { worker, port: port1 }
}

/** In the bundle the worker is a file beside the engine; in the source tree it is TypeScript. */
function workerFile(): string {
  const bundled = join(import.meta.dirname, 'scoreWorker.cjs')
  return existsSync(bundled) ? bundled : join(import.meta.dirname, 'worker.ts')
}
