import type { Reader } from './database.ts'

export interface StreetRow {
  id: number
  name: string
  city: string
}

/** An address as the index in memory needs it. */
export interface AddressRow {
  id: number
  streetId: number
  number: number
  letter: string
  suffix: string
  postcode: string
  status: string
}

export function countAddresses(reader: Reader): number {
  return reader.get<{ n: number }>('SELECT count(*) AS n FROM address')?.n ?? 0
}

export function eachStreet(reader: Reader): IterableIterator<StreetRow> {
  return reader.each<StreetRow>('SELECT id, name, city FROM street ORDER BY id')
}

const COLUMNS = 'id, street_id AS streetId, number, letter, suffix, postcode, status'

/** Every address in order of its id. */
export function eachAddress(reader: Reader): IterableIterator<AddressRow> {
  return reader.each<AddressRow>(`SELECT ${COLUMNS} FROM address ORDER BY id`)
}

export function addressesInStreet(reader: Reader, streetId: number, number: number): AddressRow[] {
  return reader.all<AddressRow>(`SELECT ${COLUMNS} FROM address WHERE street_id = ? AND number = ? ORDER BY id`, streetId, number)
}

/** Ids of the streets that have an address with this postcode. */
export function streetsInPostcode(reader: Reader, postcode: string): number[] {
  return reader.all<{ id: number }>('SELECT DISTINCT street_id AS id FROM address WHERE postcode = ? ORDER BY street_id', postcode).map(({ id }) => id)
}

/** The address with this nummeraanduiding id, or those of the object (verblijfsobject, ligplaats, standplaats) with this id. */
export function addressesByBagId(reader: Reader, bagId: number): AddressRow[] {
  return reader.all<AddressRow>(
    `SELECT ${COLUMNS} FROM address WHERE id = ? UNION SELECT ${COLUMNS} FROM address WHERE object_id = ? ORDER BY id`,
    bagId, bagId,
  )
}
