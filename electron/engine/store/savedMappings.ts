import type { Reader, Writer } from './database.ts'

/** A mapping as it is remembered for a shape of delivery. */
export interface SavedMapping {
  shape: string
  version: number
  kind: string
  headerRow: number
  /** JSON */
  columns: string
  account: string
  name: string
  at: string
}

const COLUMNS = 'shape, version, kind, header_row AS headerRow, columns, account, name, at'

export function newestMapping(reader: Reader, shape: string): SavedMapping | undefined {
  return reader.get<SavedMapping>(`SELECT ${COLUMNS} FROM saved_mapping WHERE shape = ? ORDER BY version DESC LIMIT 1`, shape)
}

/** The newest version of every shape, by kind and day. */
export function newestMappings(reader: Reader): SavedMapping[] {
  return reader.all<SavedMapping>(
    `SELECT ${COLUMNS} FROM saved_mapping m WHERE version = (SELECT max(version) FROM saved_mapping WHERE shape = m.shape) ORDER BY kind, at, shape`,
  )
}

/** Every version of every shape, newest first; the shape that was used last first. */
export function allMappings(reader: Reader): SavedMapping[] {
  return reader.all<SavedMapping>(
    `SELECT ${COLUMNS} FROM saved_mapping m ORDER BY (SELECT max(at) FROM saved_mapping WHERE shape = m.shape) DESC, shape, version DESC`,
  )
}

export function savedMappingOf(reader: Reader, shape: string, version: number): SavedMapping | undefined {
  return reader.get<SavedMapping>(`SELECT ${COLUMNS} FROM saved_mapping WHERE shape = ? AND version = ?`, shape, version)
}

export function addSavedMapping(writer: Writer, mapping: SavedMapping): void {
  writer.run(
    'INSERT INTO saved_mapping (shape, version, kind, header_row, columns, account, name, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    mapping.shape, mapping.version, mapping.kind, mapping.headerRow, mapping.columns, mapping.account, mapping.name, mapping.at,
  )
}
