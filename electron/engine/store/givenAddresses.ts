import type { GivenParts } from '#shared/model/address.ts'
import type { Reader, Writer } from './database.ts'

/** The tables whose rows carry an address as written. */
export const givenTables = [
  'company_record', 'person_record', 'ownership_record', 'permit_record', 'inspection_record', 'measure_record', 'signal_record',
  'woz', 'vacancy', 'deed',
] as const
export type GivenTable = (typeof givenTables)[number]

export interface GivenRow extends GivenParts {
  id: number
  addressId: number | null
  /** `address_match`: 0 not tried, then the method by its place in `matchMethods` */
  match: number
}

const COLUMNS = `id, given_bag AS bag, given_street AS street, given_number AS number, given_letter AS letter, given_suffix AS suffix,
  given_postcode AS postcode, given_city AS city, address_id AS addressId, address_match AS "match"`
const PAGE = 'WHERE id > ? ORDER BY id LIMIT ?'

const pages: Record<GivenTable, string> = {
  company_record: `SELECT ${COLUMNS} FROM company_record ${PAGE}`,
  person_record: `SELECT ${COLUMNS} FROM person_record ${PAGE}`,
  ownership_record: `SELECT ${COLUMNS} FROM ownership_record ${PAGE}`,
  permit_record: `SELECT ${COLUMNS} FROM permit_record ${PAGE}`,
  inspection_record: `SELECT ${COLUMNS} FROM inspection_record ${PAGE}`,
  measure_record: `SELECT ${COLUMNS} FROM measure_record ${PAGE}`,
  signal_record: `SELECT ${COLUMNS} FROM signal_record ${PAGE}`,
  woz: `SELECT ${COLUMNS} FROM woz ${PAGE}`,
  vacancy: `SELECT ${COLUMNS} FROM vacancy ${PAGE}`,
  deed: `SELECT ${COLUMNS} FROM deed ${PAGE}`,
}

const updates: Record<GivenTable, string> = {
  company_record: 'UPDATE company_record SET address_id = ?, address_match = ? WHERE id = ?',
  person_record: 'UPDATE person_record SET address_id = ?, address_match = ? WHERE id = ?',
  ownership_record: 'UPDATE ownership_record SET address_id = ?, address_match = ? WHERE id = ?',
  permit_record: 'UPDATE permit_record SET address_id = ?, address_match = ? WHERE id = ?',
  inspection_record: 'UPDATE inspection_record SET address_id = ?, address_match = ? WHERE id = ?',
  measure_record: 'UPDATE measure_record SET address_id = ?, address_match = ? WHERE id = ?',
  signal_record: 'UPDATE signal_record SET address_id = ?, address_match = ? WHERE id = ?',
  woz: 'UPDATE woz SET address_id = ?, address_match = ? WHERE id = ?',
  vacancy: 'UPDATE vacancy SET address_id = ?, address_match = ? WHERE id = ?',
  deed: 'UPDATE deed SET address_id = ?, address_match = ? WHERE id = ?',
}

/** Rows of one table after `afterId`, in order of id, at most `limit`. */
export function pageOfGiven(reader: Reader, table: GivenTable, afterId: number, limit: number): GivenRow[] {
  return reader.all<GivenRow>(pages[table], afterId, limit)
}

/** The address as written in one record; undefined when it is not in the vault or its kind has no address. */
export function findGiven(reader: Reader, recordId: number): (GivenRow & { table: GivenTable }) | undefined {
  for (const table of givenTables) {
    const [row] = pageOfGiven(reader, table, recordId - 1, 1)
    if (row?.id === recordId) return { ...row, table }
  }
  return undefined
}

export function saveAddressMatch(writer: Writer, table: GivenTable): (id: number, addressId: number | null, match: number) => void {
  const update = writer.prepare(updates[table])
  return (id, addressId, match) => void update(addressId, match, id)
}

const ADDRESSES = `SELECT id, address_id FROM company_record UNION ALL SELECT id, address_id FROM person_record UNION ALL SELECT id, address_id FROM ownership_record
  UNION ALL SELECT id, address_id FROM permit_record UNION ALL SELECT id, address_id FROM inspection_record UNION ALL SELECT id, address_id FROM measure_record
  UNION ALL SELECT id, address_id FROM signal_record UNION ALL SELECT id, address_id FROM woz UNION ALL SELECT id, address_id FROM vacancy UNION ALL SELECT id, address_id FROM deed`

/** Of all records the addresses are gone through; of those that came since, each looks up its own. */
const ON_WITHDRAWN = `SELECT count(*) AS n FROM (${ADDRESSES}) g JOIN address a ON a.id = g.address_id WHERE g.id > ? AND a.status LIKE '%ingetrokken%'`
const NEW_ON_WITHDRAWN = `SELECT count(*) AS n FROM (${ADDRESSES}) g CROSS JOIN address a ON a.id = g.address_id WHERE g.id > ? AND a.status LIKE '%ingetrokken%'`

/** How many records after this one were matched to an address that was withdrawn. */
export function countOnWithdrawn(reader: Reader, after: number): number {
  return reader.get<{ n: number }>(after === 0 ? ON_WITHDRAWN : NEW_ON_WITHDRAWN, after)?.n ?? 0
}

/** How many records after this one carry an address as written, or could. */
export function countGiven(reader: Reader, after: number): number {
  return reader.get<{ n: number }>(`SELECT count(*) AS n FROM (${ADDRESSES}) WHERE id > ?`, after)?.n ?? 0
}
