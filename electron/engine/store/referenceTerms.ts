import type { Reader, Writer } from './database.ts'
import type { ReferenceRow } from './references.ts'

/** The first days that are not yet too old: what was confirmed last before them is to be destroyed, or to be reviewed. ISO days. */
export interface Cuts {
  destroyed: string
  reviewed: string
}

/** How many references of a department ask for something. */
export interface DepartmentTermRow {
  department: string
  toReview: number
  due: number
}

/** A reference with when it was confirmed last; nothing of its content. */
export interface ReferenceTermRow extends ReferenceRow {
  recordId: number
  addressId: number | null
  companyId: number | null
  /** 1 when a later delivery of the whole state does not hold it any more */
  isGone: number
  confirmedOn: string
}

export interface ReviewRow {
  outcome: string
  motive: string
  at: string
  by: string
}

const DAY = 'CASE length(reference_date) WHEN 10 THEN reference_date ELSE substr(at, 1, 10) END'
const ROWS = 'BETWEEN own.id * 4294967296 AND own.id * 4294967296 + 4294967295'
const CASE_ADDRESSES = "SELECT CAST(substr(key, 9) AS INTEGER) FROM case_subject_now WHERE key LIKE 'address:%'"
const CASE_COMPANIES = "SELECT CAST(substr(key, 9) AS INTEGER) FROM case_subject_now WHERE key LIKE 'company:%'"

/**
 * Every reference in no case that may be too old, with the day it was confirmed last: by a delivery that holds it, by whoever passed it on
 * from the triage, or by who reviewed it last. What a delivery of some day or later holds is passed by before anything else is asked of it:
 * that is most of them. Takes that day three times.
 */
const TERMS = `WITH told AS MATERIALIZED (SELECT id, ${DAY} AS day FROM delivery WHERE withdrawn_at IS NULL),
  lately AS MATERIALIZED (SELECT id FROM told WHERE day >= ?),
  held AS (
    SELECT s.id, 0 AS isGone, s.department, s.signal_kind AS kind, s.phenomenon, s.started, s.ended, s.received, s.contact_role AS contactRole,
           s.address_id AS addressId, s.company_id AS companyId, own.day
      FROM told own CROSS JOIN signal_record s ON s.id ${ROWS}
     WHERE own.day < ? AND NOT EXISTS (SELECT 1 FROM confirmation c WHERE c.record_id = s.id AND c.delivery_id IN (SELECT id FROM lately))
    UNION ALL
    SELECT p.record_id, 1, content ->> 'department', content ->> 'signal_kind', content ->> 'phenomenon', content ->> 'started', content ->> 'ended', content ->> 'received',
           content ->> 'contact_role', content ->> 'address_id', content ->> 'company_id', own.day
      FROM told own CROSS JOIN past_record p ON p.record_id ${ROWS} WHERE own.day < ? AND p.table_name = 'signal_record' AND p.replaced_by IS NULL
  ),
  free AS (
    SELECT h.*, coalesce(substr(t.since, 1, 10), '') AS passedOn FROM held h LEFT JOIN triage t ON t.record_id = h.id
     WHERE (t.id IS NULL OR t.state IN ('toDepartment', 'toRiec'))
       AND h.id NOT IN (SELECT record_id FROM case_statement_source)
       AND (h.addressId IS NULL OR h.addressId NOT IN (${CASE_ADDRESSES})) AND (h.companyId IS NULL OR h.companyId NOT IN (${CASE_COMPANIES}))
  ),
  seen AS (
    SELECT f.*, (SELECT max(told.day) FROM confirmation c JOIN told ON told.id = c.delivery_id WHERE c.record_id = f.id) AS saidOn,
           (SELECT max(id) FROM reference_review r WHERE r.record_id = f.id) AS reviewId
      FROM free f
  ),
  term AS (
    SELECT s.*, max(s.day, s.passedOn, coalesce(s.saidOn, ''), coalesce(iif(r.outcome = 'confirmed', r.reviewed_on, ''), '')) AS confirmedOn, coalesce(r.reviewed_on, '') AS reviewedOn
      FROM seen s LEFT JOIN reference_review r ON r.id = s.reviewId
  )`
const DUE = 'confirmedOn < ?'
const REVIEW = 'NOT isGone AND confirmedOn >= ? AND max(confirmedOn, reviewedOn) < ?'
const ROW = 'id AS recordId, department, kind, phenomenon, started, ended, received, contactRole, addressId, companyId, isGone, confirmedOn'

/** Per department how much is to be reviewed and how much is to be destroyed; those with neither are left out. */
export function departmentTerms(reader: Reader, { destroyed, reviewed }: Cuts): DepartmentTermRow[] {
  return reader.all<DepartmentTermRow>(
    `${TERMS} SELECT department, sum(${REVIEW}) AS toReview, sum(${DUE}) AS due FROM term GROUP BY department HAVING toReview + due > 0 ORDER BY department`,
    reviewed, reviewed, reviewed, destroyed, reviewed, destroyed,
  )
}

