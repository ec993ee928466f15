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

/** Whether there are more addresses than so many; counts no further. */
export function hasMoreAddresses(reader: Reader, than: number): boolean {
  return reader.get('SELECT 1 FROM address LIMIT 1 OFFSET ?', than) !== undefined
}

export function streetsById(reader: Reader, ids: readonly number[]): StreetRow[] {
  return reader.all<StreetRow>('SELECT id, name, city FROM street WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id', JSON.stringify(ids))
}

/** Streets by the key of their name, see `engine/normalise/street.ts`. */
export function streetsNamed(reader: Reader, nameKey: string): StreetRow[] {
  return reader.all<StreetRow>('SELECT id, name, city FROM street WHERE name_key = ? ORDER BY id', nameKey)
}

/** Streets whose name has more than so many characters, and a key that begins with this one. */
export function longStreets(reader: Reader, length: number, first: string): StreetRow[] {
  return reader.all<StreetRow>(
    "SELECT id, name, city FROM street WHERE name_key >= ? AND name_key < ? || '~' AND length(name) > ? ORDER BY id", first, first, length,
  )
}

export function streetsOfCity(reader: Reader, cityKey: string): StreetRow[] {
  return reader.all<StreetRow>('SELECT id, name, city FROM street WHERE city_key = ? ORDER BY id', cityKey)
}

export function hasCity(reader: Reader, cityKey: string): boolean {
  return reader.get('SELECT 1 FROM street WHERE city_key = ? LIMIT 1', cityKey) !== undefined
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

/** How an address was written before, with the status of the address itself. */
const FORMER = `SELECT f.address_id AS id, f.street_id AS streetId, f.number, f.letter, f.suffix, f.postcode, a.status
  FROM address_former f JOIN address a ON a.id = f.address_id`

export function listFormer(reader: Reader): AddressRow[] {
  return reader.all<AddressRow>(`${FORMER} ORDER BY f.address_id, f.street_id, f.number`)
}

export function formerInStreet(reader: Reader, streetId: number, number: number): AddressRow[] {
  return reader.all<AddressRow>(`${FORMER} WHERE f.street_id = ? AND f.number = ? ORDER BY f.address_id`, streetId, number)
}

/** Ids of the streets that had an address with this postcode. */
export function formerStreetsInPostcode(reader: Reader, postcode: string): number[] {
  return reader.all<{ id: number }>('SELECT DISTINCT street_id AS id FROM address_former WHERE postcode = ? ORDER BY street_id', postcode).map(({ id }) => id)
}
