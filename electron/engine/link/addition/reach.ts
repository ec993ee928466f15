import type { Reader } from '../../store/database.ts'
import { recordsOfEntities, type EntityRecord } from '../../store/entities.ts'
import { hashOf } from '../blockingRules.ts'
import { columnsOf, type NumberedRow, type PersonColumns, type PersonTexts, type RowNumberer } from '../personColumns.ts'
import { birthKey, bsnKey } from './hardKeys.ts'
import { placesOf, type Kept, type KeptIndex } from './kept.ts'
import type { RowReader } from './readRows.ts'

/** Rows that belong together, gathered from those that came in. */
export interface Reach {
  /** by record */
  rows: ReadonlyMap<number, NumberedRow>
  /** persons of the run before whose rows were gathered, with what stands of them */
  persons: ReadonlyMap<number, readonly EntityRecord[]>
}

/**
 * How far to gather: rows that are one by BSN or by full name and birth date; or with those the other rows of their persons, and the
 * persons they are alike enough to, or were joined to by a human.
 */
export type Extent = 'keys' | 'pairs'

/** Gathers rows with all that hangs together with them. */
export type Gather = (seeds: Iterable<NumberedRow>, extent: Extent) => Reach

/** @param added rows that came in @param same pairs of records that humans joined */
export function makeGatherer(reader: Reader, kept: Kept, { find, numberer: { texts } }: Pick<RowReader, 'find'> & { numberer: RowNumberer }, added: readonly NumberedRow[], same: readonly [number, number][]): Gather {
  // rows and persons are gathered more than once
  const shared = new Map<number, readonly number[]>()
  const addedWith = makeAddedFinder(texts, added)
  const sharedWith = (row: NumberedRow): readonly number[] => {
    const known = shared.get(row.record) ?? [...sharedBy(kept, texts, row), ...addedWith(row)]
    shared.set(row.record, known)
    return known
  }
  const personsRead = new Map<number, readonly EntityRecord[]>()
  const readPersons = (ids: readonly number[]): void => {
    const records = Map.groupBy(recordsOfEntities(reader, 'person', ids), ({ entityId }) => entityId)
    for (const id of ids) personsRead.set(id, records.get(id) ?? [])
  }
  const joinedTo = recordsJoined(same)
  return (seeds, extent) => {
    const rows = new Map<number, NumberedRow>()
    const persons = new Map<number, readonly EntityRecord[]>()
    const addAll = (found: Iterable<NumberedRow>): NumberedRow[] => [...found].filter((row) => !rows.has(row.record) && rows.set(row.record, row))
    const addPersons = (open: readonly NumberedRow[]): number[] => {
      const ids = [...new Set(open.map(({ earlier }) => earlier))].filter((id) => id !== 0 && !persons.has(id))
      readPersons(ids.filter((id) => !personsRead.has(id)))
      for (const id of ids) persons.set(id, personsRead.get(id) ?? [])
      return ids.flatMap((id) => personsRead.get(id)?.map(({ recordId }) => recordId) ?? [])
    }
    // all rows of a step at once
    for (let open = addAll(seeds); open.length > 0;) {
      const records = open.flatMap(sharedWith)
      if (extent === 'pairs') {
        records.push(...addPersons(open), ...open.flatMap(({ record }) => [...alikeTo(kept, record), ...(joinedTo.get(record) ?? [])]))
      }
      open = addAll(find(records))
    }
    return { rows, persons }
  }
}

/** Rows in columns, in the order in which a whole run reads them. */
export function columnsIn(rows: Iterable<NumberedRow>, numberer: RowNumberer): PersonColumns {
  const sorted = [...rows].sort((one, other) => one.table - other.table || one.record - other.record)
  return columnsOf(sorted, sorted.length, numberer)
}

/** Where rows stand among those that were linked before, new ones behind them. @param next the first place behind */
export function placesOfRows({ record, placeOf }: Kept, columns: PersonColumns, next = record.length): { isInside: Uint8Array; placeOf(row: number): number } {
  const isInside = new Uint8Array(record.length)
  const places = Int32Array.from(columns.record, (id) => {
    const place = placeOf(id)
    if (place === -1) return next++
    isInside[place] = 1
    return place
  })
  return { isInside, placeOf: (row) => places[row] ?? 0 }
}

/** Records that are one with a row without being compared. */
function sharedBy({ hardKeys, record }: Kept, texts: PersonTexts, row: NumberedRow): number[] {
  const found: number[] = []
  const look = (key: string, indexes: readonly KeptIndex[]): void => {
    if (key === '') return
    const hash = hashOf(key)
    for (const index of indexes) for (const place of placesOf(index, hash)) found.push(record[place] ?? 0)
  }
  look(bsnKey(texts, row), hardKeys.bsn)
  look(birthKey(texts, row), hardKeys.birth)
  return found
}

/** Rows that came in, by what they are one with others without being compared. */
function makeAddedFinder(texts: PersonTexts, added: readonly NumberedRow[]): (row: NumberedRow) => readonly number[] {
  const [byBsn, byBirth] = [bsnKey, birthKey].map((keyOf) => {
    const records = new Map<string, number[]>()
    for (const row of added) {
      const key = keyOf(texts, row)
      if (key !== '') records.set(key, [...(records.get(key) ?? []), row.record])
    }
    return (row: NumberedRow) => records.get(keyOf(texts, row)) ?? []
  })
  return (row) => [...(byBsn?.(row) ?? []), ...(byBirth?.(row) ?? [])]
}

/** The first rows of the units that the unit that begins with a record is alike enough to. */
export function alikeTo({ likely, writtenIn, placeOf, record }: Kept, first: number): number[] {
  const place = placeOf(first)
  const part = likely[writtenIn[place] ?? -1]
  return part === undefined ? [] : Array.from(placesOf(part, place), (other) => record[other] ?? 0)
}

function recordsJoined(same: readonly [number, number][]): Map<number, number[]> {
  const joined = new Map<number, number[]>()
  for (const [one, other] of [...same, ...same.map(([left, right]): [number, number] => [right, left])]) joined.set(one, [...(joined.get(one) ?? []), other])
  return joined
}
