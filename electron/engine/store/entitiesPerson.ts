import type { Reader, Writer } from './database.ts'

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
  personId: number | null
}

const COLUMNS = `id, coalesce(hex(bsn_hash), '') AS bsnHash, given_names AS givenNames, initials, prefix, family_name AS familyName,
  birth_date AS birthDate, person_id AS personId`
const NAMED = "WHERE family_name <> '' OR bsn_hash IS NOT NULL OR person_id IS NOT NULL"

const rows: Record<PersonTable, string> = {
  person_record: `SELECT ${COLUMNS} FROM person_record ${NAMED} ORDER BY id`,
  office_record: `SELECT ${COLUMNS} FROM office_record ${NAMED} ORDER BY id`,
  ownership_record: `SELECT ${COLUMNS} FROM ownership_record ${NAMED} ORDER BY id`,
  permit_record: `SELECT ${COLUMNS} FROM permit_record ${NAMED} ORDER BY id`,
}

/** Always in the same order, so that a second reading meets the rows of the first. */
export function eachPersonRow(reader: Reader, table: PersonTable): IterableIterator<PersonRow> {
  return reader.each<PersonRow>(rows[table])
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
export function personKeys(reader: Reader): Map<number, string> {
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
  nameKey: string
  birthDate: string | null
  leadRecord: number
}

/** Writes a person; one that already stands so is left alone. */
export function savePerson(writer: Writer): (person: PersonEntity) => void {
  const upsert = writer.prepare(
    `INSERT INTO person (id, bsn_hash, given_names, initials, prefix, family_name, name_key, birth_date, lead_record) VALUES (?,?,?,?,?,?,?,?,?)
     ON CONFLICT (id) DO UPDATE SET bsn_hash = excluded.bsn_hash, given_names = excluded.given_names, initials = excluded.initials,
       prefix = excluded.prefix, family_name = excluded.family_name, name_key = excluded.name_key, birth_date = excluded.birth_date,
       lead_record = excluded.lead_record
     WHERE (bsn_hash, given_names, initials, prefix, family_name, name_key, birth_date, lead_record) IS NOT
           (excluded.bsn_hash, excluded.given_names, excluded.initials, excluded.prefix, excluded.family_name, excluded.name_key, excluded.birth_date,
            excluded.lead_record)`,
  )
  return (p) => {
    const hash = p.bsnHash === '' ? null : Buffer.from(p.bsnHash, 'hex')
    upsert(p.id, hash, p.givenNames, p.initials, p.prefix, p.familyName, p.nameKey, p.birthDate, p.leadRecord)
  }
}

export function deletePerson(writer: Writer): (id: number) => void {
  const remove = writer.prepare('DELETE FROM person WHERE id = ?')
  return (id) => void remove(id)
}

/** A person as the likenesses see him. */
export interface LikenessRow {
  id: number
  hasBsn: number
  givenNames: string
  initials: string
  prefix: string
  familyName: string
  birthDate: string | null
}

const LIKENESS = `SELECT id, bsn_hash IS NOT NULL AS hasBsn, given_names AS givenNames, initials, prefix, family_name AS familyName, birth_date AS birthDate FROM person`

export function eachUnkeyedPerson(reader: Reader): IterableIterator<LikenessRow> {
  return reader.each<LikenessRow>(`${LIKENESS} WHERE bsn_hash IS NULL ORDER BY id`)
}

export function eachKeyedPerson(reader: Reader): IterableIterator<LikenessRow> {
  return reader.each<LikenessRow>(`${LIKENESS} WHERE bsn_hash IS NOT NULL ORDER BY id`)
}

export function personsWithIds(reader: Reader, ids: readonly number[]): LikenessRow[] {
  return reader.all<LikenessRow>(`${LIKENESS} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`, JSON.stringify(ids))
}

/** Pairs of persons that are linked to one address, of whom at least one has no BSN; addresses with very many persons are left out. */
export function unkeyedAtOneAddress(reader: Reader, mostPersons: number): { firstId: number; secondId: number }[] {
  return reader.all(
    `WITH at AS (SELECT DISTINCT p.ref AS person_id, l.to_node AS place FROM link l JOIN node p ON p.id = l.from_node AND p.kind = 3
                  WHERE l.kind IN ('lives-at', 'owner', 'applicant')),
          small AS (SELECT place FROM at GROUP BY place HAVING count(*) BETWEEN 2 AND ?)
     SELECT DISTINCT min(a.person_id, b.person_id) AS firstId, max(a.person_id, b.person_id) AS secondId
       FROM small s JOIN at a ON a.place = s.place JOIN person u ON u.id = a.person_id AND u.bsn_hash IS NULL
       JOIN at b ON b.place = s.place AND b.person_id <> a.person_id
      ORDER BY 1, 2`,
    mostPersons,
  )
}
