import { mostLegible } from '../normalise/lostLetters.ts'
import type { Writer } from '../store/database.ts'
import { entityBases, type EntityBasis, type EntityRecord } from '../store/entities.ts'
import { deletePerson, personTables, saveLeadRecord, savePerson, savePersonId, type PersonEntity } from '../store/entitiesPerson.ts'
import type { PersonColumns } from './personColumns.ts'
import type { PersonGroups } from './personGroups.ts'
import type { PersonKeys } from './personKeys.ts'
import type { FamilyHalf, GivenHalf } from './personNames.ts'

/** How many persons consist of how many rows. */
export function sizesOf({ count, starts }: PersonGroups): Map<number, number> {
  const sizes = new Map<number, number>()
  for (let group = 0; group < count; group += 1) {
    const size = (starts[group + 1] ?? 0) - (starts[group] ?? 0)
    sizes.set(size, (sizes.get(size) ?? 0) + 1)
  }
  return sizes
}

export function rowsOf({ starts, members }: PersonGroups, group: number): number[] {
  return [...members.subarray(starts[group], starts[group + 1])]
}

/**
 * The newest row of the population register speaks for the person, else the newest row; a name, given names or birth date it
 * lacks comes from the others, and so does a name of which letters were lost where another row has them.
 */
export function describePerson(columns: PersonColumns, rows: readonly number[], id: number, bsn: number): PersonEntity {
  const { texts } = columns
  const sorted = rows.toSorted((first, second) => weightOf(columns, second) - weightOf(columns, first))
  const lead = sorted[0] ?? 0
  const named = sorted.find((row) => columns.initials[row] !== -1) ?? lead
  const halfOf = (row: number): GivenHalf | undefined => texts.givens[columns.given[row] ?? -1]
  const familyOf = (row: number): FamilyHalf | undefined => texts.families[columns.family[row] ?? -1]
  const given = sorted.find((row) => halfOf(row)?.givenNames && columns.initials[row] === columns.initials[named])
  const dated = sorted.find((row) => columns.date[row] !== -1)
  const front = halfOf(named)
  const full = mostLegible(given === undefined ? front : halfOf(given), sorted.map(halfOf), (half) => half?.spelling ?? '')
  const family = mostLegible(familyOf(named), sorted.map(familyOf), (half) => half?.spelling ?? '')
  return {
    id, bsnHash: texts.bsnHashes[bsn] ?? '', givenNames: full?.givenNames ?? '', initials: front?.initials ?? '', prefix: family?.prefix ?? '', familyName: family?.familyName ?? '',
    birthDate: dated === undefined ? null : (texts.dates[columns.date[dated] ?? -1]?.text ?? null), leadRecord: columns.record[lead] ?? 0,
  }
}

/** Rows of the population register above all others, newer above older. */
function weightOf({ table, record }: PersonColumns, row: number): number {
  return (table[row] === 0 ? 2 ** 53 : 0) / 2 + (record[row] ?? 0) / 2
}

/**
 * @param earlier ids of persons that are written now
 * @param written what is written of those, as far as that was read: then only what differs is written
 * @param beat is told how many were done; may throw to stop
 */
export function savePersons(writer: Writer, columns: PersonColumns, groups: PersonGroups, numbers: Float64Array, { earlier, written }: { earlier: Set<number>; written: ReadonlyMap<number, PersonEntity> | undefined }, beat: (done: number) => void): void {
  for (const id of numbers) earlier.delete(id)
  const remove = deletePerson(writer)
  for (const id of earlier) remove(id)
  const [save, saveLead] = [savePerson(writer), saveLeadRecord(writer)]
  for (let group = 0; group < groups.count; group += 1) {
    beat(group)
    const person = describePerson(columns, rowsOf(groups, group), numbers[group] ?? 0, groups.bsnOf[group] ?? -1)
    const stands = written?.get(person.id)
    if (!stands || !saysTheSame(stands, person)) save(person)
    else if (stands.leadRecord !== person.leadRecord) saveLead(person)
  }
}

function saysTheSame(one: PersonEntity, other: PersonEntity): boolean {
  return one.bsnHash === other.bsnHash && one.birthDate === other.birthDate && one.givenNames === other.givenNames && one.initials === other.initials
    && one.prefix === other.prefix && one.familyName === other.familyName
}

/** What a row's basis follows from: persons, the units they were put together from, and what was a key. */
interface Grouped {
  groups: PersonGroups
  units: PersonGroups
  keys: PersonKeys
}

/** By what every row came to its person: a place in {@link entityBases}; 0 also for a row that names nobody. @param beat is told how many persons were done; may throw to stop */
export function basesOf({ count }: Pick<PersonColumns, 'count'>, { groups, units, keys }: Grouped, beat: (done: number) => void): Uint8Array {
  const bases = new Uint8Array(count)
  for (let group = 0; group < groups.count; group += 1) {
    beat(group)
    const rows = rowsOf(groups, group)
    const own = rows.map((row) => units.groupOf[row] ?? -1)
    const anchor = own.find((unit) => units.bsnOf[unit] !== -1) ?? own[0]
    for (const [i, row] of rows.entries()) bases[row] = entityBases.indexOf(own[i] === anchor ? basisOf(keys, row) : 'likeness')
  }
  return bases
}

/** By what a row came to its person, unless its unit came by likeness. */
export function basisOf({ bsn, birth }: PersonKeys, row: number): EntityBasis {
  if (bsn[row] !== -1) return 'bsn'
  return birth[row] === -1 ? 'row' : 'name-birth-date'
}

/** By record. @param bases see {@link basesOf} @param beat is told how many rows were done; may throw to stop */
export function* entityRecords({ record }: Pick<PersonColumns, 'record'>, { groups, numbers, bases }: { groups: PersonGroups; numbers: Float64Array; bases: Uint8Array }, beat: (done: number) => void): Generator<EntityRecord, void> {
  // an array, because its sort finds that the rows of each table are in this order already
  const order = Array.from(record.keys()).sort((first, second) => (record[first] ?? 0) - (record[second] ?? 0))
  for (const [done, row] of order.entries()) {
    beat(done)
    const group = groups.groupOf[row] ?? -1
    if (group !== -1) yield { entityId: numbers[group] ?? 0, recordId: record[row] ?? 0, basis: entityBases[bases[row] ?? 0] ?? 'row' }
  }
}

export function saveRows(writer: Writer, columns: PersonColumns, { groupOf }: PersonGroups, numbers: Float64Array, beat: (done: number) => void): void {
  const saves = personTables.map((table) => savePersonId(writer, table))
  for (let row = 0; row < columns.count; row += 1) {
    beat(row)
    const group = groupOf[row] ?? -1
    const id = group === -1 ? 0 : (numbers[group] ?? 0)
    if (columns.earlier[row] !== id) saves[columns.table[row] ?? 0]?.(columns.record[row] ?? 0, id === 0 ? null : id)
  }
}
