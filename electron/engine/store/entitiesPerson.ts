import type { Reader, Writer } from './database.ts'
import { PAST_ADDRESS } from './pastAddress.ts'

/** The tables whose rows name a person, the population register first. */
export const personTables = ['person_record', 'office_record', 'ownership_record', 'permit_record'] as const
export type PersonTable = (typeof personTables)[number]

/** A row that names a person. `bsnHash` is in hexadecimal, empty when there is none. */
export interface PersonRow {
  id: number
  bsnHash: string
  givenNames: string
  initials: string
  prefix: string
  familyName: string
  birthDate: string | null
  /** the matched address as `a` with its id, else postcode and number as written, else empty */
  place: string
  /** of a row of the population register: where earlier deliveries had him, written likewise, with a line break between; empty where none had him, a line break alone where they do not tell */
  formerly: string
  personId: number | null
}

/** What a row says of who it is. */
export type NameRow = Omit<PersonRow, 'place' | 'formerly' | 'personId'>
/** What it says besides: that follows from how addresses were matched, and from the run before. */
export type PlaceRow = Omit<PersonRow, Exclude<keyof NameRow, 'id'>>

/** @param address the id of the matched address @param given a column of the address as written */
const placeOf = (address: string, given: (name: string) => string): string =>
  `coalesce('a' || ${address}, iif(${given('postcode')} <> '' AND ${given('number')} IS NOT NULL, ${given('postcode')} || ' ' || ${given('number')} || ${given('letter')} || ' ' || ${given('suffix')}, ''))`
const PLACE = `${placeOf('address_id', (name) => `given_${name}`)} AS place`
/** Of the rows that a row took the place of, one after another; most rows took that of none. */
const FORMERLY = `iif(EXISTS (SELECT 1 FROM past_record WHERE replaced_by = person_record.id), coalesce((
    WITH RECURSIVE line (id) AS (SELECT person_record.id UNION SELECT past.record_id FROM line JOIN past_record AS past ON past.replaced_by = line.id)
    SELECT group_concat(place, char(10) ORDER BY place)
      FROM (SELECT DISTINCT ${placeOf(PAST_ADDRESS, (name) => `(content ->> 'given_${name}')`)} AS place FROM line JOIN past_record ON record_id = line.id) WHERE place <> ''), char(10)), '') AS formerly`
const NAME = "id, coalesce(hex(bsn_hash), '') AS bsnHash, given_names AS givenNames, initials, prefix, family_name AS familyName, birth_date AS birthDate"
const IS_NAMED = "(family_name <> '' OR bsn_hash IS NOT NULL OR person_id IS NOT NULL)"
const NAMED = `WHERE ${IS_NAMED}`

/** Where the rows of a table have their persons, and who they were before. */
const places: Record<PersonTable, string> = {
  person_record: `person_id AS personId, ${PLACE}, ${FORMERLY}`,
  office_record: "person_id AS personId, '' AS place, '' AS formerly",
  ownership_record: `person_id AS personId, ${PLACE}, '' AS formerly`,
  permit_record: `person_id AS personId, ${PLACE}, '' AS formerly`,
}

const ofTables = (sql: (table: PersonTable) => string): Record<PersonTable, string> => ({
  person_record: sql('person_record'), office_record: sql('office_record'), ownership_record: sql('ownership_record'), permit_record: sql('permit_record'),
})
const newer = ofTables((table) => `SELECT ${NAME}, ${places[table]} FROM ${table} WHERE id > ? AND ${IS_NAMED} ORDER BY id`)
const allNames = ofTables((table) => `SELECT ${NAME} FROM ${table} ${NAMED} ORDER BY id`)
const allPlaces = ofTables((table) => `SELECT id, ${places[table]} FROM ${table} ${NAMED} ORDER BY id`)
const BEHIND = `${personTables.map((table) => `SELECT 1 FROM ${table}`).join(' UNION ALL ')} LIMIT 1 OFFSET ?`

/** The rows that came after a record, in the order of their records. */
export function personRowsAfter(reader: Reader, table: PersonTable, record: number): PersonRow[] {
  return reader.all<PersonRow>(newer[table], record)
}

