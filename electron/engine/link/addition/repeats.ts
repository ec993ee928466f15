import type { Writer } from '../../store/database.ts'
import { addEntityRecord, entityBases, type EntityBasis, type EntityRecord } from '../../store/entities.ts'
import type { PersonColumns } from '../personColumns.ts'
import { firstRow, numberByRecord, type PersonGroups } from '../personGroups.ts'
import { basisOf, savePersons, saveRows, sizesOf } from '../savePersons.ts'
import { recordsOf } from './keptRows.ts'
import { personsBefore } from './personsBefore.ts'
import type { Reach } from './reach.ts'
import type { RowAt, Rows } from './readRows.ts'
import { columnsAt, type Surroundings, type Units } from './units.ts'

/** A row that came in and says nothing of somebody that was not said before. */
export interface Repeat {
  row: RowAt
  /** the first row of its unit */
  first: RowAt
  basis: EntityBasis
}

/** Of rows that came in and are not reached those that name somebody, of whom they repeat what was said. @param units of all that came in */
export function repeatsIn({ places, units, keys, rowAt }: Units, { came, at }: Rows, { isInside }: Pick<Reach, 'isInside'>): Repeat[] {
  return came.filter((row) => isInside[row.at] === 0).flatMap((row) => {
    // one that names nobody repeats nothing
    const own = rowAt(row.at)
    const unit = units.groupOf[own] ?? -1
    const [first] = unit === -1 ? [] : at([places[firstRow(units, unit)] ?? -1])
    return first ? [{ row, first, basis: basisOf(keys, own) }] : []
  })
}

/** What came of rows that repeat. */
export interface Repeated {
  repeats: readonly Repeat[]
  persons: readonly number[]
  /** which rows were theirs before */
  records: readonly EntityRecord[]
  /** how many of them consist of how many rows now */
  sizes: ReadonlyMap<number, number>
}

/** Adds rows to the persons of whom they repeat what was said; who is joined to whom stays as it was. */
export function addRepeats(writer: Writer, { kept, rows, numberer }: Pick<Surroundings, 'kept' | 'rows' | 'numberer'>, repeats: readonly Repeat[], beat: (done: number) => void): Repeated {
  const persons = [...new Set(repeats.map(({ first }) => first.earlier))].sort((one, other) => one - other)
  const personOf = new Map(repeats.map(({ row, first }) => [row.record, first.earlier]))
  const theirs = columnsAt(rows.at([...persons.flatMap((person) => [...kept.rows.of(person)]), ...repeats.map(({ row }) => row.at)]), numberer)
  const { columns } = theirs
  const written = personsBefore(theirs, kept)
  const groups = groupsOf(columns, persons, personOf, (person) => written.get(person)?.bsnHash ?? '')
  const numbers = Float64Array.from({ length: groups.count }, (_, group) => personOfRow(columns, personOf, firstRow(groups, group)))
  savePersons(writer, columns, groups, numbers, { earlier: new Set(), written }, beat)
  saveRows(writer, columns, groups, numbers, beat)
  // what a unit came by goes for all its rows when it came by likeness
  const added = repeats.map((repeat): Repeat => (kept.rows.basis[repeat.first.at] === LIKENESS ? { ...repeat, basis: 'likeness' } : repeat))
  const add = addEntityRecord(writer, 'person')
  for (const { row, first, basis } of added) add({ entityId: first.earlier, recordId: row.record, basis })
  return { repeats: added, persons, records: persons.flatMap((person) => recordsOf(kept, person)), sizes: sizesOf(groups) }
}

const LIKENESS = entityBases.indexOf('likeness')

/** @param came persons of rows that came in, by record: those have none of before */
function personOfRow({ earlier, record }: PersonColumns, came: ReadonlyMap<number, number>, row: number): number {
  return earlier[row] || (came.get(record[row] ?? 0) ?? 0)
}

function groupsOf(columns: PersonColumns, persons: readonly number[], came: ReadonlyMap<number, number>, bsnOf: (person: number) => string): PersonGroups {
  const places = new Map(persons.map((person, i) => [person, i]))
  const bsns = persons.map(() => -1)
  const groupOf = Int32Array.from({ length: columns.count }, (_, row) => {
    const person = personOfRow(columns, came, row)
    const place = places.get(person) ?? -1
    const bsn = columns.bsn[row] ?? -1
    if (bsn !== -1 && columns.texts.bsnHashes[bsn] === bsnOf(person)) bsns[place] = bsn
    return place
  })
  return numberByRecord(columns, groupOf, bsns)
}
