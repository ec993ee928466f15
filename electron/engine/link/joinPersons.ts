import type { Writer } from '../store/database.ts'
import { addEntityRecord, clearEntityRecords, entityOfRecords, nextEntityNumber, saveNextEntityNumber } from '../store/entities.ts'
import { deletePerson, listPersonRows, personKeys, personTables, savePerson, savePersonId, type PersonEntity } from '../store/entitiesPerson.ts'
import { numberEntities } from './entityNumbers.ts'
import type { Pace } from './pace.ts'
import { fillerBsns, groupPersons, keyRow, type KeyedRow, type PersonGroup } from './personGroups.ts'

/** The persons that were put together, for the likenesses between them, and what is to be told of the run. */
export interface JoinedPersons {
  persons: readonly { id: number; group: PersonGroup }[]
  remarks: string[]
}

/** Joins every row that names a person; see {@link groupPersons} for by what. @param today ISO day */
export function joinPersons(writer: Writer, pace: Pace, today: string): JoinedPersons {
  const all = personTables.flatMap((table) => listPersonRows(writer, table).map((row) => keyRow(row, table, today)))
  pace.start('Personen samenvoegen', all.length)
  const rows = all.filter((row) => row.bsnHash !== '' || row.keys.initials !== '')
  const fillers = fillerBsns(rows)
  const groups = groupPersons(rows, fillers)
  const keys = personKeys(writer)
  const byKey = new Map([...keys].flatMap(([id, bsn]): [string, number][] => (bsn === '' ? [] : [[bsn, id]])))
  const { numbers, next } = numberEntities(
    groups.map(({ bsnHash, rows: own }) => ({ hardKey: bsnHash === '' ? null : bsnHash, records: own.map(({ row }) => row.id) })),
    { byKey, byRecord: entityOfRecords(writer, 'person'), next: nextEntityNumber(writer, 'person') },
  )
  saveNextEntityNumber(writer, 'person', next)
  const persons = groups.map((group, i) => ({ id: numbers[i] ?? 0, group }))
  saveAll(writer, persons.map(describe), keys)
  saveRecords(writer, persons, all)
  pace.advance(all.length)
  return { persons, remarks: fillers.size === 0 ? [] : [fillerRemark(fillers.size)] }
}

function fillerRemark(count: number): string {
  return count === 1
    ? 'Eén BSN staat bij veel verschillende namen en is niet als sleutel gebruikt.'
    : `${count} BSN’s staan elk bij veel verschillende namen en zijn niet als sleutel gebruikt.`
}

/** The newest row of the population register speaks for the person, else the newest row; what it lacks comes from the others. */
function describe({ id, group }: { id: number; group: PersonGroup }): PersonEntity {
  const rows = group.rows.map(({ row }) => row).sort(byWeight)
  const [lead] = rows
  const named = rows.find((row) => row.keys.initials !== '') ?? lead
  const full = rows.find((row) => row.givenNames !== '' && row.keys.initials === named?.keys.initials) ?? named
  return {
    id,
    bsnHash: group.bsnHash,
    givenNames: full?.givenNames ?? '',
    initials: named?.initials || full?.initials || '',
    prefix: named?.prefix ?? '',
    familyName: named?.familyName ?? '',
    nameKey: full?.keys.full || (full?.keys.initials ?? ''),
    birthDate: rows.find((row) => row.birthDate !== null)?.birthDate ?? null,
    leadRecord: lead?.id ?? 0,
  }
}

function byWeight(first: KeyedRow, second: KeyedRow): number {
  return Number(second.table === 'person_record') - Number(first.table === 'person_record') || second.id - first.id
}

function saveAll(writer: Writer, persons: readonly PersonEntity[], keys: ReadonlyMap<number, string>): void {
  const now = new Set(persons.map(({ id }) => id))
  const remove = deletePerson(writer)
  for (const id of keys.keys()) if (!now.has(id)) remove(id)
  const save = savePerson(writer)
  for (const person of persons) save(person)
}

function saveRecords(writer: Writer, persons: JoinedPersons['persons'], rows: readonly KeyedRow[]): void {
  clearEntityRecords(writer, 'person')
  const add = addEntityRecord(writer, 'person')
  const idOf = new Map<number, number>()
  for (const { id, group } of persons) {
    for (const { row, basis } of group.rows) {
      add(id, row.id, basis)
      idOf.set(row.id, id)
    }
  }
  const save = { ...Object.fromEntries(personTables.map((table) => [table, savePersonId(writer, table)])) }
  for (const row of rows) {
    const id = idOf.get(row.id) ?? null
    if (row.personId !== id) save[row.table]?.(row.id, id)
  }
}