/** What is to be reviewed, the longest unconfirmed first. @param department '' for all */
export function rowsToReview(reader: Reader, { destroyed, reviewed }: Cuts, department: string, limit: number): ReferenceTermRow[] {
  return reader.all<ReferenceTermRow>(
    `${TERMS} SELECT ${ROW} FROM term WHERE ${REVIEW} AND ? IN ('', department) ORDER BY confirmedOn, id LIMIT ?`, reviewed, reviewed, reviewed, destroyed, reviewed, department, limit,
  )
}

/** What is to be destroyed, the longest unconfirmed first. @param department '' for all */
export function rowsDue(reader: Reader, { destroyed }: Cuts, department: string, limit: number): ReferenceTermRow[] {
  return reader.all<ReferenceTermRow>(`${TERMS} SELECT ${ROW} FROM term WHERE ${DUE} AND ? IN ('', department) ORDER BY confirmedOn, id LIMIT ?`, destroyed, destroyed, destroyed, destroyed, department, limit)
}

/** Which of the references of a batch may still be destroyed. */
export function batchDue(reader: Reader, { destroyed }: Cuts, batchId: number): number[] {
  return reader
    .all<{ id: number }>(`${TERMS} SELECT id FROM term WHERE ${DUE} AND id IN (SELECT record_id FROM reference_batch_row WHERE batch_id = ?) ORDER BY id`, destroyed, destroyed, destroyed, destroyed, batchId)
    .map(({ id }) => id)
}

/** The day every reference that was taken in before a day was confirmed last; those in a case are left out. */
export function confirmedBefore(reader: Reader, day: string): Set<number> {
  return new Set(reader.all<{ id: number }>(`${TERMS} SELECT id FROM term WHERE ${DUE}`, day, day, day, day).map(({ id }) => id))
}

/** What was found of a reference last. */
export function lastReview(reader: Reader, recordId: number): ReviewRow | undefined {
  return reader.get<ReviewRow>('SELECT outcome, motive, made_at AS at, made_by AS by FROM reference_review WHERE record_id = ? ORDER BY id DESC LIMIT 1', recordId)
}

/** Whether the record is a reference in the index. */
export function isReference(reader: Reader, recordId: number): boolean {
  return reader.get('SELECT 1 FROM signal_record WHERE id = ?', recordId) !== undefined
}

export function insertReview(writer: Writer, recordId: number, row: ReviewRow & { account: string; day: string }): void {
  writer.run(
    'INSERT INTO reference_review (record_id, outcome, motive, reviewed_on, made_at, made_account, made_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    recordId, row.outcome, row.motive, row.day, row.at, row.account, row.by,
  )
}

export function removeReviews(writer: Writer, recordId: number): void {
  writer.run('DELETE FROM reference_review WHERE record_id = ?', recordId)
}

export interface BatchRow {
  id: number
  number: string
  department: string
  madeAt: string
  count: number
}

/** The batches of which the destruction was asked and not yet decided on. */
export function openBatches(reader: Reader): BatchRow[] {
  return reader.all<BatchRow>(
    `SELECT b.id, b.number, b.department, b.made_at AS madeAt, (SELECT count(*) FROM reference_batch_row r WHERE r.batch_id = b.id) AS count
       FROM reference_batch b WHERE EXISTS (SELECT 1 FROM destruction d WHERE d.kind = 'reference' AND d.subject_id = b.id AND d.destroyed_at = '') ORDER BY b.id`,
  )
}

export function findBatch(reader: Reader, id: number): Omit<BatchRow, 'count'> | undefined {
  return reader.get('SELECT id, number, department, made_at AS madeAt FROM reference_batch WHERE id = ?', id)
}

/** The highest number of a year (`R-2026-`…), also of what was destroyed; or null. */
export function lastBatchNumber(reader: Reader, prefix: string): string | null {
  const row = reader.get<{ number: string }>(
    "SELECT number FROM (SELECT number FROM reference_batch UNION ALL SELECT number FROM destruction WHERE kind = 'reference') WHERE substr(number, 1, length(?)) = ? ORDER BY length(number) DESC, number DESC LIMIT 1",
    prefix, prefix,
  )
  return row?.number ?? null
}

/** Puts together what is destroyed together; returns its id, which is never given out again. */
export function insertBatch(writer: Writer, number: string, department: string, at: string, recordIds: readonly number[]): number {
  const { lastId } = writer.run(
    `INSERT INTO reference_batch (id, number, department, made_at)
     VALUES ((SELECT 1 + coalesce(max(id), 0) FROM (SELECT id FROM reference_batch UNION ALL SELECT subject_id FROM destruction WHERE kind = 'reference')), ?, ?, ?)`,
    number, department, at,
  )
  const insert = writer.prepare('INSERT INTO reference_batch_row (batch_id, record_id) VALUES (?, ?)')
  for (const id of recordIds) insert(lastId, id)
  return lastId
}

/** Takes the batches of a department apart that nobody destroyed, with what was asked of them. */
export function dropBatches(writer: Writer, department: string): void {
  writer.run("DELETE FROM destruction WHERE kind = 'reference' AND destroyed_at = '' AND subject_id IN (SELECT id FROM reference_batch WHERE department = ?)", department)
  writer.run('DELETE FROM reference_batch WHERE department = ?', department)
}

export function dropBatch(writer: Writer, id: number): void {
  writer.run('DELETE FROM reference_batch WHERE id = ?', id)
}
