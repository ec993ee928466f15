import type { Reader } from '../../store/database.ts'
import { personRowsOf, personTables } from '../../store/entitiesPerson.ts'
import type { NumberedRow, PlacedRow, RowNumberer } from '../personColumns.ts'
import type { Kept } from './kept.ts'
import type { KeptRecords } from './keptRecords.ts'
import { ASK_ROW, type KeptRows, type KeptTexts } from './keptRows.ts'

/** A row with its place among those that stood and, behind them, those that came in. */
export interface RowAt extends NumberedRow {
  at: number
}

/** Rows by their place, each read once, when it is asked for. */
export interface Rows {
  /** those that came in, by their place */
  came: readonly RowAt[]
  /** how many places there are */
  count: number
  /** the place of a record; −1 for one that is not there */
  placeOf(record: number): number
  /** those of places, in that order; many at a time, for asking the vault for them one by one costs more than reading them */
  at(places: readonly number[]): RowAt[]
}

/** @param added rows that came in, table by table */
export function makeRows(reader: Reader, { records, rows }: Pick<Kept, 'records' | 'rows'>, numberer: RowNumberer, added: readonly PlacedRow[]): Rows {
  const came = added.map((one, i): RowAt => ({ ...numberer.number(one), at: records.count + i }))
  const known = new Map<number, RowAt | undefined>(came.map((row) => [row.at, row]))
  const placeOfCame = new Map(came.map((row) => [row.record, row.at]))
  const keptRow = keptRowReader(rows, records, numberer)
  const read = (places: readonly number[]): void => {
    for (const [table, own] of Map.groupBy(places, (at) => rows.table[at] ?? 0)) {
      const name = personTables[table]
      const found = name ? personRowsOf(reader, name, own.map(records.at)) : []
      for (const row of found) {
        const at = records.placeOf(row.id)
        known.set(at, { ...numberer.number({ row, table }), at })
      }
    }
  }
  return {
    came, count: records.count + added.length,
    placeOf: (id) => placeOfCame.get(id) ?? records.placeOf(id),
    at: (places) => {
      const there = places.filter((at) => at >= 0)
      for (const at of there) if (!known.has(at)) known.set(at, keptRow(at))
      read(there.filter((at) => known.get(at) === undefined))
      return there.map((at) => known.get(at)).filter((row) => row !== undefined)
    },
  }
}

/** Gives kept rows by their place, with the numbers others have whose texts are equal; undefined for one of which only the vault tells what it says. */
export function keptRowReader({ table, person, says }: KeptRows, records: KeptRecords, { of, together }: RowNumberer): (place: number) => RowAt | undefined {
  const bsnOf = renumberer(says.bsn, ([hash = '']) => of.bsn(hash))
  const givenOf = renumberer(says.given, ([givenNames = '', initials = '']) => of.placeGiven({ givenNames, initials }))
  const familyOf = renumberer(says.family, ([prefix = '', familyName = '']) => of.placeFamily({ prefix, familyName }))
  const dateOf = renumberer(says.date, ([date = '']) => of.date(date))
  const placeOf = renumberer(says.place, ([place = '']) => of.place(place))
  return (place) => {
    if (says.place.numbers[place] === ASK_ROW) return undefined
    return {
      at: place, record: records.at(place), table: table[place] ?? 0, earlier: person[place] ?? 0, place: placeOf(place), formerly: NONE,
      ...together({ bsn: bsnOf(place), given: givenOf(place), family: familyOf(place), date: dateOf(place) }),
    }
  }
}

const NONE = -1
const UNKNOWN = -3

/** Each text is looked at once. */
function renumberer({ numbers, count, textsOf }: KeptTexts, number: (texts: string[]) => number): (place: number) => number {
  const known = new Int32Array(count).fill(UNKNOWN)
  return (place) => {
    const kept = numbers[place] ?? NONE
    if (kept === NONE) return NONE
    if (known[kept] === UNKNOWN) known[kept] = number(textsOf(kept))
    return known[kept] ?? NONE
  }
}
