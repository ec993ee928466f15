import { splitRecordId } from '#shared/model/recordId.ts'
import type { Reader, Writer } from './database.ts'
import { forgetPast, recordRemover } from './history.ts'

/** A signal in the triage, or one that has still to be taken up. Nothing of its content. */
export interface TriageRow {
  /** null until it is taken up */
  id: number | null
  number: string | null
  recordId: number
  state: string
  since: string
  destination: string
  reviewOn: string | null
  signalNumber: string | null
  department: string | null
  kind: string | null
  phenomenon: string | null
  received: string | null
  started: string | null
  ended: string | null
  addressId: number | null
  companyId: number | null
}

/** How many rows there are in all. */
interface Counted {
  total: number
}

export interface TriageStepRow {
  at: string
  account: string
  by: string
  motive: string
  /** JSON of a weighing */
  weighing: string | null
  fromState: string | null
  toState: string | null
  destination: string
  reviewOn: string | null
}

const SIGNAL = `s.signal_number AS signalNumber, s.department, s.signal_kind AS kind, s.phenomenon, s.received, s.started, s.ended, s.address_id AS addressId, s.company_id AS companyId`
const TAKEN = `SELECT t.id, t.number, t.record_id AS recordId, t.state, t.since, t.destination, t.review_on AS reviewOn, ${SIGNAL} FROM triage t LEFT JOIN signal_record s ON s.id = t.record_id`
const RECEIVED = `SELECT NULL AS id, NULL AS number, s.id AS recordId, 'received' AS state, '' AS since, '' AS destination, NULL AS reviewOn, ${SIGNAL} FROM signal_record s`
const STANDS = `(s.expires IS NULL OR s.expires >= substr(?, 1, length(s.expires)))`
const WAITING = `${STANDS} AND NOT EXISTS (SELECT 1 FROM triage t WHERE t.record_id = s.id)`
/** Not by `instr` over `lower`, which takes twice as long: `LIKE` makes no difference between capitals and others by itself. */
const WORDED = `(coalesce(s.signal_number, '') || ' ' || coalesce(s.department, '') || ' ' || coalesce(s.signal_kind, '')) LIKE ? ESCAPE '\\'`
/** How many wait: counted in the index, without those that were taken up; these are few. */
const waiting = (which: string): string =>
  `(SELECT count(*) FROM signal_record s WHERE ${which}) - (SELECT count(*) FROM triage t CROSS JOIN signal_record s ON s.id = t.record_id WHERE ${which}) AS total`

/** In the order of the index, which knows all it takes to choose: only rows that are listed are read, however many there are. */
const FIRST_RECEIVED = `SELECT *, ${waiting(STANDS)} FROM (${RECEIVED} WHERE ${WAITING}) ORDER BY coalesce(received, started) DESC, recordId DESC LIMIT ?`
const WORDED_RECEIVED = `SELECT r.* FROM (SELECT s.id, coalesce(s.received, s.started) AS at FROM signal_record s WHERE ${WORDED} AND ${WAITING} ORDER BY at DESC, s.id DESC LIMIT ?) AS f
  JOIN (${RECEIVED}) AS r ON r.recordId = f.id ORDER BY f.at DESC, f.id DESC`
const WORDED_WAITING = `SELECT ${waiting(`${WORDED} AND ${STANDS}`)}`

/** Rows of a list, and how many there are in all. */
export interface TriageRows {
  rows: TriageRow[]
  total: number
}

/** Signals nobody took up yet that have not expired, those that came in last first. @param today ISO day @param text part of a number, department or kind */
export function receivedRows(reader: Reader, today: string, text: string, limit: number): TriageRows {
  if (text === '') return counted(reader.all<TriageRow & Counted>(FIRST_RECEIVED, today, today, today, limit))
  const words = patternOf(text)
  const rows = reader.all<TriageRow>(WORDED_RECEIVED, words, today, limit)
  if (rows.length < limit) return { rows, total: rows.length }
  return { rows, total: reader.get<Counted>(WORDED_WAITING, words, today, words, today)?.total ?? 0 }
}

/** Signals in some states, the one that waits longest first. @param states JSON array @param until only those that came in their state by this ISO day */
export function takenRows(reader: Reader, states: string, until: string, text: string, limit: number): TriageRows {
  const words = patternOf(text)
  return counted(reader.all<TriageRow & Counted>(
    `SELECT *, count(*) OVER () AS total
       FROM (${TAKEN} WHERE t.state IN (SELECT value FROM json_each(?)) AND substr(t.since, 1, 10) <= ? AND (${WORDED} OR t.number LIKE ? ESCAPE '\\'))
      ORDER BY since, id LIMIT ?`,
    states, until, words, words, limit,
  ))
}

