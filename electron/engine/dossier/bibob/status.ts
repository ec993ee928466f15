import type { BibobStatus } from '#shared/model/bibobApplication.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import type { Reader } from '../../store/database.ts'
import { countApplications } from '../../store/bibobApplications.ts'

/** Whether a Bibob investigation of somebody is under way or was finished: all that anybody outside the compartment may know. */
export function bibobStatus(reader: Reader, applicant: EntityKey): BibobStatus | null {
  const { running, decided } = countApplications(reader, applicant)
  if (running > 0) return 'running'
  return decided > 0 ? 'finished' : null
}
