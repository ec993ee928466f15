import type { Reader, Writer } from './database.ts'

export interface PartnershipRow {
  partner: string
  start: string | null
  end: string | null
  motive: string
  at: string
  by: string
}

/** What was established about an applicant under a case number, in the order of it. */
export function partnershipRows(reader: Reader, caseNumber: string, applicant: string): PartnershipRow[] {
  return reader.all<PartnershipRow>(
    `SELECT partner_key AS partner, started AS start, ended AS end, motive, made_at AS at, made_by AS by
       FROM bibob_partnership WHERE case_number = ? AND applicant_key = ? ORDER BY made_at, partner_key`,
    caseNumber, applicant,
  )
}

/** Establishes a partnership, or says anew why it is one. */
export function savePartnership(writer: Writer, caseNumber: string, applicant: string, row: PartnershipRow): void {
  writer.run(
    `INSERT INTO bibob_partnership (case_number, applicant_key, partner_key, started, ended, motive, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_number, applicant_key, partner_key) DO UPDATE SET started = excluded.started, ended = excluded.ended, motive = excluded.motive,
       made_at = excluded.made_at, made_by = excluded.made_by`,
    caseNumber, applicant, row.partner, row.start, row.end, row.motive, row.at, row.by,
  )
}

/** Takes one back; returns whether it was there. */
export function deletePartnership(writer: Writer, caseNumber: string, applicant: string, partner: string): boolean {
  return writer.run('DELETE FROM bibob_partnership WHERE case_number = ? AND applicant_key = ? AND partner_key = ?', caseNumber, applicant, partner).changes > 0
}
