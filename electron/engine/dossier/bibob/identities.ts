import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import { formatDate } from '#shared/text/format.ts'
import { legalFormLabel } from '#shared/text/names.ts'
import type { CallContext } from '../../context.ts'
import { findCompany } from '../../store/entitiesFacts.ts'
import { personFacts } from '../../store/network.ts'
import { nameAll } from '../entityNames.ts'
import { currentAddresses } from './currentAddresses.ts'

/** What the form asks to tell one person from another, as far as the vault has it; `born` in words. */
export interface PersonIdentity {
  kind: 'person'
  familyName: string
  givenNames: string
  born: string
  address: string
}

/** The same of a company; `kvk` with its leading zeros, '' where it is not known. */
export interface CompanyIdentity {
  kind: 'company'
  name: string
  tradeNames: string[]
  kvk: string
  legalForm: string
  address: string
}

export type Identity = PersonIdentity | CompanyIdentity

/** What tells the given persons and companies from others: names, birth date or numbers, and where they live or are established now. */
export function identitiesOf(context: CallContext, keys: Iterable<EntityKey>): Map<EntityKey, Identity> {
  const found = new Map<EntityKey, Identity>()
  for (const key of new Set(keys)) {
    const { kind, id } = splitKey(key)
    const identity = kind === 'person' ? personIdentity(context, key, id) : kind === 'company' ? companyIdentity(context, key, id) : undefined
    if (identity) found.set(key, identity)
  }
  return found
}

function personIdentity(context: CallContext, key: EntityKey, id: number): PersonIdentity | undefined {
  const [person] = personFacts(context.store, [id])
  if (!person) return undefined
  const { prefix, familyName, givenNames, initials, birthDate } = person
  return {
    kind: 'person',
    familyName: [prefix, familyName].filter((part) => part !== '').join(' '),
    givenNames: givenNames === '' ? initials : givenNames,
    born: birthDate === null ? '' : formatDate(birthDate),
    address: addressesOf(context, key),
  }
}

function companyIdentity(context: CallContext, key: EntityKey, id: number): CompanyIdentity | undefined {
  const company = findCompany(context.store, id)
  if (!company) return undefined
  const { name, tradeNames, kvk, legalForm } = company
  return {
    kind: 'company',
    name,
    tradeNames: tradeNames.split('\n').filter((one) => one !== '' && one !== name),
    kvk: kvk === null ? '' : String(kvk).padStart(8, '0'),
    legalForm: legalFormLabel[legalForm] ?? '',
    address: addressesOf(context, key),
  }
}

function addressesOf(context: CallContext, key: EntityKey): string {
  const named = nameAll(context.store, currentAddresses(context, key))
  return [...named.values()].map(({ label, detail }) => [label, detail].filter((part) => part !== '').join(', ')).join('\n')
}
