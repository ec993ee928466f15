import type { Asked, NextRange } from '../../store/countRanges.ts'
import type { Counts } from '../counts.ts'
import { newState, type VaultFile } from '../../beside/messages.ts'
import { newRanges, rangesIn } from './sharedRanges.ts'
import { answerTo, endThread, order } from './thread.ts'

/** Counting that goes on in the thread beside. */
export interface CountingBeside {
  /** ranges of addresses the thread beside did not take, for whoever counts along */
  next: NextRange
  /** waits for what was counted there, in the order it was asked for; null where the thread had not begun, then it is given up. @param onWait called while waiting */
  take(onWait: () => void): Counts[] | null
  /** gives it up, unless it was taken */
  stop(): void
}

/** Starts counting per address on another connection to the same vault, in ranges it shares with whoever asks for the next one here. */
export function countBeside(vault: VaultFile, asked: readonly Asked[], day: string): CountingBeside {
  const state = newState()
  const ranges = newRanges()
  let isTaken = false
  const number = order({ type: 'count', vault, asked, day, ranges, state })
  return {
    next: rangesIn(ranges),
    take: (onWait) => {
      const answer = answerTo(number, state, onWait)
      isTaken = true
      return answer && 'counts' in answer ? answer.counts : null
    },
    stop: () => {
      if (!isTaken) void endThread()
    },
  }
}
