import { splitRecordId } from '#shared/model/recordId.ts'
import { isTellingBirthDate, personNameKeys } from '../../normalise/person.ts'
import type { Reader } from '../../store/database.ts'
import { recordsOfEntity } from '../../store/entities.ts'
import { findPersonRow, personTables, type PersonRow } from '../../store/entitiesPerson.ts'
import { columnsOf, type PersonColumns, type PlacedRow } from '../personColumns.ts'
import { hashOf } from '../candidates.ts'
import { placesOf, type Kept, type KeptIndex } from './kept.ts'

/** Rows that belong together, gathered from those that came in. */
export interface Reach {
  rows: ReadonlyMap<number, PlacedRow>
  /** persons of the run before whose rows were gathered */
  persons: ReadonlySet<number>
}

/**
 * How far to gather: rows that are one by BSN or by full name and birth date; or with those the other rows of their persons, and the
 * persons they are alike enough to, or were joined to by a human.
 */
export type Extent = 'keys' | 'pairs'

export interface Gatherer {
  gather(seeds: Iterable<PlacedRow>, extent: Extent): Reach
  find(record: number): PlacedRow | undefined
}

/** Gathers rows with all that hangs together with them. @param same pairs of records that humans joined */
export function makeGatherer(reader: Reader, kept: Kept, today: string, same: readonly [number, number][]): Gatherer {
  const find = makeFinder(reader)
  // rows are gathered more than once
  const shared = new Map<number, readonly number[]>()
  const sharedWith = ({ row }: PlacedRow): readonly number[] => {
    const known = shared.get(row.id) ?? sharedBy(kept, row, today)
    shared.set(row.id, known)
    return known
  }
  let paired: ReadonlyMap<number, readonly number[]> | undefined
  const partnersOf = (record: number): readonly number[] => (paired ??= pairsByRecord(kept, same)).get(record) ?? []
  const gather = (seeds: Iterable<PlacedRow>, extent: Extent): Reach => {
    const rows = new Map<number, PlacedRow>()
    const persons = new Set<number>()
    const open: PlacedRow[] = []
    const add = (one: PlacedRow | undefined): void => {
      if (!one || rows.has(one.row.id)) return
      rows.set(one.row.id, one)
      open.push(one)
    }
    const addPerson = (person: number): void => {
      if (persons.has(person)) return
      persons.add(person)
      for (const record of recordsOfEntity(reader, 'person', person)) add(find(record))
    }
    for (const seed of seeds) add(seed)
    for (let next = open.pop(); next; next = open.pop()) {
      for (const place of sharedWith(next)) add(find(kept.record[place] ?? 0))
      if (extent === 'keys') continue
      if (next.row.personId !== null) addPerson(next.row.personId)
      for (const other of partnersOf(next.row.id)) add(find(other))
    }
    return { rows, persons }
  }
  return { gather, find }
}

/** Rows in columns, in the order in which a whole run reads them. */
export function columnsIn(rows: Iterable<PlacedRow>, today: string): PersonColumns {
  const sorted = [...rows].sort((one, other) => one.table - other.table || one.row.id - other.row.id)
  return columnsOf(sorted, sorted.length, today)
}

/** Where rows stand among those that were linked before, new ones behind them. */
export function placesOfRows({ record, placeOf }: Kept, columns: PersonColumns): { isInside: Uint8Array; placeOf(row: number): number } {
  const isInside = new Uint8Array(record.length)
  let next = record.length
  const places = Int32Array.from(columns.record, (id) => {
    const place = placeOf(id)
    if (place === -1) return next++
    isInside[place] = 1
    return place
  })
  return { isInside, placeOf: (row) => places[row] ?? 0 }
}

/** Places of the rows that are one with it without being compared. */
function sharedBy({ hardKeys }: Kept, row: PersonRow, today: string): number[] {
  const { full } = personNameKeys(row)
  const birth = full !== '' && isTellingBirthDate(row.birthDate, today) ? `${full}|${row.birthDate}` : ''
  const places = (key: string, indexes: readonly KeptIndex[]): number[] => (key === '' ? [] : indexes.flatMap((index) => [...placesOf(index, hashOf(key))]))
  return [...places(row.bsnHash, hardKeys.bsn), ...places(birth, hardKeys.birth)]
}

/** Records that are alike enough, each by the first row of its unit, and those that humans joined. */
function pairsByRecord({ likely, writtenIn, record }: Kept, same: readonly [number, number][]): Map<number, number[]> {
  const paired = new Map<number, number[]>()
  const note = (one: number, other: number): void => {
    const own = paired.get(one)
    if (own) own.push(other)
    else paired.set(one, [other])
  }
  const noteBoth = (one: number, other: number): void => {
    note(one, other)
    note(other, one)
  }
  for (const [part, { left, right }] of likely.entries()) {
    for (const [i, one] of left.entries()) if (writtenIn[one] === part) noteBoth(record[one] ?? 0, record[right[i] ?? 0] ?? 0)
  }
  for (const [one, other] of same) noteBoth(one, other)
  return paired
}

/** Finds a row by its record, and remembers it; those of one delivery stand in one table. */
function makeFinder(reader: Reader): (record: number) => PlacedRow | undefined {
  const tableOf = new Map<number, number>()
  const found = new Map<number, PlacedRow | undefined>()
  return (record) => {
    if (!found.has(record)) found.set(record, read(record))
    return found.get(record)
  }

  function read(record: number): PlacedRow | undefined {
    const { deliveryId } = splitRecordId(record)
    const known = tableOf.get(deliveryId)
    for (const table of known === undefined ? personTables.keys() : [known]) {
      const name = personTables[table]
      const row = name && findPersonRow(reader, name, record)
      if (!row) continue
      tableOf.set(deliveryId, table)
      return { row, table }
    }
    return undefined
  }
}
