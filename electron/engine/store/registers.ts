import type { Value, Writer } from './database.ts'
import { fromExcluded, identifiers, placeholders } from './sql.ts'

/** Columns of an address as an import gives them; street and city become a row of their own. */
export const addressColumns = [
  'id', 'street', 'city', 'number', 'letter', 'suffix', 'postcode', 'object_id', 'building_id', 'use_purpose', 'floor_area', 'build_year', 'status',
  'x', 'y', 'record_id',
] as const
export const areaColumns = ['code', 'name', 'level', 'parent_code', 'rings', 'min_x', 'min_y', 'max_x', 'max_y', 'record_id'] as const

/** How a street and its city are compared; made by the import, because the store knows no Dutch. */
export interface StreetKeys {
  street(name: string): string
  city(name: string): string
}

/**
 * Adds or updates addresses by their nummeraanduiding; values in the order of {@link addressColumns}. An address that gets another
 * street, number or postcode keeps the former one beside it. The neighbourhood found before stays until addresses are placed again.
 */
export function addressUpserter(writer: Writer, keys: StreetKeys): (values: readonly Value[]) => void {
  const streetId = streetFinder(writer, keys)
  const stored = ['id', 'street_id', ...addressColumns.slice(3)]
  const upsert = writer.prepare(
    `INSERT INTO address (${identifiers(stored)}) VALUES (${placeholders(stored.length)})
       ON CONFLICT (id) DO UPDATE SET ${fromExcluded(stored.slice(1))}`,
  )
  const keepFormer = writer.get('SELECT 1 FROM address LIMIT 1') === undefined ? null : formerKeeper(writer)
  return (values) => {
    const [id = null, street, city, ...rest] = values
    const inStreet = streetId(String(street ?? ''), String(city ?? ''))
    keepFormer?.(id, rest.at(-1) ?? null, inStreet, rest.slice(0, 4))
    upsert(id, inStreet, ...rest)
  }
}

/** Keeps how an address is written now, when it is about to be written otherwise: number, letter, suffix and postcode as coming. */
function formerKeeper(writer: Writer): (id: Value, changedBy: Value, streetId: number, writing: readonly Value[]) => void {
  const keep = writer.prepare(
    `INSERT INTO address_former (address_id, street_id, number, letter, suffix, postcode, record_id, changed_by)
       SELECT id, street_id, number, letter, suffix, postcode, record_id, ? FROM address
        WHERE id = ? AND (street_id, number, letter, suffix, postcode) IS NOT (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  return (id, changedBy, streetId, writing) => void keep(changedBy, id, streetId, ...writing)
}

/** The id of a street, known or new. */
function streetFinder(writer: Writer, keys: StreetKeys): (name: string, city: string) => number {
  const known = new Map<string, Map<string, number>>()
  const insert = writer.prepare('INSERT INTO street (name, city, name_key, city_key) VALUES (?, ?, ?, ?)')
  const find = (name: string, city: string): number => {
    const row = writer.get<{ id: number }>('SELECT id FROM street WHERE name = ? AND city = ?', name, city)
    return row?.id ?? insert(name, city, keys.street(name), keys.city(city)).lastId
  }
  return (name, city) => {
    const inCity = known.get(city) ?? new Map<string, number>()
    known.set(city, inCity)
    const found = inCity.get(name)
    if (found !== undefined) return found
    const id = find(name, city)
    inCity.set(name, id)
    return id
  }
}

/** Adds or updates areas by their code; values in the order of {@link areaColumns}. */
export function areaUpserter(writer: Writer): (values: readonly Value[]) => void {
  const upsert = writer.prepare(
    `INSERT INTO area (${identifiers(areaColumns)}) VALUES (${placeholders(areaColumns.length)})
       ON CONFLICT (code) DO UPDATE SET ${fromExcluded(areaColumns.slice(1))}`,
  )
  return (values) => void upsert(...values)
}
