import type { NumberedRow, PlacedRow, RowNumberer } from '../personColumns.ts'
import type { Kept } from './kept.ts'
import type { KeptRecords } from './keptRecords.ts'
import type { KeptRows, KeptTexts } from './keptRows.ts'

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
  /** those of places, in that order */
  at(places: readonly number[]): RowAt[]
}

/** @param added rows that came in, table by table */
export function makeRows({ records, rows }: Pick<Kept, 'records' | 'rows'>, numberer: RowNumberer, added: readonly PlacedRow[]): Rows {
  const came = added.map((one, i): RowAt => ({ ...numberer.number(one), at: records.count + i }))
  const known = new Map<number, RowAt>()
  const placeOfCame = new Map(came.map((row) => [row.record, row.at]))
  const keptRow = keptRowReader(rows, records, numberer)
  const take = (at: number): RowAt => {
    const row = keptRow(at)
    known.set(at, row)
    return row
  }
  return {
    came, count: records.count + added.length,
    placeOf: (id) => placeOfCame.get(id) ?? records.placeOf(id),
    at: (places) => {
      const there = places.filter((at) => at >= 0)
      return there.map((at) => (at < records.count ? known.get(at) : came[at - records.count]) ?? take(at))
    },
  }
}

/** Gives kept rows by their place, with the numbers others have whose texts are equal. */
export function keptRowReader({ table, person, says }: KeptRows, records: KeptRecords, { of, together }: RowNumberer): (place: number) => RowAt {
  const bsnOf = renumberer(says.bsn, ([hash = '']) => of.bsn(hash))
  const givenOf = renumberer(says.given, ([givenNames = '', initials = '']) => of.placeGiven({ givenNames, initials }))
  const familyOf = renumberer(says.family, ([prefix = '', familyName = '']) => of.placeFamily({ prefix, familyName }))
  const dateOf = renumberer(says.date, ([date = '']) => of.date(date))
  const placeOf = renumberer(says.place, ([place = '']) => of.place(place))
  const formerlyOf = renumberer(says.formerly, ([formerly = '']) => of.formerly(formerly))
  return (place) => ({
    at: place, record: records.at(place), table: table[place] ?? 0, earlier: person[place] ?? 0, place: placeOf(place), formerly: formerlyOf(place),
    ...together({ bsn: bsnOf(place), given: givenOf(place), family: familyOf(place), date: dateOf(place) }),
  })
}

const NONE = -1
const UNKNOWN = -2

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
