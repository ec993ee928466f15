import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'
import { HEAP_MB } from './heap.ts'
import { waitFor, type Beside, type Numbered, type NumberedAnswer } from './messages.ts'

/** The sign of life of a thread. */
export interface Life {
  /** closes when the thread ends */
  port: MessagePort
  /** one number: not zero when it was ended on purpose */
  isEnded: SharedArrayBuffer
}

let watch = ({ port }: Life): void => port.close()

/** Whoever waits for a thread hears no events, its end neither. @param watcher hears them, and can end whoever waits */
export function watchThreads(watcher: (life: Life) => void): void {
  watch = watcher
}

/** A thread that works along, so that both processors have something to do; it ends with the thread that started it. */
export interface Along<Order, Answer> {
  /** starts it, if it is not there; it stays, for loading takes longer than a small order does */
  start(): void
  /** Gives it something to do; orders are done one after another. @returns the number of the order */
  order(what: Order): number
  /** The next answer to an order, for whoever waits without hearing events. @throws Error what went wrong there */
  nextAnswer(number: number): Answer
  /**
   * Waits for the answer to an order that is answered once. @param state of the order @param onWait called while waiting; may throw to stop
   * @returns null where the thread had not come to it: then it is given up @throws Error what went wrong there
   */
  answerTo(number: number, state: Int32Array, onWait: () => void): Answer | null
  /** Ends it in the middle of what it does. @returns when it has ended, and has let go of what it had open */
  end(): Promise<void>
}

interface Thread {
  worker: Worker
  port: MessagePort
  isEnded: SharedArrayBuffer
}

/** Where the code of a thread stands: in the bundle beside the engine, in the source tree in a folder, as TypeScript. */
export interface Entry {
  bundled: string
  source: string
}

export function makeAlong<Order, Answer extends object>(entry: Entry): Along<Order, Answer> {
  let kept: Thread | null = null
  let ending: Promise<unknown> = Promise.resolve()
  let ordered = 0
  const start = (): Thread => {
    kept ??= newThread(entry, (worker) => {
      if (kept?.worker === worker) kept = null
    })
    return kept
  }
  const nextAnswer = (number: number): Answer => {
    for (;;) {
      const received: { message: NumberedAnswer<Answer> } | undefined = kept ? receiveMessageOnPort(kept.port) : undefined
      if (!received) throw new Error('the thread that works along gave no answer')
      const { answer, number: of } = received.message
      if (of !== number) continue
      if ('failed' in answer) throw new Error(`the thread that works along failed: ${answer.failed}`)
      return answer
    }
  }
  return {
    start,
    order: (what) => {
      const numbered: Numbered<Order> = { number: (ordered += 1), order: what }
      start().port.postMessage(numbered)
      return ordered
    },
    nextAnswer,
    answerTo: (number, state, onWait) => (waitFor(state, onWait) ? nextAnswer(number) : null),
    end: async () => {
      if (kept) {
        Atomics.store(new Int32Array(kept.isEnded), 0, 1)
        kept.port.close()
        ending = Promise.all([ending, kept.worker.terminate()])
        kept = null
      }
      await ending
    },
  }
}

function newThread(entry: Entry, onExit: (worker: Worker) => void): Thread {
  const [{ port1, port2 }, life] = [new MessageChannel(), new MessageChannel()]
  const isEnded = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const start: Beside = { port: port2, life: life.port2 }
  const worker = new Worker(fileOf(entry), { workerData: start, transferList: [port2, life.port2], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  watch({ port: life.port1, isEnded })
  // what goes wrong is told through the port, and an end without a word to the watcher
  worker.on('error', () => undefined)
  worker.on('exit', () => onExit(worker))
  worker.unref()
  port1.unref()
  return { worker, port: port1, isEnded }
}

function fileOf({ bundled, source }: Entry): string {
  const built = join(import.meta.dirname, bundled)
  return existsSync(built) ? built : source
}
