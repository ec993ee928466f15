import { splitRecordId } from '#shared/model/recordId.ts'
import type { Reader, Writer } from './database.ts'
import { forgetPast, recordRemover } from './history.ts'

/** What can be destroyed by two people. */
export type DestroyedKind = 'case' | 'signal'

export interface DestructionRow {
  subjectId: number
  number: string
  motive: string
  askedAccount: string
  askedBy: string
  askedAt: string
  /** '' until it was destroyed */
  destroyedBy: string
  destroyedAt: string
  contentHash: string
  /** JSON: how much it held of what */
  held: string
}

/** What a destruction leaves. */
export interface Proof {
  account: string
  by: string
  at: string
  contentHash: string
  held: Record<string, number>
}

const COLUMNS = `subject_id AS subjectId, number, motive, asked_account AS askedAccount, asked_by AS askedBy, asked_at AS askedAt, destroyed_by AS destroyedBy, destroyed_at AS destroyedAt,
  content_hash AS contentHash, held`

/** Asked for first, then those that were done, newest first. */
export function listDestructionRows(reader: Reader, kind: DestroyedKind): DestructionRow[] {
  return reader.all<DestructionRow>(`SELECT ${COLUMNS} FROM destruction WHERE kind = ? ORDER BY destroyed_at = '' DESC, destroyed_at DESC, subject_id DESC`, kind)
}

export function findDestruction(reader: Reader, kind: DestroyedKind, id: number): DestructionRow | undefined {
  return reader.get<DestructionRow>(`SELECT ${COLUMNS} FROM destruction WHERE kind = ? AND subject_id = ?`, kind, id)
}

export function insertDestruction(writer: Writer, kind: DestroyedKind, row: Pick<DestructionRow, 'subjectId' | 'number' | 'motive' | 'askedAccount' | 'askedBy' | 'askedAt'>): void {
  writer.run(
    'INSERT INTO destruction (kind, subject_id, number, motive, asked_account, asked_by, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    kind, row.subjectId, row.number, row.motive, row.askedAccount, row.askedBy, row.askedAt,
  )
}

/** Takes back what was asked; what was destroyed stays. */
export function dropDestruction(writer: Writer, kind: DestroyedKind, id: number): void {
  writer.run("DELETE FROM destruction WHERE kind = ? AND subject_id = ? AND destroyed_at = ''", kind, id)
}

/** Deletes something with everything in it and leaves the proof; what stood on the pages is overwritten. The table refuses who asked for it. */
export function destroyRows(writer: Writer, kind: DestroyedKind, id: number, proof: Proof): void {
  writer.get('PRAGMA secure_delete = ON')
  if (kind === 'case') destroyCase(writer, id)
  else destroySignal(writer, id)
  writer.get('PRAGMA secure_delete = OFF')
  writer.run(
    'UPDATE destruction SET destroyed_account = ?, destroyed_by = ?, destroyed_at = ?, content_hash = ?, held = ? WHERE kind = ? AND subject_id = ?',
    proof.account, proof.by, proof.at, proof.contentHash, JSON.stringify(proof.held), kind, id,
  )
}

/** What hangs on a case, in the order in which it can go. */
const CASE_PARTS = [
  'DELETE FROM network_view WHERE case_id = ?',
  'DELETE FROM police_report WHERE case_id = ?',
  'DELETE FROM case_closing WHERE case_id = ?',
  'DELETE FROM case_export WHERE case_id = ?',
  'DELETE FROM case_statement WHERE case_id = ?',
  'DELETE FROM case_subject WHERE case_id = ?',
  'DELETE FROM case_file WHERE id = ?',
]

function destroyCase(writer: Writer, id: number): void {
  for (const sql of CASE_PARTS) writer.run(sql, id)
}

/** The triage of a signal, and the signal itself: its row as it stands, as it stood before, and what was repaired in it. */
function destroySignal(writer: Writer, triageId: number): void {
  const rows = signalVersions(writer, triageId)
  writer.run('DELETE FROM triage_step WHERE triage_id = ?', triageId)
  writer.run('DELETE FROM triage WHERE id = ?', triageId)
  const remove = recordRemover(writer, 'signal_record')
  for (const recordId of rows) {
    const { deliveryId, row } = splitRecordId(recordId)
    remove(recordId)
    forgetPast(writer, recordId)
    writer.run('DELETE FROM confirmation WHERE record_id = ?', recordId)
    writer.run('DELETE FROM row_issue WHERE delivery_id = ? AND row = ?', deliveryId, row)
  }
}

/** The record ids of the signal of a triage: the row as it stands, and those it took the place of. */
export function signalVersions(reader: Reader, triageId: number): number[] {
  return reader
    .all<{ id: number }>(
      `WITH RECURSIVE version (id) AS (
         SELECT record_id FROM triage WHERE id = ?
         UNION SELECT p.record_id FROM past_record p JOIN version v ON p.replaced_by = v.id
       ) SELECT id FROM version ORDER BY id`,
      triageId,
    )
    .map(({ id }) => id)
}
