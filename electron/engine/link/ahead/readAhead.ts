import { join } from 'node:path'
import { newState, type VaultFile } from '../../beside/messages.ts'
import { makeAlong } from '../../beside/thread.ts'
import type { ReadAlready } from '../addition/openKept.ts'
import type { KeptHalf } from '../addition/parts.ts'
import type { AheadAnswer, AheadOrder } from './messages.ts'

const along = makeAlong<AheadOrder, AheadAnswer>({ bundled: 'linkWorker.cjs', source: join(import.meta.dirname, 'worker.ts') })

/** Reading that goes on in a thread beside. */
export interface ReadingAhead<Found> {
  /** waits for what it found; null where the thread had not begun, then it is given up. @param onWait called while waiting; may throw to stop */
  take(onWait: () => void): Found | null
  /** To be called at the end, however it ends. @returns when it has let go of the vault */
  stop(): Promise<void>
}

/**
 * Starts reading half of what earlier runs kept of the persons, while addresses are matched: it stands in the vault as the last transaction left it.
 * To be called first thing in a transaction that writes, so that nobody does meanwhile. @param state tells how far it is
 */
export function readKeptAhead(vault: VaultFile, half: KeptHalf, state = newState()): ReadingAhead<ReadAlready> {
  const number = along.order({ vault, half, state })
  return {
    take: (onWait) => along.answerTo(number, state, onWait),
    stop: along.end,
  }
}
