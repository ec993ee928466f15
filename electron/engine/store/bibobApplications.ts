import type { Reader, Writer } from './database.ts'

export interface ApplicationRow {
  applicantLabel: string
  /** JSON */
  content: string
  changedAt: string
  changedBy: string
}

export function findApplication(reader: Reader, caseNumber: string): ApplicationRow | undefined {
  return reader.get<ApplicationRow>(
    'SELECT applicant_label AS applicantLabel, content, changed_at AS changedAt, changed_by AS changedBy FROM bibob_application WHERE case_number = ?',
    caseNumber,
  )
}

/** Makes the application of a case number, or replaces it. The number it has in the vault is never given out again. */
export function saveApplication(writer: Writer, caseNumber: string, { applicantLabel, content, changedAt, changedBy }: ApplicationRow): void {
  writer.run(
    `INSERT INTO bibob_application (id, case_number, applicant_label, content, made_at, changed_at, changed_by)
     VALUES ((SELECT 1 + coalesce(max(id), 0) FROM (SELECT id FROM bibob_application UNION ALL SELECT subject_id FROM destruction WHERE kind = 'bibob')), ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_number) DO UPDATE SET applicant_label = excluded.applicant_label, content = excluded.content, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    caseNumber, applicantLabel, content, changedAt, changedAt, changedBy,
  )
}

/** An application under another case number; `isDecided` 0 or 1, `advised` the ISO day an advice of the bureau came. */
export interface OtherApplication {
  applicant: string
  caseNumber: string
  isDecided: number
  advised: string | null
}

/** The applications of these applicants under another case number than this one. */
export function otherApplications(reader: Reader, applicants: readonly string[], caseNumber: string): OtherApplication[] {
  return reader.all(
    `SELECT json_extract(content, '$.applicant') AS applicant, case_number AS caseNumber, json_extract(content, '$.days.decided') IS NOT NULL AS isDecided,
            json_extract(content, '$.days.adviceReceived') AS advised
       FROM bibob_application WHERE case_number <> ? AND applicant IN (SELECT value FROM json_each(?)) ORDER BY case_number`,
    caseNumber, JSON.stringify(applicants),
  )
}

/** How many applications of somebody are under way, and how many were decided on; nothing else of them. */
export function countApplications(reader: Reader, applicant: string): { running: number; decided: number } {
  return (
    reader.get<{ running: number; decided: number }>(
      `SELECT count(*) FILTER (WHERE json_extract(content, '$.days.decided') IS NULL) AS running, count(*) FILTER (WHERE json_extract(content, '$.days.decided') IS NOT NULL) AS decided
         FROM bibob_application WHERE json_extract(content, '$.applicant') = ?`,
      applicant,
    ) ?? { running: 0, decided: 0 }
  )
}
