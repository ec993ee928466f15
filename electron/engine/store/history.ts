import { recordRange, splitRecordId } from '#shared/model/recordId.ts'
import type { Reader, Value, Writer } from './database.ts'
import { identifier, identifiers, placeholders } from './sql.ts'

/** A row of a table by column. */
export type StoredRow = Record<string, Value>

/** Table whose rows have a text in another compartment. */
const SEALED_TABLE = 'signal_record'
const WITH_SEALED = "r.*, coalesce(c.content, '') AS sealed FROM signal_record r LEFT JOIN signal_content c ON c.record_id = r.id"

function range(deliveryId: number): [number, number] {
  const { first, last } = recordRange(deliveryId)
  return [first, last]
}

/** The rows of a delivery that stand in a table of records, in order; sealed text under `sealed`. */
export function eachRowOf(reader: Reader, table: string, deliveryId: number): IterableIterator<StoredRow> {
  if (table === SEALED_TABLE) return reader.each<StoredRow>(`SELECT ${WITH_SEALED} WHERE r.id BETWEEN ? AND ? ORDER BY r.id`, ...range(deliveryId))
  return reader.each<StoredRow>(`SELECT r.*, '' AS sealed FROM ${identifier(table)} r WHERE r.id BETWEEN ? AND ? ORDER BY r.id`, ...range(deliveryId))
}

/** Every signal there is, with its sealed text under `sealed`, and every one that was gone or changed since. */
export function* eachSignal(reader: Reader): Generator<{ id: number; row: StoredRow }> {
  for (const row of reader.each<StoredRow>(`SELECT ${WITH_SEALED} ORDER BY r.id`)) yield { id: Number(row['id']), row }
  for (const line of reader.each<PastLine>(`SELECT ${PAST} FROM past_record WHERE table_name = ? ORDER BY record_id`, SEALED_TABLE)) {
    const { recordId, row, sealed } = fromLine(line)
    yield { id: recordId, row: { ...row, sealed } }
  }
}

/** Takes one row out of a table of records. */
export function recordRemover(writer: Writer, table: string): (id: number) => void {
  const remove = writer.prepare(`DELETE FROM ${identifier(table)} WHERE id = ?`)
  const removeSealed = table === SEALED_TABLE ? writer.prepare('DELETE FROM signal_content WHERE record_id = ?') : null
  return (id) => {
    removeSealed?.(id)
    remove(id)
  }
}

/** Takes all rows of a delivery out of a table of records. */
export function removeRowsOf(writer: Writer, table: string, deliveryId: number): void {
  if (table === SEALED_TABLE) writer.run('DELETE FROM signal_content WHERE record_id BETWEEN ? AND ?', ...range(deliveryId))
  writer.run(`DELETE FROM ${identifier(table)} WHERE id BETWEEN ? AND ?`, ...range(deliveryId))
}

/** Writes the same row once more under another record id. */
export function recordCopier(writer: Writer, table: string): (from: number, to: number) => void {
  const columns = columnsOf(writer, table).filter((name) => name !== 'id')
  const copy = writer.prepare(`INSERT INTO ${identifier(table)} (id, ${identifiers(columns)}) SELECT ?, ${identifiers(columns)} FROM ${identifier(table)} WHERE id = ?`)
  const copySealed = table === SEALED_TABLE ? writer.prepare('INSERT INTO signal_content (record_id, content) SELECT ?, content FROM signal_content WHERE record_id = ?') : null
  return (from, to) => {
    copy(to, from)
    copySealed?.(to, from)
  }
}

