import { join } from 'node:path'
import { waitFor, type VaultFile } from '../../beside/messages.ts'
import { makeAlong } from '../../beside/thread.ts'
import type { PackedPart } from '../../store/linkIndex.ts'
import type { PlacedRow } from '../personColumns.ts'
import type { AheadAnswer, AheadOrder } from './messages.ts'

const along = makeAlong<AheadOrder, AheadAnswer>({ bundled: 'linkWorker.cjs', source: join(import.meta.dirname, 'worker.ts') })

/** Reading that goes on in a thread beside. */
export interface ReadingAhead {
  /** waits for what was kept of earlier runs; null where the thread has not begun, or had nothing to read. @param onWait called while waiting; may throw to stop */
  parts(onWait: () => void): readonly PackedPart[] | null
  /** after the parts: waits for rows that stood and may be asked for; none where the thread had none to read */
  rows(onWait: () => void): readonly PlacedRow[]
  /** to be called at the end, however it ends */
  stop(): void
}

/**
 * Starts reading what an addition to the persons will ask for, while addresses are matched: it stands in the vault as the last transaction left it.
 * To be called within a transaction that writes, so that nobody else does meanwhile.
 * @param today ISO day
 */
export function readAhead(vault: VaultFile, today: string): ReadingAhead {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const number = along.order({ vault, today, state: state.buffer })
  let isThere = false
  return {
    parts: (onWait) => {
      isThere = waitFor(state, onWait)
      const answer = isThere ? along.nextAnswer(number) : null
      return answer && 'parts' in answer && answer.parts.length > 0 ? answer.parts : null
    },
    rows: (onWait) => {
      const answer = isThere && waitFor(state, onWait, 2) ? along.nextAnswer(number) : null
      return answer && 'rows' in answer ? answer.rows : []
    },
    stop: along.end,
  }
}
