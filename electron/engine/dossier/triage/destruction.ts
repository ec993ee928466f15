import type { TriageClock } from '#shared/model/triage.ts'
import { dayOf, formatDate } from '#shared/text/format.ts'
import { keyedHash } from '../../audit/redact.ts'
import { markOfSignal } from '../../import/index.ts'
import { ProblemError } from '../../problem.ts'
import type { Reader } from '../../store/database.ts'
import { findTriage, markOfTriage, removeSignal, removeTriage, signalVersions, stepRows, type TriageRow } from '../../store/triage.ts'
import type { Destroyable } from '../destruction.ts'
import { clockOf } from './clock.ts'
import { removeMarkedSignals } from './removeMarked.ts'

/** A signal that is not handled can be destroyed once its year is over; it may be asked for from the last day on. */
export const destroyableSignal: Destroyable = {
  kind: 'signal',
  numberOf: (reader, id, now) => {
    const { number, clock } = runningClock(reader, id, now)
    if (!clock.isListed) throw tooEarly(clock.listedFrom)
    return number
  },
  requireDue: (reader, id, now) => {
    const { clock } = runningClock(reader, id, now)
    if (!clock.isDue) throw tooEarly(clock.destroyFrom)
  },
  contentOf: (reader, id) => {
    const row = triageOf(reader, id)
    const [steps, versions] = [stepRows(reader, id), signalVersions(reader, row.recordId)]
    return { content: [row, steps, versions], held: { steps: steps.length, rows: versions.length } }
  },
  markOf: (reader, id, hashKey) => {
    const { recordId, number } = triageOf(reader, id)
    // of a signal that was not there any more when marks began to be kept only the weighing is left
    return markOfSignal(reader, recordId, hashKey) ?? markOfTriage(reader, id) ?? keyedHash(JSON.stringify(['triage', number]), hashKey)
  },
  remove: (writer, id) => {
    const versions = signalVersions(writer, triageOf(writer, id).recordId)
    removeTriage(writer, id)
    removeSignal(writer, versions)
  },
  removeMarked: removeMarkedSignals,
}

/** @throws ProblemError `not-found` */
function triageOf(reader: Reader, id: number): TriageRow {
  const row = findTriage(reader, id)
  if (!row) throw new ProblemError('not-found', { what: 'Het signaal' })
  return row
}

/** @throws ProblemError `not-found`, `signal-not-aside` */
function runningClock(reader: Reader, id: number, now: string): { number: string; clock: TriageClock } {
  const row = triageOf(reader, id)
  if (row.number === null) throw new ProblemError('not-found', { what: 'Het signaal' })
  if (row.state !== 'notHandled') throw new ProblemError('signal-not-aside')
  return { number: row.number, clock: clockOf(dayOf(row.since), dayOf(now)) }
}

function tooEarly(day: string): ProblemError {
  return new ProblemError('signal-kept', { day: formatDate(day) })
}
