import type { CaseFile } from '#shared/contract/dossier.ts'
import { ProblemError } from '../problem.ts'

/**
 * Criminal-law data leave a case with their ground or not at all. To a closed case nobody can add it any more: there the paper says that it lacks.
 * @throws ProblemError `report-ground` with the addresses of the reports that have none
 */
export function requireCriminalGrounds({ status, reports }: Pick<CaseFile, 'status' | 'reports'>): void {
  const without = reports.filter(({ report }) => report.criminalGround === null)
  if (without.length > 0 && status !== 'closed') throw new ProblemError('report-ground', { address: without.map(({ addressLabel }) => addressLabel).join(', ') })
}