function counted(rows: (TriageRow & Counted)[]): TriageRows {
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Of `LIKE`: the text anywhere, with no other meaning for any of its characters. */
function patternOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

export function findTriage(reader: Reader, id: number): TriageRow | undefined {
  return reader.get<TriageRow>(`${TAKEN} WHERE t.id = ?`, id)
}

/** A signal that can be taken up: it is there, has not expired and was not taken up before. */
export function findReceived(reader: Reader, recordId: number, today: string): TriageRow | undefined {
  return reader.get<TriageRow>(`${RECEIVED} WHERE s.id = ? AND ${WAITING}`, recordId, today)
}

/** The sealed content of the signal of one triage. */
export function contentOf(reader: Reader, recordId: number): string {
  return reader.get<{ content: string }>('SELECT content FROM signal_content WHERE record_id = ?', recordId)?.content ?? ''
}

/** The highest number of a year (`W-2026-`…), also of a signal that was destroyed; or null. */
export function lastTriageNumber(reader: Reader, prefix: string): string | null {
  const row = reader.get<{ number: string }>(
    "SELECT number FROM (SELECT number FROM triage UNION ALL SELECT number FROM destruction WHERE kind = 'signal') WHERE substr(number, 1, length(?)) = ? ORDER BY length(number) DESC, number DESC LIMIT 1",
    prefix, prefix,
  )
  return row?.number ?? null
}

/** A triage without steps yet; returns its id, which is never given out again. */
export function insertTriage(writer: Writer, number: string, recordId: number, at: string): number {
  return writer.run(
    `INSERT INTO triage (id, number, record_id, since)
     VALUES ((SELECT 1 + coalesce(max(id), 0) FROM (SELECT id FROM triage UNION ALL SELECT subject_id FROM destruction WHERE kind = 'signal')), ?, ?, ?)`,
    number, recordId, at,
  ).lastId
}

/** Adds a step; a move takes the triage with it. The table refuses a way that is not there. */
export function insertStep(writer: Writer, triageId: number, row: TriageStepRow): void {
  writer.run(
    'INSERT INTO triage_step (triage_id, made_at, made_account, made_by, motive, weighing, from_state, to_state, destination, review_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    triageId, row.at, row.account, row.by, row.motive, row.weighing, row.fromState, row.toState, row.destination, row.reviewOn,
  )
}

/** The steps of a triage, oldest first. */
export function stepRows(reader: Reader, triageId: number): TriageStepRow[] {
  return reader.all<TriageStepRow>(
    `SELECT made_at AS at, made_account AS account, made_by AS by, motive, weighing, from_state AS fromState, to_state AS toState, destination, review_on AS reviewOn
       FROM triage_step WHERE triage_id = ? ORDER BY id`,
    triageId,
  )
}

/** The signals in the triage that are there, by the row they stand in. */
export function triagedSignals(reader: Reader): { id: number; recordId: number }[] {
  return reader.all('SELECT t.id, t.record_id AS recordId FROM triage t JOIN signal_record s ON s.id = t.record_id ORDER BY t.id')
}

/** Keeps by what the signal of a triage is known again. */
export function markTriage(writer: Writer, id: number, mark: Uint8Array): void {
  writer.run('UPDATE triage SET mark = ? WHERE id = ?', mark, id)
}

/** By what the signal of a triage is known again, as it was kept last. */
export function markOfTriage(reader: Reader, id: number): Uint8Array | null {
  return reader.get<{ mark: Uint8Array | null }>('SELECT mark FROM triage WHERE id = ?', id)?.mark ?? null
}

/** A triage whose signal is not there (any more). */
export interface StrayTriage {
  id: number
  recordId: number
  /** hex */
  mark: string
}

export function strayTriages(reader: Reader): StrayTriage[] {
  return reader.all('SELECT id, record_id AS recordId, lower(hex(mark)) AS mark FROM triage t WHERE mark IS NOT NULL AND NOT EXISTS (SELECT 1 FROM signal_record s WHERE s.id = t.record_id) ORDER BY id')
}

/** The triage of the row of a signal; null when it is not in the triage. */
export function triageIdOf(reader: Reader, recordId: number): number | null {
  return reader.get<{ id: number }>('SELECT id FROM triage WHERE record_id = ?', recordId)?.id ?? null
}

/** Lets a triage be about the row its signal now stands in; the row it stood in before, if the past holds it, was replaced by that one. */
export function moveTriage(writer: Writer, { id, recordId }: StrayTriage, to: number): void {
  writer.run('UPDATE past_record SET replaced_by = ? WHERE (record_id = ? AND replaced_by IS NULL) OR replaced_by = ?', to, recordId, recordId)
  writer.run('UPDATE triage SET record_id = ? WHERE id = ?', to, id)
}

/** The id of a case by its number. */
export function caseIdOf(reader: Reader, number: string): number | null {
  return reader.get<{ id: number }>('SELECT id FROM case_file WHERE number = ?', number)?.id ?? null
}

/** Takes a triage out of the vault with its steps; the signal itself is {@link removeSignal}'s. */
export function removeTriage(writer: Writer, id: number): void {
  writer.run('DELETE FROM triage_step WHERE triage_id = ?', id)
  writer.run('DELETE FROM triage WHERE id = ?', id)
}

/** Takes a signal out of the vault: its row as it stands or stood before, and what was repaired in it wherever it was delivered. @param versions see {@link signalVersions} */
export function removeSignal(writer: Writer, versions: readonly number[]): void {
  const remove = recordRemover(writer, 'signal_record')
  for (const recordId of versions) {
    const { deliveryId, row } = splitRecordId(recordId)
    remove(recordId)
    forgetPast(writer, recordId)
    writer.run('DELETE FROM row_issue WHERE (delivery_id, row) IN (SELECT delivery_id, row FROM confirmation WHERE record_id = ?)', recordId)
    writer.run('DELETE FROM confirmation WHERE record_id = ?', recordId)
    writer.run('DELETE FROM row_issue WHERE delivery_id = ? AND row = ?', deliveryId, row)
  }
}

/** The record ids of one signal: the row as it stands, and those it took the place of. */
export function signalVersions(reader: Reader, recordId: number): number[] {
  return reader
    .all<{ id: number }>(
      `WITH RECURSIVE version (id) AS (
         VALUES (?)
         UNION SELECT p.record_id FROM past_record p JOIN version v ON p.replaced_by = v.id
       ) SELECT id FROM version ORDER BY id`,
      recordId,
    )
    .map(({ id }) => id)
}
