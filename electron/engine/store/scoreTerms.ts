import type { Reader, Writer } from './database.ts'
import { dropAsked } from './destructions.ts'

/** A set that was computed last before some day, and why it stays all the same. */
export interface OldSetRow {
  id: number
  stays: 'standing' | 'case' | null
}

/**
 * The official sets that a case may lean on: those that stood between the day it was opened and the moment somebody said that a score
 * played a role; as long as nobody has said anything about an open case, the one that stood when it was opened. A set stands from when it
 * was computed first until the next one is.
 */
const NAMED = `SELECT o.id FROM (SELECT id, made_at AS since, lead(made_at, 1, '9999') OVER (ORDER BY id) AS until FROM score_set WHERE kind = 'official') AS o
    JOIN case_file AS c ON o.until > c.created_at
    LEFT JOIN case_score_role AS r ON r.case_id = c.id
   WHERE o.since <= coalesce(r.said_at, c.created_at) AND (r.played IN ('choice', 'grounds') OR (r.played IS NULL AND c.status <> 'closed'))`
const OLD = `SELECT id, CASE WHEN id = (SELECT max(id) FROM score_set WHERE kind = 'official') THEN 'standing' WHEN id IN (${NAMED}) THEN 'case' END AS stays
    FROM score_set WHERE substr(at, 1, 10) < ?`

/** The sets that were computed last before a day, oldest first. @param before ISO day */
export function oldSets(reader: Reader, before: string): OldSetRow[] {
  return reader.all<OldSetRow>(`${OLD} ORDER BY id`, before)
}

/** Which sets of a batch may still be destroyed. */
export function batchDue(reader: Reader, before: string, batchId: number): number[] {
  return reader
    .all<{ id: number }>(`SELECT id FROM (${OLD}) WHERE stays IS NULL AND id IN (SELECT set_id FROM score_batch_set WHERE batch_id = ?) ORDER BY id`, before, batchId)
    .map(({ id }) => id)
}

export interface ScoreBatchRow {
  id: number
  number: string
  madeAt: string
}

export function findBatch(reader: Reader, id: number): ScoreBatchRow | undefined {
  return reader.get<ScoreBatchRow>('SELECT id, number, made_at AS madeAt FROM score_batch WHERE id = ?', id)
}

/** The highest number of a year (`A-2026-`…), also of what was destroyed; or null. */
export function lastBatchNumber(reader: Reader, prefix: string): string | null {
  const row = reader.get<{ number: string }>(
    "SELECT number FROM (SELECT number FROM score_batch UNION ALL SELECT number FROM destruction WHERE kind = 'score') WHERE substr(number, 1, length(?)) = ? ORDER BY length(number) DESC, number DESC LIMIT 1",
    prefix, prefix,
  )
  return row?.number ?? null
}

/** Puts together what is destroyed together; returns its id, which is never given out again. */
export function insertBatch(writer: Writer, number: string, at: string, setIds: readonly number[]): number {
  const { lastId } = writer.run(
    `INSERT INTO score_batch (id, number, made_at)
     VALUES ((SELECT 1 + coalesce(max(id), 0) FROM (SELECT id FROM score_batch UNION ALL SELECT subject_id FROM destruction WHERE kind = 'score')), ?, ?)`,
    number, at,
  )
  const insert = writer.prepare('INSERT INTO score_batch_set (batch_id, set_id) VALUES (?, ?)')
  for (const id of setIds) insert(lastId, id)
  return lastId
}

/** Takes apart what nobody destroyed, with what was asked of it. */
export function dropBatches(writer: Writer): void {
  dropAsked(writer, 'score')
  writer.run('DELETE FROM score_batch')
}

export function dropBatch(writer: Writer, id: number): void {
  writer.run('DELETE FROM score_batch WHERE id = ?', id)
}
