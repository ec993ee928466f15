import type { Reader } from './database.ts'
import { readMatchStamp } from './matchStamp.ts'

export interface AreaRow {
  id: number
  code: string
  name: string
  level: string
  parentCode: string | null
  /** JSON of flat rings in RD metres */
  rings: string
}

/** Areas in order of code. */
export function areaRows(reader: Reader): AreaRow[] {
  return reader.all<AreaRow>('SELECT id, code, name, level, parent_code AS parentCode, rings FROM area ORDER BY code')
}

export interface OwnAreaRow {
  level: 'bedrijventerrein' | 'operationeel gebied'
  name: string
  /** code of a buurt or wijk */
  part: string
}

/** Areas of one's own as they are listed now, one row per part. */
export function ownAreaRows(reader: Reader): OwnAreaRow[] {
  return reader.all<OwnAreaRow>('SELECT own_level AS level, name, area_code AS part FROM own_area ORDER BY id')
}

/** An outline in RD metres, one flat ring per list. */
export interface OutlineRow {
  code: string
  name: string
  rings: number[][]
}

/** Outlines of one level, for the map. */
export function areaOutlines(reader: Reader, level: 'buurt' | 'wijk'): OutlineRow[] {
  const rows = reader.all<{ code: string; name: string; rings: string }>('SELECT code, name, rings FROM area WHERE level = ? ORDER BY code', level)
  return rows.map(({ code, name, rings }) => ({ code, name, rings: JSON.parse(rings) }))
}

export interface DeliveryRow {
  kind: string
  supplier: string
  referenceDate: string | null
  /** day on which it was taken in */
  received: string
}

/** Every delivery that counts by itself, with the day it was taken in. */
export function countedDeliveries(reader: Reader): (DeliveryRow & { id: number })[] {
  return reader.all(
    'SELECT id, kind, supplier, reference_date AS referenceDate, substr(at, 1, 10) AS received FROM delivery WHERE accepted > 0 AND withdrawn_at IS NULL ORDER BY id',
  )
}

/** What was delivered, per kind, supplier and day; deliveries of which nothing was accepted do not count. */
export function deliveredKinds(reader: Reader): DeliveryRow[] {
  return reader.all<DeliveryRow>(
    `SELECT kind, supplier, reference_date AS referenceDate, max(substr(at, 1, 10)) AS received FROM delivery WHERE accepted > 0 AND withdrawn_at IS NULL
      GROUP BY kind, supplier, reference_date ORDER BY kind, supplier, reference_date`,
  )
}

/**
 * Deliveries and what was linked from them, as one text that changes when either does. Cheap: it reads no rows of registers.
 */
export function inputStamp(reader: Reader): string {
  const deliveries = reader.all<{ id: number; fingerprint: string }>('SELECT id, fingerprint FROM delivery WHERE withdrawn_at IS NULL ORDER BY id')
  const linked = reader.get<Record<string, number | null>>(
    `SELECT (SELECT max(id) FROM company) AS companies, (SELECT max(id) FROM branch_location) AS locations,
            (SELECT max(id) FROM link) AS links, (SELECT max(id) FROM node) AS nodes`,
  )
  return JSON.stringify({ deliveries: deliveries.map(({ id, fingerprint }) => `${id}:${fingerprint}`), linked, matches: readMatchStamp(reader) })
}

/** Signals as delivered, repetitions and all, received in a period in some buurten. */
export function reportRows(reader: Reader, phenomenon: string, first: string, day: string, areas: readonly number[]): number {
  const found = reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM signal_record AS s JOIN address AS a ON a.id = s.address_id
      WHERE s.phenomenon = ? AND coalesce(s.received, s.started) BETWEEN ? AND ? AND a.area_id IN (SELECT value FROM json_each(?))`,
    phenomenon, first, day, JSON.stringify(areas),
  )
  return found?.n ?? 0
}
