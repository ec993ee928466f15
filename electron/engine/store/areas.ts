import type { Reader, Writer } from './database.ts'

export interface AreaRow {
  id: number
  code: string
  name: string
  parentCode: string | null
}

/** An area with its outline: flat rings x0,y0,x1,y1,… in RD metres. */
export interface AreaOutline {
  id: number
  rings: number[][]
  minX: number
  minY: number
  maxX: number
  maxY: number
}

export function listOutlines(reader: Reader, level: 'buurt' | 'wijk'): AreaOutline[] {
  const rows = reader.all<Omit<AreaOutline, 'rings'> & { rings: string }>(
    'SELECT id, rings, min_x AS minX, min_y AS minY, max_x AS maxX, max_y AS maxY FROM area WHERE level = ? ORDER BY id',
    level,
  )
  return rows.map((row) => ({ ...row, rings: JSON.parse(row.rings) }))
}

export interface PlacedAddress {
  id: number
  x: number
  y: number
  areaId: number | null
}

/** Addresses with coordinates after `afterId`, in order of id. */
export function pageOfPlaced(reader: Reader, afterId: number, limit: number): PlacedAddress[] {
  return reader.all<PlacedAddress>(
    'SELECT id, x, y, area_id AS areaId FROM address WHERE id > ? AND x IS NOT NULL AND y IS NOT NULL ORDER BY id LIMIT ?',
    afterId, limit,
  )
}

export function saveArea(writer: Writer): (addressId: number, areaId: number | null) => void {
  const update = writer.prepare('UPDATE address SET area_id = ? WHERE id = ?')
  return (addressId, areaId) => void update(areaId, addressId)
}

/** The buurt an address lies in, and the wijk it belongs to by its code (BU00340704 lies in WK003407). */
export function areasOfAddress(reader: Reader, addressId: number): { neighbourhood: AreaRow | null; district: AreaRow | null } {
  const neighbourhood = reader.get<AreaRow>(
    'SELECT n.id, n.code, n.name, n.parent_code AS parentCode FROM address a JOIN area n ON n.id = a.area_id WHERE a.id = ?',
    addressId,
  )
  if (!neighbourhood) return { neighbourhood: null, district: null }
  const code = neighbourhood.parentCode ?? `WK${neighbourhood.code.slice(2, 8)}`
  const district = reader.get<AreaRow>('SELECT id, code, name, parent_code AS parentCode FROM area WHERE code = ?', code)
  return { neighbourhood, district: district ?? null }
}

/** Wijken and buurten by name; of a buurt the code of its wijk. */
export function listAreaNames(reader: Reader): { code: string; name: string; level: 'wijk' | 'buurt'; district: string }[] {
  return reader.all(
    `SELECT code, name, level, CASE WHEN level = 'wijk' THEN code ELSE coalesce(parent_code, 'WK' || substr(code, 3, 6)) END AS district
       FROM area WHERE level IN ('wijk', 'buurt') ORDER BY district, level DESC, name, code`,
  )
}

/** Ids of the area with this code and, of a wijk, of its buurten. */
export function areaIdsOf(reader: Reader, code: string): number[] {
  return reader.all<{ id: number }>(
    "SELECT id FROM area WHERE code = ? OR parent_code = ? OR (parent_code IS NULL AND level = 'buurt' AND 'WK' || substr(code, 3, 6) = ?)", code, code, code,
  ).map(({ id }) => id)
}
