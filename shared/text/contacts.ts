import type { DepartmentHit } from '../contract/catalogue.ts'

/** What stands under every answer of the verwijzindex. */
export const hitMeaning = 'Een hit zegt alleen dat de afdeling dit adres kent. De inhoud vraagt u na bij de contactrol.'

/** Whom to call at a department about what it knows: each function once, none where it gave none. */
export function contactsOf({ references }: Pick<DepartmentHit, 'references'>): string[] {
  return [...new Set(references.map(({ contactRole }) => contactRole))].filter((role) => role !== '')
}

/** `Toezicht (coördinator toezicht)`: a department and whom to call there; no kind, no period, no content. */
export function departmentWithContacts(hit: Pick<DepartmentHit, 'department' | 'references'>): string {
  const roles = contactsOf(hit)
  return roles.length === 0 ? hit.department : `${hit.department} (${roles.join(', ')})`
}
