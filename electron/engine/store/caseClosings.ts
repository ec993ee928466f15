import type { Reader, Writer } from './database.ts'

export interface ClosingRow {
  result: string
  retentionClass: string
  monitoringUntil: string
  closedAt: string
  closedBy: string
}

/** With what a case was closed; undefined while it is open. */
export function findClosing(reader: Reader, caseId: number): ClosingRow | undefined {
  return reader.get<ClosingRow>(
    'SELECT result, retention_class AS retentionClass, monitoring_until AS monitoringUntil, closed_at AS closedAt, closed_by AS closedBy FROM case_closing WHERE case_id = ?',
    caseId,
  )
}

/** Closes a case. */
export function closeCaseRow(writer: Writer, caseId: number, row: ClosingRow): void {
  writer.run(
    'INSERT INTO case_closing (case_id, result, retention_class, monitoring_until, closed_at, closed_by) VALUES (?, ?, ?, ?, ?, ?)',
    caseId, row.result, row.retentionClass, row.monitoringUntil, row.closedAt, row.closedBy,
  )
  writer.run("UPDATE case_file SET status = 'closed', changed_at = ? WHERE id = ?", row.closedAt, caseId)
}

/** A case that is opened again is closed with something else later. */
export function dropClosing(writer: Writer, caseId: number): void {
  writer.run('DELETE FROM case_closing WHERE case_id = ?', caseId)
}
