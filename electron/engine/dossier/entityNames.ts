import { entityKey, splitKey, type EntityKey, type EntityKind } from '#shared/model/entity.ts'
import { formatDate } from '#shared/text/format.ts'
import { addressLabel, kvkOrNone, legalFormLabel, personLabel, postcodeLabel } from '#shared/text/names.ts'
import type { Reader } from '../store/database.ts'
import { addressFacts, companyFacts, personFacts } from '../store/network.ts'

/** Name, one line of facts and, for companies, the legal form. */
export interface Named {
  label: string
  detail: string
  legalForm: string
}

/** Entities by key. Persons carry their birth date: whoever works a case or a Bibob file must know who is meant. */
export function nameAll(reader: Reader, keys: Iterable<EntityKey>): Map<EntityKey, Named> {
  const ids: Record<EntityKind, number[]> = { address: [], company: [], person: [] }
  for (const key of new Set(keys)) {
    const { kind, id } = splitKey(key)
    ids[kind].push(id)
  }
  const names = new Map<EntityKey, Named>()
  for (const address of addressFacts(reader, ids.address, '')) {
    const detail = [postcodeLabel(address.postcode), address.city].filter((part) => part !== '').join(' ')
    names.set(entityKey('address', address.id), { label: addressLabel(address), detail, legalForm: '' })
  }
  for (const { id, name, legalForm, kvk } of companyFacts(reader, ids.company)) {
    const detail = [legalFormLabel[legalForm] ?? '', kvkOrNone(kvk)].filter((part) => part !== '').join(' · ')
    names.set(entityKey('company', id), { label: name, detail, legalForm })
  }
  for (const person of personFacts(reader, ids.person)) {
    const detail = person.birthDate === null ? 'geboortedatum onbekend' : `geboren ${formatDate(person.birthDate)}`
    names.set(entityKey('person', person.id), { label: personLabel(person), detail, legalForm: '' })
  }
  return names
}
