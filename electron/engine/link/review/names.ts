import type { Party } from '#shared/contract/review.ts'
import { entityKey, type EntityKey, type EntityKind } from '#shared/model/entity.ts'
import { formatDate } from '#shared/text/format.ts'
import { addressLabel, kvkOrNone, legalFormLabel, personLabel } from '#shared/text/names.ts'
import type { Reader } from '../../store/database.ts'
import { addressesById, companiesById, personsById } from '../../store/search.ts'

export interface Name {
  label: string
  detail: string
}

/** Entities by name and one line of facts; one question per kind. */
export function nameEntities(reader: Reader, entities: readonly { kind: EntityKind; id: number }[]): Map<EntityKey, Name> {
  const ids = (kind: EntityKind): number[] => [...new Set(entities.filter((one) => one.kind === kind).map(({ id }) => id))]
  const names = new Map<EntityKey, Name>()
  for (const address of addressesById(reader, ids('address'))) names.set(entityKey('address', address.id), { label: addressLabel(address), detail: address.city })
  for (const company of companiesById(reader, ids('company'))) names.set(entityKey('company', company.id), { label: company.name, detail: companyDetail(company) })
  for (const person of personsById(reader, ids('person'))) names.set(entityKey('person', person.id), { label: personLabel(person), detail: bornDetail(person.birthDate) })
  return names
}

export function bornDetail(birthDate: string | null): string {
  return birthDate === null ? 'geboortedatum onbekend' : `geboren ${formatDate(birthDate)}`
}

export function companyDetail({ kvk, legalForm }: { kvk: number | null; legalForm: string }): string {
  return [kvkOrNone(kvk), legalFormLabel[legalForm] ?? ''].filter((part) => part !== '').join(' · ')
}

/** The name an entity has, or that it is gone. */
export function nameOf(names: ReadonlyMap<EntityKey, Name>, party: Party, id: number): Name {
  return names.get(entityKey(party, id)) ?? { label: 'niet meer in de kluis', detail: '' }
}
