import { recordRange } from '#shared/model/recordId.ts'
import type { Reader, Value, Writer } from './database.ts'
import type { StoredRow } from './history.ts'
import { fromExcluded, identifiers, placeholders } from './sql.ts'

/** Columns of an address as an import gives them; street and city become a row of their own. */
export const addressColumns = [
  'id', 'street', 'city', 'number', 'letter', 'suffix', 'postcode', 'object_id', 'building_id', 'use_purpose', 'floor_area', 'build_year', 'status',
  'is_secondary', 'ended', 'x', 'y', 'record_id',
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

/** The registers that are kept up to date by a key of their own, with that key. */
export const registerKeys = { address: 'id', area: 'code' } as const
export type Register = keyof typeof registerKeys

export function isRegister(table: string): table is Register {
  return Object.hasOwn(registerKeys, table)
}

const ADDRESS = `SELECT a.id AS id, s.name AS street, s.city AS city, a.number AS number, a.letter AS letter, a.suffix AS suffix, a.postcode AS postcode,
  a.object_id AS object_id, a.building_id AS building_id, a.use_purpose AS use_purpose, a.floor_area AS floor_area, a.build_year AS build_year,
  a.status AS status, a.is_secondary AS is_secondary, a.ended AS ended, a.x AS x, a.y AS y, a.record_id AS record_id FROM address a JOIN street s ON s.id = a.street_id`
const AREA = 'SELECT code, name, level, parent_code, rings, min_x, min_y, max_x, max_y, record_id FROM area a'
const one: Record<Register, string> = { address: `${ADDRESS} WHERE a.id = ?`, area: `${AREA} WHERE a.code = ?` }
const ofDelivery: Record<Register, string> = { address: `${ADDRESS} WHERE a.record_id BETWEEN ? AND ?`, area: `${AREA} WHERE a.record_id BETWEEN ? AND ?` }
const any: Record<Register, string> = { address: 'SELECT 1 AS n FROM address LIMIT 1', area: 'SELECT 1 AS n FROM area LIMIT 1' }
const removal: Record<Register, string> = { address: 'DELETE FROM address WHERE id = ?', area: 'DELETE FROM area WHERE code = ?' }

export function isEmptyRegister(reader: Reader, register: Register): boolean {
  return reader.get(any[register]) === undefined
}

/** What a register says now under a key. */
export function findRegisterRow(reader: Reader, register: Register, key: Value): StoredRow | undefined {
  return reader.get<StoredRow>(one[register], key)
}

/** What a register holds from one delivery. */
export function registerRowsOf(reader: Reader, register: Register, deliveryId: number): StoredRow[] {
  const { first, last } = recordRange(deliveryId)
  return reader.all<StoredRow>(ofDelivery[register], first, last)
}

/** Takes an entry out; addresses of areas that go lose their area until they are placed again. */
export function removeRegisterRow(writer: Writer, register: Register, key: Value): void {
  if (register === 'area') writer.run('UPDATE address SET area_id = NULL WHERE area_id = (SELECT id FROM area WHERE code = ?)', key)
  else writer.run('DELETE FROM address_former WHERE address_id = ?', key)
  writer.run(removal[register], key)
}

/** Forgets how addresses were written according to a delivery that is taken back. */
export function removeFormerOf(writer: Writer, deliveryId: number): void {
  const { first, last } = recordRange(deliveryId)
  writer.run('DELETE FROM address_former WHERE record_id BETWEEN ? AND ? OR changed_by BETWEEN ? AND ?', first, last, first, last)
}

/** Streets that no address lies on or lay on before. */
export function removeEmptyStreets(writer: Writer): void {
  writer.run('DELETE FROM street WHERE id NOT IN (SELECT street_id FROM address) AND id NOT IN (SELECT street_id FROM address_former)')
}

/** Status of an address that the newest complete extract no longer holds. It stays findable, because what was delivered before names it. */
export const NO_LONGER_DELIVERED = 'niet meer geleverd'

export function markAddressGone(writer: Writer, id: Value): void {
  writer.run('UPDATE address SET status = ? WHERE id = ?', NO_LONGER_DELIVERED, id)
}

/** What a register holds of earlier deliveries and a delivery did not say again. */
export function registerRowsUnsaid(reader: Reader, register: Register, earlier: readonly number[], deliveryId: number): StoredRow[] {
  const unsaid = `${ofDelivery[register]}
    AND NOT EXISTS (SELECT 1 FROM confirmation c WHERE c.record_id = a.record_id AND c.delivery_id = ?)
    AND NOT EXISTS (SELECT 1 FROM past_record p WHERE p.record_id = a.record_id)`
  return earlier.flatMap((id) => {
    const { first, last } = recordRange(id)
    return reader.all<StoredRow>(unsaid, first, last, deliveryId)
  })
}

/** Names of areas of the levels and gemeenten of a delivery that stand there and are not in it, by code. */
export function areasBeside(reader: Reader, deliveryId: number): string[] {
  const { first, last } = recordRange(deliveryId)
  const rows = reader.all<{ name: string }>(
    `WITH said AS (SELECT code, level FROM area AS a WHERE record_id BETWEEN ? AND ?
        OR EXISTS (SELECT 1 FROM confirmation AS c WHERE c.record_id = a.record_id AND c.delivery_id = ?))
     SELECT name FROM area WHERE code NOT IN (SELECT code FROM said)
        AND (level, substr(code, 3, 4)) IN (SELECT level, substr(code, 3, 4) FROM said) ORDER BY code`,
    first, last, deliveryId,
  )
  return rows.map(({ name }) => name)
}
