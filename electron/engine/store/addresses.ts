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

export function countAddresses(reader: Reader): { streets: number; addresses: number } {
  const row = reader.get<{ streets: number; addresses: number }>('SELECT (SELECT count(*) FROM street) AS streets, (SELECT count(*) FROM address) AS addresses')
  return row ?? { streets: 0, addresses: 0 }
}

export function eachStreet(reader: Reader): IterableIterator<StreetRow> {
  return reader.each<StreetRow>('SELECT id, name, city FROM street ORDER BY id')
}

/** Every address in order of its id. */
export function eachAddress(reader: Reader): IterableIterator<AddressRow> {
  return reader.each<AddressRow>('SELECT id, street_id AS streetId, number, letter, suffix, postcode, status FROM address ORDER BY id')
}

/** The address with this nummeraanduiding id, or those of the object (verblijfsobject, ligplaats, standplaats) with this id. */
export function addressesByBagId(reader: Reader, bagId: number): AddressRow[] {
  return reader.all<AddressRow>(
    `SELECT id, street_id AS streetId, number, letter, suffix, postcode, status FROM address WHERE id = ?
      UNION SELECT id, street_id, number, letter, suffix, postcode, status FROM address WHERE object_id = ? ORDER BY id`,
    bagId, bagId,
  )
}
