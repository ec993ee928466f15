import type { Reader, Runner, Value, Writer } from './database.ts'
import { boundOrBlank, identifier, identifiers } from './sql.ts'

/** A column of a table of records with the value that stands for "nothing known". */
export interface RecordColumn {
  name: string
  blank: '' | null
}

/** Columns that the link stage fills; an import leaves them alone. */
const LATER = new Set(['address_id', 'address_match', 'company_id', 'person_id', 'officer_company_id', 'area_id'])

/** The columns of a table that an import fills, in order; NOT NULL texts are '' when unknown, NOT NULL numbers are required fields. */
export function recordColumns(reader: Reader, table: string): RecordColumn[] {
  const rows = reader.all<{ name: string; type: string; notnull: number }>('SELECT name, type, "notnull" FROM pragma_table_info(?) ORDER BY cid', table)
  return rows
    .filter((row) => !LATER.has(row.name))
    .map((row) => ({ name: row.name, blank: row.notnull !== 0 && row.type === 'TEXT' ? '' : null }))
}

/**
 * Inserts rows in a table of records; values in the order of the columns. A column in which no row had anything so far stands as
 * blank in the statement itself: binding nothing takes as long as binding something.
 */
export function recordInserter(writer: Writer, table: string, columns: readonly RecordColumn[]): (values: readonly Value[]) => void {
  const slots = columns.map(({ name, blank }) => ({ name, blank, isBound: false }))
  let bound: number[] = []
  let insert: Runner | null = null
  const widen = (values: readonly Value[]): Runner => {
    for (const [i, slot] of slots.entries()) slot.isBound ||= values[i] !== slot.blank
    bound = slots.flatMap(({ isBound }, i) => (isBound ? [i] : []))
    return writer.prepare(`INSERT INTO ${identifier(table)} (${identifiers(slots.map(({ name }) => name))}) VALUES (${boundOrBlank(slots)})`)
  }
  const fits = (values: readonly Value[]): boolean => slots.every(({ isBound, blank }, i) => isBound || values[i] === blank)
  return (values) => {
    if (!insert || !fits(values)) insert = widen(values)
    insert(...bound.map((i) => values[i] ?? null))
  }
}

/** Keeps the content of a signal apart from the signal. */
export function contentInserter(writer: Writer): (recordId: number, content: string) => void {
  const insert = writer.prepare('INSERT INTO signal_content (record_id, content) VALUES (?, ?)')
  return (recordId, content) => void insert(recordId, content)
}

/** One row of a table by the number under which the record stands: its id, or `record_id` in the registers that are kept up to date. */
export function findRecord(reader: Reader, table: string, recordId: number): Record<string, Value> | undefined {
  if (table === 'address') {
    return reader.get<Record<string, Value>>(
      'SELECT a.*, s.name AS street, s.city AS city FROM address a JOIN street s ON s.id = a.street_id WHERE a.record_id = ?', recordId,
    )
  }
  if (table === 'area') return reader.get<Record<string, Value>>('SELECT * FROM area WHERE record_id = ?', recordId)
  return reader.get<Record<string, Value>>(`SELECT * FROM ${identifier(table)} WHERE id = ?`, recordId)
}

/** Below so many rows keeping the indexes up to date is cheaper than making them anew. */
const WORTH_REBUILDING = 50_000

/**
 * Runs work that adds many rows to a table with its secondary indexes away, and makes them again at the end; all in the transaction
 * that is under way, so that a failure brings them back. A table that already holds more than is coming keeps its indexes.
 * @param coming estimate of the rows to add
 * @param work calls `added` after every row that is new; they come in the order of their numbers
 */
export async function inBulk<T>(writer: Writer, table: string, coming: number, work: (added: () => void) => Promise<T>): Promise<T> {
  if (coming < WORTH_REBUILDING) return work(() => undefined)
  const held = writer.get<{ n: number }>(`SELECT count(*) AS n FROM ${identifier(table)}`)?.n ?? 0
  const indexes = held > coming ? [] : partsOf(writer, table, 'index')
  const triggers = partsOf(writer, table, 'trigger')
  for (const { name } of indexes) writer.run(`DROP INDEX ${identifier(name)}`)
  let isFirst = true
  const value = await work(() => {
    // what they do is forget what was linked beyond the number of a new row (the first has the lowest, and the rest ask nothing more), or
    // note a row that has a place, which no row has that is imported
    if (isFirst) for (const { name } of triggers) writer.run(`DROP TRIGGER ${identifier(name)}`)
    isFirst = false
  })
  for (const { sql } of isFirst ? indexes : [...indexes, ...triggers]) writer.run(sql)
  return value
}

/** The secondary indexes of a table that new rows get into, or what is done at each row that is added. */
function partsOf(reader: Reader, table: string, type: 'index' | 'trigger'): { name: string; sql: string }[] {
  const parts = reader.all<{ name: string; sql: string }>('SELECT name, sql FROM sqlite_schema WHERE type = ? AND tbl_name = ? AND sql IS NOT NULL', type, table)
  // an index of some rows holds those that are linked, which new ones are not yet
  return parts.filter(({ sql }) => (type === 'index' ? !sql.includes(' WHERE ') : sql.includes(' AFTER INSERT ON ')))
}
