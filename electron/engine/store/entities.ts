import type { Reader, Writer } from './database.ts'
import { personTables } from './entitiesPerson.ts'

/** The kinds of entity that are put together from records. */
export type JoinedKind = 'company' | 'person'

/** By what a record came to its entity. */
export const entityBases = ['kvk', 'rsin', 'branch-number', 'name-office', 'bsn', 'name-birth-date', 'likeness', 'row'] as const
export type EntityBasis = (typeof entityBases)[number]

export function nextEntityNumber(reader: Reader, kind: JoinedKind): number {
  return reader.get<{ next: number }>('SELECT next FROM entity_number WHERE kind = ?', kind)?.next ?? 1
}

export function saveNextEntityNumber(writer: Writer, kind: JoinedKind, next: number): void {
  writer.run('INSERT INTO entity_number (kind, next) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET next = excluded.next', kind, next)
}

/** The number each row was numbered with, for rows that were. */
export function entityHomes(reader: Reader, kind: JoinedKind): Map<number, number> {
  const homes = reader.each<{ recordId: number; entityId: number }>('SELECT record_id AS recordId, entity_id AS entityId FROM entity_home WHERE kind = ?', kind)
  return new Map(Array.from(homes, ({ recordId, entityId }) => [recordId, entityId]))
}

/** The number this row was numbered with; null when it was not. */
export function homeOf(reader: Reader, kind: JoinedKind, recordId: number): number | null {
  return reader.get<{ id: number }>('SELECT entity_id AS id FROM entity_home WHERE kind = ? AND record_id = ?', kind, recordId)?.id ?? null
}

/** The numbers these rows were numbered with, for those that were. */
export function homesOf(reader: Reader, kind: JoinedKind, records: readonly number[]): { recordId: number; entityId: number }[] {
  return reader.all('SELECT record_id AS recordId, entity_id AS entityId FROM entity_home WHERE kind = ? AND record_id IN (SELECT value FROM json_each(?))', kind, JSON.stringify(records))
}

/** Hands the number of one row to another. */
export function moveHome(writer: Writer, kind: JoinedKind, from: number, to: number): void {
  writer.run('UPDATE entity_home SET record_id = ? WHERE kind = ? AND record_id = ?', to, kind, from)
}

/** From now on the number goes where this row goes; a row has one. */
export function saveEntityHomes(writer: Writer, kind: JoinedKind, homes: Iterable<{ recordId: number; entityId: number }>): void {
  const save = writer.prepare('INSERT OR REPLACE INTO entity_home (kind, record_id, entity_id) VALUES (?, ?, ?)')
  for (const { recordId, entityId } of homes) save(kind, recordId, entityId)
}

export interface EntityRecord {
  entityId: number
  recordId: number
  basis: EntityBasis
}

/** The rows of entities, whose ids are given as JSON, by record. The tables have an index by person; of companies, which are few, their rows have one. */
const recordsOf: Record<JoinedKind, string> = {
  person: `
    WITH asked AS (SELECT value AS id FROM json_each(?)),
         held AS (${personTables.map((table) => `SELECT id FROM ${table} WHERE person_id IN asked`).join(' UNION ALL ')})
    SELECT entity_id AS entityId, record_id AS recordId, basis FROM held CROSS JOIN entity_record ON kind = 'person' AND record_id = held.id ORDER BY record_id`,
  company: `
    SELECT entity_id AS entityId, record_id AS recordId, basis FROM entity_record INDEXED BY entity_record_company
     WHERE kind = 'company' AND entity_id IN (SELECT value FROM json_each(?)) ORDER BY record_id, entity_id`,
}
const sizeOf: Record<JoinedKind, string> = {
  person: `SELECT count(*) AS n FROM (${personTables.map((table) => `SELECT person_id FROM ${table}`).join(' UNION ALL ')}) WHERE person_id = ?`,
  company: "SELECT count(*) AS n FROM entity_record WHERE kind = 'company' AND entity_id = ?",
}

/** Which entity every record belongs to since the run before, by record, then entity. */
export function eachEntityRecord(reader: Reader, kind: JoinedKind): IterableIterator<EntityRecord> {
  return reader.each<EntityRecord>('SELECT entity_id AS entityId, record_id AS recordId, basis FROM entity_record WHERE kind = ? ORDER BY record_id, entity_id', kind)
}

/** The entity of every record, by record id. */
export function entityOfRecords(reader: Reader, kind: JoinedKind): Map<number, number> {
  return new Map(Array.from(eachEntityRecord(reader, kind), ({ recordId, entityId }) => [recordId, entityId]))
}

export function addEntityRecord(writer: Writer, kind: JoinedKind): (record: EntityRecord) => void {
  const insert = writer.prepare('INSERT INTO entity_record (kind, record_id, entity_id, basis) VALUES (?, ?, ?, ?)')
  return ({ entityId, recordId, basis }) => void insert(kind, recordId, entityId, basis)
}

export function removeEntityRecord(writer: Writer, kind: JoinedKind): (record: Pick<EntityRecord, 'entityId' | 'recordId'>) => void {
  const remove = writer.prepare('DELETE FROM entity_record WHERE kind = ? AND record_id = ? AND entity_id = ?')
  return ({ entityId, recordId }) => void remove(kind, recordId, entityId)
}

/** What stands of these entities, by record, then entity. */
export function recordsOfEntities(reader: Reader, kind: JoinedKind, ids: readonly number[]): EntityRecord[] {
  return reader.all<EntityRecord>(recordsOf[kind], JSON.stringify(ids))
}

/** Record ids an entity was put together from, ascending. */
export function recordsOfEntity(reader: Reader, kind: JoinedKind, entityId: number): number[] {
  return recordsOfEntities(reader, kind, [entityId]).map(({ recordId }) => recordId)
}

/** How many records an entity was put together from. */
export function sizeOfEntity(reader: Reader, kind: JoinedKind, entityId: number): number {
  return reader.get<{ n: number }>(sizeOf[kind], entityId)?.n ?? 0
}

/** By what each record of an entity came to it. */
export function basisOfRecords(reader: Reader, kind: JoinedKind, entityId: number): Map<number, EntityBasis> {
  return new Map(recordsOfEntities(reader, kind, [entityId]).map(({ recordId, basis }) => [recordId, basis]))
}

/** The entities these records belong to. */
export function entitiesOfRecords(reader: Reader, kind: JoinedKind, records: readonly number[]): number[] {
  const rows = reader.all<{ id: number }>('SELECT DISTINCT entity_id AS id FROM entity_record WHERE kind = ? AND record_id IN (SELECT value FROM json_each(?)) ORDER BY entity_id', kind, JSON.stringify(records))
  return rows.map(({ id }) => id)
}
