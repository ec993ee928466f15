import type { Reader, Writer } from './database.ts'

export interface PoliceReportRow {
  addressKey: string
  minors: string | null
  advice: string | null
  /** JSON */
  content: string
  changedAt: string
  changedBy: string
}

/** The reports of a case, in the order of their addresses. */
export function policeReportRows(reader: Reader, caseId: number): PoliceReportRow[] {
  return reader.all<PoliceReportRow>(
    'SELECT address_key AS addressKey, minors, advice, content, changed_at AS changedAt, changed_by AS changedBy FROM police_report WHERE case_id = ? ORDER BY address_key',
    caseId,
  )
}

/** Makes the report on an address of a case, or replaces it. The table refuses an advice under art. 13b while nobody looked for minors. */
export function savePoliceReport(writer: Writer, caseId: number, row: PoliceReportRow): void {
  writer.run(
    `INSERT INTO police_report (case_id, address_key, minors, advice, content, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id, address_key) DO UPDATE SET minors = excluded.minors, advice = excluded.advice, content = excluded.content,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    caseId, row.addressKey, row.minors, row.advice, row.content, row.changedAt, row.changedBy,
  )
}
