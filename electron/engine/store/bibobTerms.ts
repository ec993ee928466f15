import type { ApplicationRow } from './bibobApplications.ts'
import type { PartnershipRow } from './bibobPartnerships.ts'
import type { Reader, Writer } from './database.ts'
import { dropDestruction } from './destructions.ts'

/** A Bibob dossier: an application, with the partnerships that were established under its case number. */
export interface DossierRow {
  id: number
  caseNumber: string
  /** ISO moment it was saved first; '' where that was not kept yet */
  madeAt: string
  /** ISO day of the decision; null as long as there is none */
  decided: string | null
}

/** All that stands under a case number. */
interface DossierContent {
  application: ApplicationRow | undefined
  partnerships: (PartnershipRow & { applicant: string })[]
}

const DECIDED = "json_extract(content, '$.days.decided')"
const DOSSIER = `SELECT id, case_number AS caseNumber, made_at AS madeAt, ${DECIDED} AS decided FROM bibob_application`

export function findDossier(reader: Reader, id: number): DossierRow | undefined {
  return reader.get<DossierRow>(`${DOSSIER} WHERE id = ?`, id)
}

/** The dossiers that were decided on before an ISO day, oldest first. */
export function decidedBefore(reader: Reader, day: string): (DossierRow & { decided: string })[] {
  return reader.all<DossierRow & { decided: string }>(`${DOSSIER} WHERE ${DECIDED} < ? ORDER BY ${DECIDED}, case_number`, day)
}

/** Under how many case numbers something stands on which nobody decided. */
export function countUndecided(reader: Reader): number {
  const row = reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT case_number FROM bibob_application UNION SELECT case_number FROM bibob_partnership)
      WHERE case_number NOT IN (SELECT case_number FROM bibob_application WHERE ${DECIDED} IS NOT NULL)`,
  )
  return row?.n ?? 0
}

export function dossierContent(reader: Reader, caseNumber: string): DossierContent {
  return {
    application: reader.get<ApplicationRow>(
      'SELECT applicant_label AS applicantLabel, content, changed_at AS changedAt, changed_by AS changedBy FROM bibob_application WHERE case_number = ?', caseNumber,
    ),
    partnerships: reader.all<DossierContent['partnerships'][number]>(
      `SELECT applicant_key AS applicant, partner_key AS partner, started AS start, ended AS end, motive, made_at AS at, made_by AS by
         FROM bibob_partnership WHERE case_number = ? ORDER BY applicant_key, partner_key`,
      caseNumber,
    ),
  }
}

/** Each case number under which something stands, and when that began. */
export function dossierNumbers(reader: Reader): { caseNumber: string; since: string }[] {
  return reader.all(
    `SELECT case_number AS caseNumber, min(since) AS since
       FROM (SELECT case_number, made_at AS since FROM bibob_application UNION ALL SELECT case_number, made_at FROM bibob_partnership) GROUP BY case_number`,
  )
}

/** Takes back what was asked of a dossier and not yet decided on: somebody works on it again. */
export function dropAskedOf(writer: Writer, caseNumber: string): void {
  const found = writer.get<{ id: number }>('SELECT id FROM bibob_application WHERE case_number = ?', caseNumber)
  if (found) dropDestruction(writer, 'bibob', found.id)
}

/** Deletes all that stands under a case number. */
export function removeDossier(writer: Writer, caseNumber: string): void {
  writer.run('DELETE FROM bibob_partnership WHERE case_number = ?', caseNumber)
  writer.run('DELETE FROM bibob_application WHERE case_number = ?', caseNumber)
}
