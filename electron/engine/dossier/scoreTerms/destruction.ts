import type { Destruction } from '#shared/model/destruction.ts'
import { dayOf } from '#shared/text/format.ts'
import { keyedHash } from '../../audit/redact.ts'
import type { CallContext } from '../../context.ts'
import { ProblemError } from '../../problem.ts'
import type { Reader } from '../../store/database.ts'
import { deleteSet, setRow, setRows, type SetRow } from '../../store/scores.ts'
import { batchDue, dropBatch, dropBatches, findBatch, insertBatch, lastBatchNumber, oldSets, type ScoreBatchRow } from '../../store/scoreTerms.ts'
import { askDestruction, partsOf, PART, type Destroyable } from '../destruction.ts'
import { nextNumber } from '../numbers.ts'
import { scoreCut } from './terms.ts'

/** The sets of scores of which the term is over, together. What a case leans on since it was asked stays. */
export const destroyableScores: Destroyable = {
  kind: 'score',
  numberOf: (reader, id) => batchOf(reader, id).number,
  requireDue: (reader, id, now) => {
    if (batchDue(reader, scoreCut(now), id).length === 0) throw new ProblemError('no-scores-due')
  },
  // its hashes are over every number in it
  contentOf: (reader, id, now) => {
    const rows = dueRows(reader, id, now)
    return { content: rows, held: { scoreSets: rows.length } }
  },
  markOf: (reader, id, hashKey) => {
    const { number, madeAt } = batchOf(reader, id)
    return keyedHash(JSON.stringify(['scores', number, madeAt]), hashKey)
  },
  partMarksOf: (reader, id, hashKey, now) => Buffer.concat(dueRows(reader, id, now).map((row) => markOfSet(row, hashKey))),
  remove: (writer, id, now) => {
    for (const one of batchDue(writer, scoreCut(now), id)) deleteSet(writer, one)
    dropBatch(writer, id)
  },
  removeMarked: (writer, proofs, hashKey) => {
    const marked = proofs.map((proof) => ({ cut: scoreCut(proof.destroyedAt), parts: partsOf(proof) }))
    // what was computed anew since, with the same outcome, has a term of its own
    const found = setRows(writer).filter((row) => marked.some(({ cut, parts }) => dayOf(row.at) < cut && parts.has(markOfSet(row, hashKey).toString('hex'))))
    for (const { id } of found) deleteSet(writer, id)
    return found.length
  },
}

/**
 * Asks for every set that is due to be destroyed; somebody else decides. What was asked before is asked anew.
 * @throws ProblemError `no-scores-due`
 */
export function askScores(context: Pick<CallContext, 'store' | 'actor' | 'now'>, { motive }: { motive: string }): Destruction {
  const { store, now } = context
  const due = oldSets(store, scoreCut(now)).flatMap(({ id, stays }) => (stays === null ? [id] : []))
  if (due.length === 0) throw new ProblemError('no-scores-due')
  const id = store.write((writer) => {
    dropBatches(writer)
    return insertBatch(writer, nextNumber('A', dayOf(now), (prefix) => lastBatchNumber(writer, prefix)), now, due)
  })
  return askDestruction(context, destroyableScores, { id, motive })
}

function dueRows(reader: Reader, id: number, now: string): SetRow[] {
  return batchDue(reader, scoreCut(now), id).flatMap((one) => setRow(reader, one) ?? [])
}

/** A set is known again by what it says; ids are given out anew. */
function markOfSet({ kind, label, hash, resultHash }: SetRow, hashKey: string): Buffer {
  return keyedHash(JSON.stringify(['score set', kind, label, hash, resultHash]), hashKey).subarray(0, PART)
}

/** @throws ProblemError `not-found` */
function batchOf(reader: Reader, id: number): ScoreBatchRow {
  const batch = findBatch(reader, id)
  if (!batch) throw new ProblemError('not-found', { what: 'De aanvraag' })
  return batch
}