function columnsOf(reader: Reader, table: string): string[] {
  return reader.all<{ name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY cid', table).map(({ name }) => name)
}

/** Moves a row of a table of records to the past. */
export function recordEnder(writer: Writer, table: string, deliveryId: number): (id: number, replacedBy: number | null) => void {
  const remove = recordRemover(writer, table)
  const keep = pastKeeper(writer, table, deliveryId)
  return (id, replacedBy) => {
    const row = findRow(writer, table, id)
    if (!row) return
    keep(id, row, replacedBy)
    remove(id)
  }
}

/** The record that stands in the place of one that is past, however many deliveries ago; undefined for one that was not replaced. */
export function successorOf(reader: Reader, id: number): number | undefined {
  return reader.get<{ id: number }>(
    `WITH RECURSIVE line (id, depth) AS (
       SELECT replaced_by, 1 FROM past_record WHERE record_id = ?
       UNION ALL SELECT past.replaced_by, depth + 1 FROM line JOIN past_record AS past ON past.record_id = line.id)
     SELECT id FROM line WHERE id IS NOT NULL ORDER BY depth DESC LIMIT 1`,
    id,
  )?.id
}

/** One row of a table of records; sealed text under `sealed`. */
export function findRow(reader: Reader, table: string, id: number): StoredRow | undefined {
  if (table === SEALED_TABLE) return reader.get<StoredRow>(`SELECT ${WITH_SEALED} WHERE r.id = ?`, id)
  return reader.get<StoredRow>(`SELECT r.*, '' AS sealed FROM ${identifier(table)} r WHERE r.id = ?`, id)
}

/** Keeps a row as it stood, under its record id. */
export function pastKeeper(writer: Writer, table: string, deliveryId: number): (id: number, row: StoredRow, replacedBy: number | null) => void {
  const insert = writer.prepare('INSERT INTO past_record (record_id, table_name, content, sealed, ended_by, replaced_by) VALUES (?, ?, ?, ?, ?, ?)')
  return (id, { sealed = '', ...row }, replacedBy) => void insert(id, table, toJson(row), sealed, deliveryId, replacedBy)
}

export interface PastRecord {
  recordId: number
  table: string
  row: StoredRow
  sealed: string
  endedBy: number
  replacedBy: number | null
}

interface PastLine {
  recordId: number
  tableName: string
  content: string
  sealed: string
  endedBy: number
  replacedBy: number | null
}

const PAST = 'record_id AS recordId, table_name AS tableName, content, sealed, ended_by AS endedBy, replaced_by AS replacedBy'

/** What a delivery ended, in order of record. */
export function recordsEndedBy(reader: Reader, deliveryId: number): PastRecord[] {
  return reader.all<PastLine>(`SELECT ${PAST} FROM past_record WHERE ended_by = ? ORDER BY record_id`, deliveryId).map(fromLine)
}

export function findPast(reader: Reader, id: number): PastRecord | undefined {
  const line = reader.get<PastLine>(`SELECT ${PAST} FROM past_record WHERE record_id = ?`, id)
  return line && fromLine(line)
}

function fromLine({ tableName, content, ...line }: PastLine): PastRecord {
  return { ...line, table: tableName, row: fromJson(content) }
}

/** Puts rows of the past back in their table of records. */
export function recordRestorer(writer: Writer): (past: PastRecord) => void {
  return ({ recordId: id, table, row, sealed }) => {
    const columns = Object.keys(row)
    writer.run(`INSERT INTO ${identifier(table)} (${identifiers(columns)}) VALUES (${placeholders(columns.length)})`, ...Object.values(row))
    if (sealed !== '') writer.run('INSERT INTO signal_content (record_id, content) VALUES (?, ?)', id, sealed)
    forgetPast(writer, id)
  }
}

/** The row of the past that a record took the place of. */
export function pastReplacedBy(reader: Reader, id: number): PastRecord | undefined {
  const line = reader.get<PastLine>(`SELECT ${PAST} FROM past_record WHERE replaced_by = ?`, id)
  return line && fromLine(line)
}

export function forgetPast(writer: Writer, id: number): void {
  writer.run('DELETE FROM past_record WHERE record_id = ?', id)
}

export function replacePast(writer: Writer, id: number, replacedBy: number | null): void {
  writer.run('UPDATE past_record SET replaced_by = ? WHERE record_id = ?', replacedBy, id)
}

/** Notes that a row of a delivery says what a record says already. */
export function confirmer(writer: Writer): (confirmedBy: number, record: number) => void {
  const insert = writer.prepare('INSERT INTO confirmation (delivery_id, row, record_id) VALUES (?, ?, ?)')
  return (confirmedBy, record) => {
    const { deliveryId, row } = splitRecordId(confirmedBy)
    insert(deliveryId, row, record)
  }
}

export function confirmationsOf(reader: Reader, deliveryId: number): { row: number; record: number }[] {
  return reader.all('SELECT row, record_id AS record FROM confirmation WHERE delivery_id = ? ORDER BY row', deliveryId)
}

export function removeConfirmations(writer: Writer, deliveryId: number): void {
  writer.run('DELETE FROM confirmation WHERE delivery_id = ?', deliveryId)
}

function toJson(row: StoredRow): string {
  return JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value])))
}

function fromJson(text: string): StoredRow {
  const content: Record<string, unknown> = JSON.parse(text)
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, toValue(value)]))
}

function toValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number') return value
  return value !== null && typeof value === 'object' && 'hex' in value ? Buffer.from(String(value.hex), 'hex') : null
}
