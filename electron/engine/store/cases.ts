import type { Reader, Writer } from './database.ts'

/** A case as stored; the texts of closed lists and the picture are checked by the dossier stage. */
export interface CaseRow {
  id: number
  number: string
  title: string
  phenomenon: string
  status: string
  subjectCount: number
  createdAt: string
  createdBy: string
  changedAt: string
}

export interface FullCaseRow extends CaseRow {
  occasion: string
  goal: string
  picture: string
  purposeLabel: string
  purposeGround: string
  purposeCaseNumber: string
}

export interface StatementRow {
  id: number
  type: string
  text: string
  by: string
  at: string
}

export interface ExportRow {
  at: string
  by: string
  recipients: string
  files: string
  contentHash: string
  logLine: number
}

const SUMMARY = `id, number, title, phenomenon, status, created_at AS createdAt, created_by AS createdBy, changed_at AS changedAt,
  (SELECT count(*) FROM case_subject_now s WHERE s.case_id = case_file.id) AS subjectCount`

/** All cases, the one changed last first. */
export function listCaseRows(reader: Reader): CaseRow[] {
  return reader.all<CaseRow>(`SELECT ${SUMMARY} FROM case_file ORDER BY changed_at DESC, id DESC`)
}

export function countCaseRows(reader: Reader): { status: string; count: number }[] {
  return reader.all('SELECT status, count(*) AS count FROM case_file GROUP BY status')
}

export function findCaseRow(reader: Reader, id: number): FullCaseRow | undefined {
  return reader.get<FullCaseRow>(
    `SELECT ${SUMMARY}, occasion, goal, picture, purpose_label AS purposeLabel, purpose_ground AS purposeGround, purpose_case_number AS purposeCaseNumber
       FROM case_file WHERE id = ?`,
    id,
  )
}

/** The highest number given out in a year (`C-2026-`…), also to a case that was destroyed; or null. */
export function lastCaseNumber(reader: Reader, prefix: string): string | null {
  const row = reader.get<{ number: string }>(
    "SELECT number FROM (SELECT number FROM case_file UNION ALL SELECT number FROM destruction WHERE kind = 'case') WHERE substr(number, 1, length(?)) = ? ORDER BY length(number) DESC, number DESC LIMIT 1",
    prefix, prefix,
  )
  return row?.number ?? null
}

