import type { AddressSheet, EntitySheet } from '#shared/contract/catalogue.ts'
import { entityKey, splitKey, type EntityKey, type EntityKind } from '#shared/model/entity.ts'
import { formatDate, formatNumber } from '#shared/text/format.ts'
import { kvkOrNone, legalFormLabel, personLabel } from '#shared/text/names.ts'
import type { CallContext } from '../context.ts'
import { nenLines } from '../normalise/addressWriting.ts'
import { withdrawnText } from '../normalise/addressStatus.ts'
import { ProblemError } from '../problem.ts'
import { areasOfAddress } from '../store/areas.ts'
import type { Reader } from '../store/database.ts'
import { recordsOfEntity } from '../store/entities.ts'
import { findAddress, findCompany } from '../store/entitiesFacts.ts'
import { sourceRef, sourceRefs } from '../store/provenance.ts'
import { otherAddressesOf } from '../store/sameObject.ts'
import { personsById } from '../store/search.ts'
import { factsOf } from './facts.ts'
import { labelsOf } from './labels.ts'
import { lookUpReferences } from './references.ts'

type Property = EntitySheet['properties'][number]

/** @throws ProblemError `not-found` */
export function readAddress(context: Pick<CallContext, 'store' | 'now'>, key: EntityKey): AddressSheet {
  const { store } = context
  const address = found(findAddress(store, idOf(key, 'address')))
  const { neighbourhood, district } = areasOfAddress(store, address.id)
  return {
    key: entityKey('address', address.id),
    lines: nenLines(address),
    properties: properties([
      ['Straat', address.street],
      ['Gebruiksdoel', address.usePurpose],
      ['Oppervlakte', address.floorArea === null ? '' : `${formatNumber(address.floorArea)} m²`],
      ['Bouwjaar', address.buildYear === null ? '' : `${address.buildYear}`],
      ['Status', address.status],
      ['Soort adres', address.isSecondary === null ? '' : address.isSecondary === 1 ? 'nevenadres' : 'hoofdadres'],
      ['Nummeraanduiding', bagId(address.id)],
      ['Adresseerbaar object', bagId(address.objectId)],
      ['Pand', bagId(address.buildingId)],
    ]),
    neighbourhood: neighbourhood && { code: neighbourhood.code, name: neighbourhood.name },
    district: district && { code: district.code, name: district.name },
    withdrawn: withdrawnText(address),
    sameObject: sameObjectOf(store, address.id),
    departments: lookUpReferences(context, key),
    facts: factsOf(store, 'address', address.id),
    source: sourceRef(store, address.recordId),
  }
}

function sameObjectOf(store: Reader, addressId: number): AddressSheet['sameObject'] {
  const others = otherAddressesOf(store, addressId)
  const labels = labelsOf(store, others.map(({ id }) => ({ kind: 'address', id })))
  return others.map(({ id, isSecondary }) => {
    const key = entityKey('address', id)
    return { key, label: labels.get(key) ?? '', isMain: isSecondary === null ? null : isSecondary === 0 }
  })
}

/** @throws ProblemError `not-found` */
export function readCompany({ store }: Pick<CallContext, 'store'>, key: EntityKey): EntitySheet {
  const company = found(findCompany(store, idOf(key, 'company')))
  const legalForm = legalFormLabel[company.legalForm] ?? ''
  const kvk = kvkOrNone(company.kvk)
  return {
    key: entityKey('company', company.id),
    title: company.name,
    subtitle: [kvk, legalForm].filter((part) => part !== '').join(' · '),
    properties: properties([
      ['KVK-nummer', company.kvk === null ? 'niet bekend' : kvk.replace('KVK ', '')],
      ['RSIN', company.rsin === null ? '' : `${company.rsin}`.padStart(9, '0')],
      ['Rechtsvorm', legalForm],
      ['Handelsnamen', company.tradeNames.split('\n').filter((name) => name !== company.name).join(', ')],
      ['SBI', company.sbi === '' ? '' : `${company.sbi}${company.sbiVersion === '' ? '' : ` (SBI ${company.sbiVersion})`}`],
      ['Begonnen', company.started === null ? '' : formatDate(company.started)],
      ['Beëindigd', company.ended === null ? '' : formatDate(company.ended)],
    ]),
    facts: factsOf(store, 'company', company.id),
    records: recordsOf(store, 'company', company.id),
  }
}

/** Name, birth date and roles; nothing that ranks. @throws ProblemError `not-found` */
export function readPerson({ store }: Pick<CallContext, 'store'>, key: EntityKey): EntitySheet {
  const person = found(personsById(store, [idOf(key, 'person')])[0])
  const born = person.birthDate === null ? '' : formatDate(person.birthDate)
  return {
    key: entityKey('person', person.id),
    title: personLabel(person),
    subtitle: born === '' ? '' : `geboren ${born}`,
    properties: properties([
      ['Voornamen', person.givenNames],
      ['Achternaam', [person.prefix, person.familyName].filter((part) => part !== '').join(' ')],
      ['Geboortedatum', born],
    ]),
    facts: factsOf(store, 'person', person.id),
    records: recordsOf(store, 'person', person.id),
  }
}

function idOf(key: EntityKey, kind: EntityKind): number {
  const named = splitKey(key)
  if (named.kind !== kind) throw new ProblemError('not-found')
  return named.id
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new ProblemError('not-found')
  return row
}

function properties(all: readonly [string, string][]): Property[] {
  return all.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))
}

function bagId(id: number | null): string {
  return id === null ? '' : `${id}`.padStart(16, '0')
}

function recordsOf(store: Reader, kind: 'company' | 'person', id: number): EntitySheet['records'] {
  return sourceRefs(store, recordsOfEntity(store, kind, id))
}
