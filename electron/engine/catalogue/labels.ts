import { entityKey, type EntityKey, type EntityKind } from '#shared/model/entity.ts'
import { addressLabel, personLabel } from '#shared/text/names.ts'
import type { Reader } from '../store/database.ts'
import { addressesById, companiesById, personsById } from '../store/search.ts'

/** The names of entities as sheets show them; one question per kind. */
export function labelsOf(reader: Reader, entities: readonly { kind: EntityKind; id: number }[]): Map<EntityKey, string> {
  const ids = (kind: EntityKind): number[] => [...new Set(entities.filter((one) => one.kind === kind).map(({ id }) => id))]
  const labels = new Map<EntityKey, string>()
  for (const address of addressesById(reader, ids('address'))) labels.set(entityKey('address', address.id), `${addressLabel(address)}, ${address.city}`)
  for (const company of companiesById(reader, ids('company'))) labels.set(entityKey('company', company.id), company.name)
  for (const person of personsById(reader, ids('person'))) labels.set(entityKey('person', person.id), personLabel(person))
  return labels
}
