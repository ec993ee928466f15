import type { Asked, Counts } from '../counts.ts'
import { DONE, WAITING, type VaultFile } from './messages.ts'
import { endThread, nextAnswer, order } from './thread.ts'

/** How often whoever waits looks up. */
const LOOK_UP_MS = 50
/** A thread that has not started by then, counted in times looked up, is not waited for. */
const MOST_LOOKS = 200

/** Counting that goes on in the thread beside. */
export interface CountingBeside {
  /** waits for the counts, in the order they were asked for; `onWait` is told how many were begun. Null where no thread could start. */
  take(onWait: (begun: number) => void): Counts[] | null
  /** gives it up, if it is not done */
  stop(): void
}

/** Starts counting per address on another connection to the same vault. What it counts is what {@link countPerAddress} counts here. */
export function countBeside(vault: VaultFile, asked: readonly Asked[], day: string): CountingBeside {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  state[0] = WAITING
  order({ type: 'count', vault, asked, day, state: state.buffer })
  return {
    take: (onWait) => {
      let looks = 0
      for (let begun = Atomics.load(state, 0); begun !== DONE; begun = Atomics.load(state, 0)) {
        if (begun === WAITING && (looks += 1) > MOST_LOOKS) return null
        onWait(Math.max(0, begun))
        Atomics.wait(state, 0, begun, LOOK_UP_MS)
      }
      const answer = nextAnswer()
      return 'counts' in answer ? answer.counts : null
    },
    stop: () => {
      if (Atomics.load(state, 0) !== DONE) endThread()
    },
  }
}
