import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'
import type { Answer, Beside, Numbered, NumberedAnswer, Order } from './messages.ts'

const HEAP_MB = 1024

/** The sign of life of a thread. */
export interface Life {
  /** closes when the thread ends */
  port: MessagePort
  /** one number: not zero when it was ended on purpose */
  isEnded: SharedArrayBuffer
}

interface Thread {
  worker: Worker
  port: MessagePort
  isEnded: SharedArrayBuffer
}

let kept: Thread | null = null
let ordered = 0
let watch = ({ port }: Life): void => port.close()

/** Whoever waits for the thread hears no events, its end neither. @param watcher hears them, and can end whoever waits */
export function watchThread(watcher: (life: Life) => void): void {
  watch = watcher
}

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
  Atomics.store(new Int32Array(kept.isEnded), 0, 1)
  kept.port.close()
  void kept.worker.terminate()
  kept = null
}

function newThread(): Thread {
  const [{ port1, port2 }, life] = [new MessageChannel(), new MessageChannel()]
  const isEnded = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const start: Beside = { port: port2, life: life.port2 }
  const worker = new Worker(workerFile(), { workerData: start, transferList: [port2, life.port2], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  watch({ port: life.port1, isEnded })
  // what goes wrong is told through the port, and an end without a word to the watcher
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    if (kept?.worker === worker) kept = null
  })
  worker.unref()
  port1.unref()
  return { worker, port: port1, isEnded }
}

/** In the bundle the worker is a file beside the engine; in the source tree it is TypeScript. */
function workerFile(): string {
  const bundled = join(import.meta.dirname, 'scoreWorker.cjs')
  return existsSync(bundled) ? bundled : join(import.meta.dirname, 'worker.ts')
}
