import type { Reader } from './database.ts'

/** An address of an object (verblijfsobject, ligplaats, standplaats). */
export interface ObjectAddress {
  id: number
  /** 1 for another address than the main one, 0 for the main one; null where the BAG delivery did not say */
  isSecondary: number | null
}

/** The other addresses of the object of an address, the main one first. */
export function otherAddressesOf(reader: Reader, addressId: number): ObjectAddress[] {
  return reader.all<ObjectAddress>(
    `SELECT other.id, other.is_secondary AS isSecondary FROM address a JOIN address other ON other.object_id = a.object_id AND other.id <> a.id
      WHERE a.id = ? ORDER BY coalesce(other.is_secondary, 1), other.id`,
    addressId,
  )
}

/** The main address of an object; null when the BAG delivery did not say, or said it of several. */
export function mainAddressOf(reader: Reader, objectId: number): number | null {
  const mains = reader.all<{ id: number }>('SELECT id FROM address WHERE object_id = ? AND is_secondary = 0', objectId)
  return mains.length === 1 ? (mains[0]?.id ?? null) : null
}
