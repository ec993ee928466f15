import type { EntityKey } from '#shared/model/entity.ts'

/** The name under which what is typed in a part of a Bibob dossier is kept. */
export function bibobForm(applicant: EntityKey, part: 'application' | 'partnerships' | 'export', ...about: readonly string[]): string {
  return ['bibob', applicant, part, ...about].join(' ')
}
