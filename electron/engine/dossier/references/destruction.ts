import type { Destruction } from '#shared/model/destruction.ts'
import { dayOf } from '#shared/text/format.ts'
import { keyedHash } from '../../audit/redact.ts'
import type { CallContext } from '../../context.ts'
import { signalMarker } from '../../import/index.ts'
import { ProblemError } from '../../problem.ts'
import type { Reader, Writer } from '../../store/database.ts'
import { eachSignal, findPast, findRow, type StoredRow } from '../../store/history.ts'
import { batchDue, confirmedBefore, dropBatch, dropBatches, findBatch, insertBatch, lastBatchNumber, removeReviews, rowsDue } from '../../store/referenceTerms.ts'
import { removeSignal, removeTriage, signalVersions, triageIdOf } from '../../store/triage.ts'
import { todayOf } from '../../today.ts'
import { askDestruction, partsOf, PART, type Destroyable } from '../destruction.ts'
import { nextNumber } from '../numbers.ts'
import { cutsOf } from './terms.ts'

/** The most that are asked for at once; what is left is asked for after. */
const LARGEST_BATCH = 50_000

/** The references of a department that nobody confirmed for a year, together. What was confirmed since it was asked stays. */
export const destroyableReferences: Destroyable = {
  kind: 'reference',
  numberOf: (reader, id) => batchOf(reader, id).number,
  requireDue: (reader, id, now) => {
    if (dueOf(reader, id, now).length === 0) throw new ProblemError('references-confirmed')
  },
  contentOf: (reader, id, now) => {
    const ids = dueOf(reader, id, now)
    const versions = ids.map((one) => signalVersions(reader, one))
    return { content: ids.map((one) => [one, rowOf(reader, one)]), held: { references: ids.length, rows: versions.reduce((sum, { length }) => sum + length, 0) } }
  },
  markOf: (reader, id, hashKey) => {
    const { number, madeAt } = batchOf(reader, id)
    return keyedHash(JSON.stringify(['references', number, madeAt]), hashKey)
  },
  partMarksOf: (reader, id, hashKey, now) => {
    const markOf = signalMarker(reader, hashKey)
    return Buffer.concat(dueOf(reader, id, now).map((one) => markOf(rowOf(reader, one)).subarray(0, PART)))
  },
  remove: (writer, id, now) => {
    for (const one of dueOf(writer, id, now)) removeReference(writer, one)
    dropBatch(writer, id)
  },
  removeMarked: (writer, proofs, hashKey) => {
    const markOf = signalMarker(writer, hashKey)
    const marked = proofs.map((proof) => ({ day: dayOf(proof.destroyedAt), parts: partsOf(proof) }))
    const old = marked.map(({ day }) => confirmedBefore(writer, day))
    const found = [...eachSignal(writer)].flatMap(({ id, row }) => {
      const mark = markOf(row).subarray(0, PART).toString('hex')
      // what came in or was confirmed after the destruction is told anew
      return marked.some(({ parts }, i) => parts.has(mark) && old[i]?.has(id) === true) ? [id] : []
    })
    for (const id of found) removeReference(writer, id)
    return found.length
  },
}

/**
 * Asks for all that is due of a department to be destroyed; somebody else decides. What was asked for it before is asked anew.
 * @throws ProblemError `references-confirmed` when nothing is due
 */
export function askReferences(context: Pick<CallContext, 'store' | 'actor' | 'now'>, { department, motive }: { department: string; motive: string }): Destruction {
  const { store, now } = context
  const due = rowsDue(store, cutsOf(context), department, LARGEST_BATCH).map(({ recordId }) => recordId)
  if (due.length === 0) throw new ProblemError('references-confirmed')
  const id = store.write((writer) => {
    dropBatches(writer, department)
    return insertBatch(writer, nextNumber('R', todayOf(context), (prefix) => lastBatchNumber(writer, prefix)), department, now, due)
  })
  return askDestruction(context, destroyableReferences, { id, motive })
}

/** @throws ProblemError `not-found` */
function batchOf(reader: Reader, id: number): { number: string; madeAt: string } {
  const batch = findBatch(reader, id)
  if (!batch) throw new ProblemError('not-found', { what: 'De aanvraag' })
  return batch
}

function dueOf(reader: Reader, id: number, now: string): number[] {
  return batchDue(reader, cutsOf({ store: reader, now }), id)
}

/** A reference as it stands, or as it stood when its department left it out. */
function rowOf(reader: Reader, recordId: number): StoredRow {
  const past = findPast(reader, recordId)
  const row = findRow(reader, 'signal_record', recordId) ?? (past && { ...past.row, sealed: past.sealed })
  if (!row) throw new ProblemError('not-found', { what: 'De verwijzing' })
  return row
}

function removeReference(writer: Writer, recordId: number): void {
  const triage = triageIdOf(writer, recordId)
  const versions = signalVersions(writer, recordId)
  if (triage !== null) removeTriage(writer, triage)
  removeSignal(writer, versions)
  for (const one of versions) removeReviews(writer, one)
}