/** All rows, always in the same order: what {@link eachPlaceRow} gives of them comes in this one too. */
export function eachNameRow(reader: Reader, table: PersonTable): IterableIterator<NameRow> {
  return reader.each<NameRow>(allNames[table])
}

export function eachPlaceRow(reader: Reader, table: PersonTable): IterableIterator<PlaceRow> {
  return reader.each<PlaceRow>(allPlaces[table])
}

/** Whether the tables hold more rows than so many, those included that name nobody. */
export function haveMorePersonRows(reader: Reader, than: number): boolean {
  return reader.get(BEHIND, than) !== undefined
}

export function countPersonRows(reader: Reader): number {
  const row = reader.get<{ n: number }>(`
    SELECT (SELECT count(*) FROM person_record ${NAMED}) + (SELECT count(*) FROM office_record ${NAMED})
         + (SELECT count(*) FROM ownership_record ${NAMED}) + (SELECT count(*) FROM permit_record ${NAMED}) AS n`)
  return row?.n ?? 0
}

const updates: Record<PersonTable, string> = {
  person_record: 'UPDATE person_record SET person_id = ? WHERE id = ?',
  office_record: 'UPDATE office_record SET person_id = ? WHERE id = ?',
  ownership_record: 'UPDATE ownership_record SET person_id = ? WHERE id = ?',
  permit_record: 'UPDATE permit_record SET person_id = ? WHERE id = ?',
}

export function savePersonId(writer: Writer, table: PersonTable): (recordId: number, personId: number | null) => void {
  const update = writer.prepare(updates[table])
  return (recordId, personId) => void update(personId, recordId)
}

/** The BSN hashes of the persons that exist, by id; empty when a person has none. */
export function knownPersons(reader: Reader): Map<number, string> {
  const found = reader.each<{ id: number; bsnHash: string }>("SELECT id, coalesce(hex(bsn_hash), '') AS bsnHash FROM person ORDER BY id")
  return new Map(Array.from(found, ({ id, bsnHash }) => [id, bsnHash]))
}

export interface PersonEntity {
  id: number
  bsnHash: string
  givenNames: string
  initials: string
  prefix: string
  familyName: string
  birthDate: string | null
  leadRecord: number
}

/** Those of these persons that exist, by id. */
export function personsOf(reader: Reader, ids: readonly number[]): Map<number, PersonEntity> {
  const found = reader.all<PersonEntity>(
    `SELECT id, coalesce(hex(bsn_hash), '') AS bsnHash, given_names AS givenNames, initials, prefix, family_name AS familyName, birth_date AS birthDate,
            lead_record AS leadRecord FROM person WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
  return new Map(found.map((person) => [person.id, person]))
}

/** Writes by which row a person is led; much less work than writing all of it. */
export function saveLeadRecord(writer: Writer): (person: Pick<PersonEntity, 'id' | 'leadRecord'>) => void {
  const update = writer.prepare('UPDATE person SET lead_record = ? WHERE id = ?')
  return ({ id, leadRecord }) => void update(leadRecord, id)
}

/** Writes a person; one that already stands so is left alone. */
export function savePerson(writer: Writer): (person: PersonEntity) => void {
  const upsert = writer.prepare(
    `INSERT INTO person (id, bsn_hash, given_names, initials, prefix, family_name, birth_date, lead_record) VALUES (?,?,?,?,?,?,?,?)
     ON CONFLICT (id) DO UPDATE SET bsn_hash = excluded.bsn_hash, given_names = excluded.given_names, initials = excluded.initials,
       prefix = excluded.prefix, family_name = excluded.family_name, birth_date = excluded.birth_date,
       lead_record = excluded.lead_record
     WHERE (bsn_hash, given_names, initials, prefix, family_name, birth_date, lead_record) IS NOT
           (excluded.bsn_hash, excluded.given_names, excluded.initials, excluded.prefix, excluded.family_name, excluded.birth_date,
            excluded.lead_record)`,
  )
  return (p) => {
    const hash = p.bsnHash === '' ? null : Buffer.from(p.bsnHash, 'hex')
    upsert(p.id, hash, p.givenNames, p.initials, p.prefix, p.familyName, p.birthDate, p.leadRecord)
  }
}

export function deletePerson(writer: Writer): (id: number) => void {
  const remove = writer.prepare('DELETE FROM person WHERE id = ?')
  return (id) => void remove(id)
}
