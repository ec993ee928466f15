import type { Compartment } from '../model/access.ts'
import type { EntityKey } from '../model/entity.ts'

/** What a question that starts from these opens besides: a person among them asks for a purpose that opens persons. */
export function ifPerson(keys: readonly EntityKey[]): Compartment | null {
  return keys.some((key) => key.startsWith('person:')) ? 'person' : null
}