/** A new case with its subjects; returns its id. */
export function insertCase(writer: Writer, row: Omit<FullCaseRow, 'id' | 'subjectCount' | 'changedAt'>, subjects: readonly string[]): number {
  const { lastId } = writer.run(
    `INSERT INTO case_file (id, number, title, phenomenon, status, occasion, goal, picture, purpose_label, purpose_ground, purpose_case_number,
                            created_at, created_by, changed_at)
     VALUES ((SELECT 1 + coalesce(max(id), 0) FROM (SELECT id FROM case_file UNION ALL SELECT subject_id FROM destruction WHERE kind = 'case')), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.number, row.title, row.phenomenon, row.status, row.occasion, row.goal, row.picture, row.purposeLabel, row.purposeGround, row.purposeCaseNumber,
    row.createdAt, row.createdBy, row.createdAt,
  )
  writeSubjects(writer, lastId, subjects)
  return lastId
}

/** Changes the words of a case. */
export function updateCaseTexts(writer: Writer, id: number, texts: { title: string; occasion: string; goal: string; status: string }, at: string): void {
  const { title, occasion, goal, status } = texts
  writer.run('UPDATE case_file SET title = ?, occasion = ?, goal = ?, status = ?, changed_at = ? WHERE id = ?', title, occasion, goal, status, at, id)
}

/** Puts another picture and its subjects in the place of the old ones. */
export function updateCasePicture(writer: Writer, id: number, picture: string, subjects: readonly string[], at: string): void {
  writer.run('UPDATE case_file SET picture = ?, changed_at = ? WHERE id = ?', picture, at, id)
  writer.run('DELETE FROM case_subject WHERE case_id = ?', id)
  writeSubjects(writer, id, subjects)
}

/** Marks a case as changed. */
export function touchCase(writer: Writer, id: number, at: string): void {
  writer.run('UPDATE case_file SET changed_at = ? WHERE id = ?', at, id)
}

function writeSubjects(writer: Writer, caseId: number, subjects: readonly string[]): void {
  const insert = writer.prepare('INSERT INTO case_subject (case_id, key) VALUES (?, ?)')
  for (const key of subjects) insert(caseId, key)
}

export function insertStatement(writer: Writer, caseId: number, statement: Omit<StatementRow, 'id'>, sources: readonly number[]): number {
  const { lastId } = writer.run(
    'INSERT INTO case_statement (case_id, type, text, made_by, made_at) VALUES (?, ?, ?, ?, ?)',
    caseId, statement.type, statement.text, statement.by, statement.at,
  )
  const insert = writer.prepare('INSERT INTO case_statement_source (statement_id, position, record_id) VALUES (?, ?, ?)')
  sources.forEach((recordId, position) => insert(lastId, position, recordId))
  return lastId
}

/** Takes a statement out of a case; returns whether it was there. */
export function deleteStatement(writer: Writer, caseId: number, statementId: number): boolean {
  return writer.run('DELETE FROM case_statement WHERE id = ? AND case_id = ?', statementId, caseId).changes > 0
}

/** The statements of a case in the order they were made. */
export function listStatementRows(reader: Reader, caseId: number): StatementRow[] {
  return reader.all<StatementRow>('SELECT id, type, text, made_by AS by, made_at AS at FROM case_statement WHERE case_id = ? ORDER BY id', caseId)
}

/** The source rows of every statement of a case, in the order they were given. */
export function listStatementSources(reader: Reader, caseId: number): { statementId: number; recordId: number }[] {
  return reader.all<{ statementId: number; recordId: number }>(
    `SELECT s.statement_id AS statementId, s.record_id AS recordId
       FROM case_statement_source s JOIN case_statement c ON c.id = s.statement_id
      WHERE c.case_id = ? ORDER BY s.statement_id, s.position`,
    caseId,
  )
}

export function insertExport(writer: Writer, caseId: number, row: ExportRow): void {
  writer.run(
    'INSERT INTO case_export (case_id, made_at, made_by, recipients, files, content_hash, log_line) VALUES (?, ?, ?, ?, ?, ?, ?)',
    caseId, row.at, row.by, row.recipients, row.files, row.contentHash, row.logLine,
  )
}

/** What was exported of a case, newest first. */
export function listExportRows(reader: Reader, caseId: number): ExportRow[] {
  return reader.all<ExportRow>(
    `SELECT made_at AS at, made_by AS by, recipients, files, content_hash AS contentHash, log_line AS logLine
       FROM case_export WHERE case_id = ? ORDER BY id DESC`,
    caseId,
  )
}

/** The keys of what a case is about, as they are now. */
export function caseSubjects(reader: Reader, caseId: number): string[] {
  return reader.all<{ key: string }>('SELECT key FROM case_subject_now WHERE case_id = ? ORDER BY key', caseId).map(({ key }) => key)
}

/** What hangs on a case, in the order in which it can go. */
const CASE_PARTS = [
  'DELETE FROM network_view WHERE case_id = ?',
  'DELETE FROM police_report WHERE case_id = ?',
  'DELETE FROM case_intervention WHERE case_id = ?',
  'DELETE FROM case_proposal WHERE case_id = ?',
  'DELETE FROM case_partner_request WHERE case_id = ?',
  'DELETE FROM case_closing WHERE case_id = ?',
  'DELETE FROM case_score_role WHERE case_id = ?',
  'DELETE FROM case_export WHERE case_id = ?',
  'DELETE FROM case_statement WHERE case_id = ?',
  'DELETE FROM case_subject WHERE case_id = ?',
  'DELETE FROM case_file WHERE id = ?',
]

/** Takes a case out of the vault with everything in it. */
export function removeCase(writer: Writer, id: number): void {
  for (const sql of CASE_PARTS) writer.run(sql, id)
}
