import type { Reader, Writer } from '../store/database.ts'
import { eachRowOf } from '../store/history.ts'
import { markTriage, moveTriage, strayTriages, triagedSignals, triageIdOf } from '../store/triage.ts'
import { markOfSignal, signalMarker, SIGNALS } from './signalMark.ts'

/** Keeps by what each signal in the triage is known again, before rows of signals go. @param hashKey hex key of the vault */
export function markTriaged(writer: Writer, hashKey: string): void {
  for (const { id, recordId } of triagedSignals(writer)) {
    const mark = markOfSignal(writer, recordId, hashKey)
    if (mark) markTriage(writer, id, mark)
  }
}

/**
 * A weighing stays with the signal, not with the delivery it came in first: what was weighed and lost its row goes on at the row in which
 * the same signal stands now.
 * @param deliveries whose rows may be that row
 */
export function findTriagedAgain(writer: Writer, hashKey: string, deliveries: readonly number[]): void {
  const strays = strayTriages(writer)
  if (strays.length === 0) return
  const found = firstRows(writer, hashKey, deliveries, new Set(strays.map(({ mark }) => mark)))
  for (const stray of strays) {
    const recordId = found.get(stray.mark)
    if (recordId !== undefined && triageIdOf(writer, recordId) === null) moveTriage(writer, stray, recordId)
  }
}

/** Where each mark that is wanted stands first. */
function firstRows(reader: Reader, hashKey: string, deliveries: readonly number[], wanted: ReadonlySet<string>): Map<string, number> {
  const found = new Map<string, number>()
  const markOf = signalMarker(reader, hashKey)
  for (const delivery of deliveries) {
    for (const row of eachRowOf(reader, SIGNALS, delivery)) {
      const mark = markOf(row).toString('hex')
      if (wanted.has(mark) && !found.has(mark)) found.set(mark, Number(row['id']))
    }
  }
  return found
}
