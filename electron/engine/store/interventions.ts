import type { Reader, Writer } from './database.ts'

export interface InterventionRow {
  status: string
  result: string
  /** JSON */
  content: string
  changedAt: string
  changedBy: string
}

/** The plan of a case, in the order in which it was made. */
export function interventionRows(reader: Reader, caseId: number): (InterventionRow & { id: number })[] {
  return reader.all('SELECT id, status, result, content, changed_at AS changedAt, changed_by AS changedBy FROM case_intervention WHERE case_id = ? ORDER BY id', caseId)
}

/** Adds one to the plan of a case; returns its id. The table refuses one that is done or dropped without a result. */
export function insertIntervention(writer: Writer, caseId: number, row: InterventionRow): number {
  return writer.run(
    'INSERT INTO case_intervention (case_id, status, result, content, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?)', caseId, row.status, row.result, row.content, row.changedAt, row.changedBy,
  ).lastId
}

/** Changes one; returns whether the case has it. */
export function updateIntervention(writer: Writer, caseId: number, id: number, row: InterventionRow): boolean {
  const { changes } = writer.run(
    'UPDATE case_intervention SET status = ?, result = ?, content = ?, changed_at = ?, changed_by = ? WHERE id = ? AND case_id = ?', row.status, row.result, row.content, row.changedAt, row.changedBy, id, caseId,
  )
  return changes > 0
}

/** Takes one out of the plan; returns whether it was there. */
export function deleteIntervention(writer: Writer, caseId: number, id: number): boolean {
  return writer.run('DELETE FROM case_intervention WHERE id = ? AND case_id = ?', id, caseId).changes > 0
}
