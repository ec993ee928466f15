import { cityKey } from '../normalise/city.ts'
import { foldText } from '../normalise/fold.ts'
import { shortStreetName, streetKey } from '../normalise/street.ts'
import {
  addressesByBagId, addressesInStreet, eachStreet, formerInStreet, formerStreetsInPostcode, hasCity, longStreets, streetsById, streetsInPostcode, streetsNamed, streetsOfCity,
  type StreetRow,
} from '../store/addresses.ts'
import type { Reader } from '../store/database.ts'
import { mainAddressOf } from '../store/sameObject.ts'
import { postcodeText, toCandidate, toFormer, type AddressSource, type Candidate } from './addressCandidate.ts'
import { readAddressColumns } from './addressColumns.ts'
import { deletions, isOneEdit } from './oneEdit.ts'
import { remembered } from '../normalise/remembered.ts'

/** A street of the vault with the keys it is found by. */
export interface IndexedStreet {
  id: number
  /** lower case */
  name: string
  city: string
  nameKey: string
  /** letters and digits as they stand, for finding typing mistakes */
  plainName: string
  cityKey: string
  /** keys of the ways registers cut a long name off; empty for short names */
  cutKeys: readonly string[]
}

/** Where the matcher looks: in memory, or in the vault. Both give the same. */
export interface AddressIndex {
  inPostcode(postcode: number): readonly IndexedStreet[]
  named(key: string): readonly IndexedStreet[]
  /** whether addresses lie in the city with this key */
  isCity(key: string): boolean
  /** streets of a city whose name, in one spelling or as it stands, is one typing mistake away */
  like(name: { nameKey: string; plainName: string }, city: string): readonly IndexedStreet[]
  inStreet(street: IndexedStreet, number: number): Candidate[]
  byBagId(bagId: number): Candidate[]
  /** the main address of the object with this BAG id, where the vault knows which it is */
  mainOf(objectId: number): number | null
}

const LONGEST_SHORT_NAME = 24

/** For matching very many: every address in memory, some twenty bytes each; about a second per million to read. */
export function buildAddressIndex(reader: Reader): AddressIndex {
  return indexOver(reader, readAddressColumns(reader))
}

/** For matching some thousands: the streets in memory, their addresses asked of the vault. */
export function buildStreetIndex(reader: Reader): AddressIndex {
  return indexOver(reader, {
    inStreet: (streetId, number) => candidatesAt(reader, streetId, number),
    streetsOf: (postcode) => streetIdsOf(reader, postcode),
  })
}

function indexOver(reader: Reader, source: AddressSource): AddressIndex {
  const streets = Array.from(eachStreet(reader), indexStreet)
  const byId = new Map(streets.map((street) => [street.id, street]))
  const byKey = groupBy(streets, (street) => [street.nameKey, ...street.cutKeys])
  const byCity = groupBy(streets, (street) => [street.cityKey])
  const likeIn = new Map<string, Map<string, IndexedStreet[]>>()
  return {
    inPostcode: (postcode) => source.streetsOf(postcode).flatMap((id) => byId.get(id) ?? []),
    named: (key) => byKey.get(key) ?? [],
    isCity: (key) => byCity.has(key),
    like: (name, city) => {
      const known = likeIn.get(city) ?? groupBy(byCity.get(city) ?? [], (street) => [...deletions(street.nameKey), ...deletions(street.plainName)])
      likeIn.set(city, known)
      const parts = new Set([...deletions(name.nameKey), ...deletions(name.plainName)])
      const found = new Set([...parts].flatMap((part) => known.get(part) ?? []))
      return [...found].filter((street) => isLike(name, street))
    },
    inStreet: (street, number) => source.inStreet(street.id, number).map((address) => ({ ...address, street })),
    byBagId: (bagId) => ofBagId(reader, bagId, (id) => byId.get(id)),
    mainOf: (objectId) => mainAddressOf(reader, objectId),
  }
}

/** For matching one: nothing is read beforehand, everything is asked of the vault. */
export function openAddressIndex(reader: Reader): AddressIndex {
  const indexed = (rows: readonly StreetRow[]): IndexedStreet[] => rows.map(indexStreet)
  return {
    inPostcode: (postcode) => indexed(streetsById(reader, streetIdsOf(reader, postcode))),
    named: (key) => {
      const cut = indexed(longStreets(reader, LONGEST_SHORT_NAME, key.slice(0, 1))).filter((street) => street.cutKeys.includes(key))
      return [...indexed(streetsNamed(reader, key)), ...cut]
    },
    isCity: (key) => hasCity(reader, key),
    like: (name, city) => indexed(streetsOfCity(reader, city)).filter((street) => isLike(name, street)),
    inStreet: (street, number) => candidatesAt(reader, street.id, number).map((address) => ({ ...address, street })),
    byBagId: (bagId) => ofBagId(reader, bagId, (id) => indexed(streetsById(reader, [id]))[0]),
    mainOf: (objectId) => mainAddressOf(reader, objectId),
  }
}

function candidatesAt(reader: Reader, streetId: number, number: number): Omit<Candidate, 'street'>[] {
  return [...addressesInStreet(reader, streetId, number).map(toCandidate), ...formerInStreet(reader, streetId, number).map(toFormer)]
}

function streetIdsOf(reader: Reader, postcode: number): number[] {
  if (postcode === 0) return []
  const text = postcodeText(postcode)
  return [...new Set([...streetsInPostcode(reader, text), ...formerStreetsInPostcode(reader, text)])]
}

function ofBagId(reader: Reader, bagId: number, streetOf: (id: number) => IndexedStreet | undefined): Candidate[] {
  return addressesByBagId(reader, bagId).flatMap((row) => {
    const street = streetOf(row.streetId)
    return street ? [{ ...toCandidate(row), street }] : []
  })
}

/** Letters and digits of a street as it was written, abbreviations included. */
export const plainName = remembered(200_000, (street) => foldText(street).replace(/[^a-z\d]/g, ''))

/** Whether one typing mistake makes the one street the other, in one spelling or as they stand. */
export function isLike(first: Pick<IndexedStreet, 'nameKey' | 'plainName'>, second: Pick<IndexedStreet, 'nameKey' | 'plainName'>): boolean {
  return isOneEdit(first.nameKey, second.nameKey) || isOneEdit(first.plainName, second.plainName)
}

function indexStreet({ id, name, city }: StreetRow): IndexedStreet {
  const nameKey = streetKey(name)
  const isLong = name.length > LONGEST_SHORT_NAME
  const cutKeys = isLong ? [streetKey(shortStreetName(name)), streetKey(name.slice(0, LONGEST_SHORT_NAME))].filter((key) => key !== nameKey) : []
  return {
    id, name: name.toLowerCase(), city: city.toLowerCase(), nameKey, plainName: plainName(name), cityKey: cityKey(city), cutKeys: [...new Set(cutKeys)],
  }
}

function groupBy<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
