import type { Reader, Writer } from './database.ts'

export interface ProposalRow {
  /** JSON */
  content: string
  changedAt: string
  changedBy: string
}

export interface RequestRow extends ProposalRow {
  partner: string
  ground: string
}

/** What the proposal of a case says; undefined where nothing was written. */
export function findProposal(reader: Reader, caseId: number): ProposalRow | undefined {
  return reader.get<ProposalRow>('SELECT content, changed_at AS changedAt, changed_by AS changedBy FROM case_proposal WHERE case_id = ?', caseId)
}

/** Writes it, or replaces it. */
export function saveProposalRow(writer: Writer, caseId: number, { content, changedAt, changedBy }: ProposalRow): void {
  writer.run(
    `INSERT INTO case_proposal (case_id, content, changed_at, changed_by) VALUES (?, ?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE SET content = excluded.content, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    caseId, content, changedAt, changedBy,
  )
}

/** What is asked of each partner. */
export function requestRows(reader: Reader, caseId: number): RequestRow[] {
  return reader.all<RequestRow>(
    'SELECT partner, ground, content, changed_at AS changedAt, changed_by AS changedBy FROM case_partner_request WHERE case_id = ? ORDER BY partner', caseId,
  )
}

/** Asks something of a partner, in place of what was asked before. The table refuses one without a ground. */
export function saveRequestRow(writer: Writer, caseId: number, row: RequestRow): void {
  writer.run(
    `INSERT INTO case_partner_request (case_id, partner, ground, content, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id, partner) DO UPDATE SET ground = excluded.ground, content = excluded.content, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    caseId, row.partner, row.ground, row.content, row.changedAt, row.changedBy,
  )
}

/** Asks nothing of a partner any more; returns whether something was asked. */
export function deleteRequestRow(writer: Writer, caseId: number, partner: string): boolean {
  return writer.run('DELETE FROM case_partner_request WHERE case_id = ? AND partner = ?', caseId, partner).changes > 0
}
