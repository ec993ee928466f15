import type { Reader } from './database.ts'
import { identifier, identifiers } from './sql.ts'

/** A table counted from, and which column names the record a row came with. */
interface Counted {
  table: string
  record: string
  /** of what is put together from records: the columns that are one record's to say */
  said: readonly string[]
}

const TABLES: Record<string, readonly Counted[]> = {
  company: [
    { table: 'branch_location', record: 'record_id', said: ['address_id', 'sbi', 'sbi_version', 'started', 'ended'] },
    { table: 'company', record: 'lead_record', said: ['legal_form', 'sbi', 'sbi_version', 'started', 'ended'] },
  ],
  person: [{ table: 'person_record', record: 'id', said: [] }],
  office: [{ table: 'office_record', record: 'id', said: [] }],
  ownership: [{ table: 'ownership_record', record: 'id', said: [] }],
  permit: [{ table: 'permit_record', record: 'id', said: [] }],
  inspection: [{ table: 'inspection_record', record: 'id', said: [] }],
  measure: [{ table: 'measure_record', record: 'id', said: [] }],
  signal: [{ table: 'signal_record', record: 'id', said: [] }],
}

/** Kinds of delivery that can be looked at apart; where addresses lie and how areas run is the frame, and stays. */
export const lensKinds = Object.keys(TABLES)

/**
 * Does some reading as if of these kinds no other deliveries had come in than the ones named. A row that a delivery outside them changed
 * or ended is as it was before. Meanwhile temporary tables of the same names stand before the real ones.
 */
export function countingOnly<T>(reader: Reader, kinds: readonly string[], deliveries: readonly number[], work: () => T): T {
  const tables = kinds.flatMap((kind) => TABLES[kind] ?? [])
  const only = JSON.stringify(deliveries)
  try {
    for (const one of tables) fill(reader, one, only)
    return work()
  } finally {
    for (const { table } of tables) reader.scratch(`DROP TABLE IF EXISTS temp.${identifier(table)}`)
  }
}

const ONLY = 'SELECT value FROM json_each(?)'

function fill(reader: Reader, { table, record, said }: Counted, only: string): void {
  const columns = reader.all<{ name: string; type: string }>('SELECT name, type FROM pragma_table_info(?) ORDER BY cid', table).filter(({ type }) => type !== 'BLOB').map(({ name }) => name)
  reader.scratch(`CREATE TEMP TABLE ${identifier(table)} AS SELECT ${identifiers(columns)} FROM main.${identifier(table)} WHERE 0`)
  reader.scratch(
    `INSERT INTO temp.${identifier(table)} SELECT ${identifiers(columns)} FROM main.${identifier(table)} WHERE ${identifier(record)} / 4294967296 IN (${ONLY})`, only,
  )
  if (said.length > 0) reader.scratch(formerly(table, record, columns, said), only, only)
  else reader.scratch(before(table, columns), table, only, only)
  reader.scratch(`CREATE INDEX temp.${identifier(`lens_${table}_id`)} ON ${identifier(table)} (id)`)
  for (const { name, sql } of COUNTED_WITH.flatMap((index) => indexNamed(reader, table, index))) {
    reader.scratch(sql.replace(/^CREATE INDEX \w+ ON/, `CREATE INDEX temp.${identifier(`lens_${name}`)} ON`))
  }
}

/** The indexes that counting reads in order; without them it takes several times as long. */
const COUNTED_WITH = ['ownership_record_transfer', 'ownership_record_holding', 'person_record_stay', 'branch_location_stay', 'branch_location_company', 'office_record_company']

function indexNamed(reader: Reader, table: string, name: string): { name: string; sql: string }[] {
  return reader.all("SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ? AND name = ?", table, name)
}

/** Records that stood then and were changed or ended by a delivery that does not count. */
function before(table: string, columns: readonly string[]): string {
  return `INSERT INTO temp.${identifier(table)} SELECT ${columns.map((name) => `content->>'${name}'`).join(', ')} FROM main.past_record
    WHERE table_name = ? AND record_id / 4294967296 IN (${ONLY}) AND ended_by NOT IN (${ONLY})`
}

/** What was put together from a record that took the place of one that stood then, as that one had it. */
function formerly(table: string, record: string, columns: readonly string[], said: readonly string[]): string {
  const values = columns.map((name) => (said.includes(name) ? `p.content->>'${name}'` : `r.${identifier(name)}`))
  return `INSERT INTO temp.${identifier(table)}
    WITH RECURSIVE line(past, head) AS (
      SELECT record_id, replaced_by FROM main.past_record
        WHERE table_name = 'company_record' AND record_id / 4294967296 IN (${ONLY}) AND ended_by NOT IN (${ONLY}) AND replaced_by IS NOT NULL
      UNION ALL SELECT line.past, next.replaced_by FROM line JOIN main.past_record AS next ON next.record_id = line.head WHERE next.replaced_by IS NOT NULL)
    SELECT ${values.join(', ')} FROM line JOIN main.${identifier(table)} AS r ON r.${identifier(record)} = line.head JOIN main.past_record AS p ON p.record_id = line.past`
}
