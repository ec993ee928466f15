import type { Reader, Writer } from './database.ts'

export interface DestructionRow {
  caseId: number
  number: string
  motive: string
  askedAccount: string
  askedBy: string
  askedAt: string
  /** '' until it was destroyed */
  destroyedBy: string
  destroyedAt: string
  contentHash: string
  subjects: number
  statements: number
  exports: number
}

const COLUMNS = `case_id AS caseId, number, motive, asked_account AS askedAccount, asked_by AS askedBy, asked_at AS askedAt, destroyed_by AS destroyedBy, destroyed_at AS destroyedAt,
  content_hash AS contentHash, subjects, statements, exports`

/** Asked for first, then those that were done, newest first. */
export function listDestructionRows(reader: Reader): DestructionRow[] {
  return reader.all<DestructionRow>(`SELECT ${COLUMNS} FROM case_destruction ORDER BY destroyed_at = '' DESC, destroyed_at DESC, case_id DESC`)
}

export function findDestruction(reader: Reader, caseId: number): DestructionRow | undefined {
  return reader.get<DestructionRow>(`SELECT ${COLUMNS} FROM case_destruction WHERE case_id = ?`, caseId)
}

export function insertDestruction(writer: Writer, row: Pick<DestructionRow, 'caseId' | 'number' | 'motive' | 'askedAccount' | 'askedBy' | 'askedAt'>): void {
  writer.run(
    'INSERT INTO case_destruction (case_id, number, motive, asked_account, asked_by, asked_at) VALUES (?, ?, ?, ?, ?, ?)',
    row.caseId, row.number, row.motive, row.askedAccount, row.askedBy, row.askedAt,
  )
}

/** Takes back what was asked; what was destroyed stays. */
export function dropDestruction(writer: Writer, caseId: number): void {
  writer.run("DELETE FROM case_destruction WHERE case_id = ? AND destroyed_at = ''", caseId)
}

/** What hangs on a case, in the order in which it can go. */
const PARTS = [
  'DELETE FROM network_view WHERE case_id = ?',
  'DELETE FROM case_export WHERE case_id = ?',
  'DELETE FROM case_statement WHERE case_id = ?',
  'DELETE FROM case_subject WHERE case_id = ?',
  'DELETE FROM case_file WHERE id = ?',
]

/** Deletes a case with everything in it and leaves the proof; what stood on the pages is overwritten. */
export function destroyCaseRows(writer: Writer, caseId: number, proof: Pick<DestructionRow, 'destroyedBy' | 'destroyedAt' | 'contentHash' | 'subjects' | 'statements' | 'exports'>): void {
  writer.get('PRAGMA secure_delete = ON')
  for (const sql of PARTS) writer.run(sql, caseId)
  writer.get('PRAGMA secure_delete = OFF')
  writer.run(
    'UPDATE case_destruction SET destroyed_by = ?, destroyed_at = ?, content_hash = ?, subjects = ?, statements = ?, exports = ? WHERE case_id = ?',
    proof.destroyedBy, proof.destroyedAt, proof.contentHash, proof.subjects, proof.statements, proof.exports, caseId,
  )
}
