import type { Reader, Writer } from './database.ts'

export interface ScoreRoleRow {
  played: string
  explanation: string
  at: string
  by: string
}

/** What was said last of the role of scores in a case. */
export function findScoreRole(reader: Reader, caseId: number): ScoreRoleRow | undefined {
  return reader.get<ScoreRoleRow>('SELECT played, explanation, said_at AS at, said_by AS by FROM case_score_role WHERE case_id = ?', caseId)
}

export function saveScoreRole(writer: Writer, caseId: number, { played, explanation, at, by }: ScoreRoleRow): void {
  writer.run(
    `INSERT INTO case_score_role (case_id, played, explanation, said_at, said_by) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE SET played = excluded.played, explanation = excluded.explanation, said_at = excluded.said_at, said_by = excluded.said_by`,
    caseId, played, explanation, at, by,
  )
}
