import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Asked, Counts } from '../counts.ts'
import { DONE, WAITING, type CountedBeside, type CountingOrder, type VaultFile } from './messages.ts'

const HEAP_MB = 1024
/** How often whoever waits looks up. */
const LOOK_UP_MS = 50
/** A thread that has not started by then, counted in times looked up, is not waited for. */
const MOST_LOOKS = 200

/** Counting that goes on in a thread of its own, so that both processors have something to do. */
export interface CountingBeside {
  /** waits for the counts, in the order they were asked for; `onWait` is told how many were begun. Null where no thread could start. */
  take(onWait: (begun: number) => void): Counts[] | null
  /** ends the thread, whether it is done or not */
  stop(): void
}

/** Starts counting per address on another connection to the same vault. What it counts is what {@link countPerAddress} counts here. */
export function countBeside(vault: VaultFile, asked: readonly Asked[], day: string): CountingBeside {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  state[0] = WAITING
  const { port1, port2 } = new MessageChannel()
  const order: CountingOrder = { vault, asked, day, state: state.buffer, port: port2 }
  const worker = new Worker(workerFile(), { workerData: order, transferList: [port2], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  // whoever waits here hears no events: what goes wrong is told through the port
  worker.on('error', () => undefined)
  return {
    take: (onWait) => {
      let looks = 0
      for (let begun = Atomics.load(state, 0); begun !== DONE; begun = Atomics.load(state, 0)) {
        if (begun === WAITING && (looks += 1) > MOST_LOOKS) return null
        onWait(Math.max(0, begun))
        Atomics.wait(state, 0, begun, LOOK_UP_MS)
      }
      return countsIn(receiveMessageOnPort(port1))
    },
    stop: () => {
      port1.close()
      void worker.terminate()
    },
  }
}

function countsIn(received: { message: CountedBeside } | undefined): Counts[] {
  const outcome = received?.message
  if (outcome && 'counts' in outcome) return outcome.counts
  throw new Error(`the thread that counts along failed: ${outcome?.failed ?? ''}`)
}

/** In the bundle the worker is a file beside the engine; in the source tree it is TypeScript. */
function workerFile(): string {
  const bundled = join(import.meta.dirname, 'countWorker.cjs')
  return existsSync(bundled) ? bundled : join(import.meta.dirname, 'worker.ts')
}
