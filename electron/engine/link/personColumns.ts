import { sharedDoubles, sharedNumbers } from '../beside/shared.ts'
import type { Reader } from '../store/database.ts'
import { eachPlaceRow, personTables, type PersonRow } from '../store/entitiesPerson.ts'
import { fillName, makeNameNumberer, nameColumns, type NameColumns, type NameNumberer, type NameNumbers, type NameTexts } from './nameColumns.ts'
import { makeNumberer, numberOf } from './numberer.ts'

/** After so many rows it is seen whether to go on. */
const BEAT = 16_384

/** Rows that name a person, in columns. */
export interface PersonColumns extends NameColumns {
  /** the person of the run before, 0 for none */
  earlier: Float64Array
  place: Int32Array
  /** number of the places of earlier deliveries */
  formerly: Int32Array
  texts: PersonTexts
}

/** Addresses by their number. */
interface PlaceTexts {
  places: readonly string[]
  /** lists of places */
  formerly: readonly (readonly string[])[]
}

/** The texts of all rows, by their number. */
export interface PersonTexts extends NameTexts, PlaceTexts {}

/** A row with the place of its table in `personTables`. */
export interface PlacedRow {
  row: PersonRow
  table: number
}

/** A row with the numbers of its texts. */
export interface NumberedRow extends NameNumbers {
  record: number
  table: number
  earlier: number
  place: number
  formerly: number
}

/** Gives places, and lists of places with a line break between, their numbers; −1 for none. */
interface PlaceNumbersOf {
  place(text: string): number
  formerly(lines: string): number
}

/** Numbers the texts of rows; equal ones of all rows it is given have one number. */
export interface RowNumberer extends Pick<NameNumberer, 'together'> {
  number(one: PlacedRow): NumberedRow
  /** numbers of one text; −1 for none */
  of: NameNumberer['of'] & PlaceNumbersOf
  texts: PersonTexts
  /** how many different names with birth date there are so far */
  births(): number
}

/** @param today ISO day */
export function makeRowNumberer(today: string): RowNumberer {
  const [names, places] = [makeNameNumberer(today), makePlaceNumberer()]
  return {
    number: ({ row, table }) => ({ record: row.id, table, earlier: row.personId ?? 0, ...names.number(row), ...places.number(row) }),
    together: names.together, of: { ...names.of, ...places.of },
    texts: { ...names.texts, ...places.texts },
    births: names.births,
  }
}

/**
 * Reads where all rows that name a person have him.
 * @param names of the same rows
 * @param beat is called now and then; may throw to stop
 * @throws Error when they are not the same rows
 */
export function readPersonColumns(reader: Reader, names: NameColumns, beat: () => void): PersonColumns {
  const { number, texts } = makePlaceNumberer()
  const columns = { ...names, ...placeColumns(names.count), texts: { ...names.texts, ...texts } }
  let at = 0
  for (const table of personTables) {
    for (const row of eachPlaceRow(reader, table)) {
      if (at % BEAT === 0) beat()
      if (row.id !== names.record[at]) throw new Error('rows changed while they were read')
      fillPlace(columns, at, { earlier: row.personId ?? 0, ...number(row) })
      at += 1
    }
  }
  if (at < names.count) throw new Error('rows went while they were read')
  return columns
}

/** @param rows so many as `count` says, table by table, in the order of their records */
export function columnsOf(rows: Iterable<NumberedRow>, count: number, { texts, births }: RowNumberer): PersonColumns {
  const columns = { ...nameColumns(count), ...placeColumns(count) }
  let at = 0
  for (const row of rows) {
    fillName(columns, at, row)
    fillPlace(columns, at, row)
    at += 1
  }
  return { ...columns, texts, births: births() }
}

type PlaceColumns = Pick<PersonColumns, 'earlier' | 'place' | 'formerly'>

function placeColumns(count: number): PlaceColumns {
  return { earlier: sharedDoubles(count), place: sharedNumbers(count), formerly: sharedNumbers(count) }
}

function fillPlace(columns: PlaceColumns, at: number, { earlier, place, formerly }: Pick<NumberedRow, 'earlier' | 'place' | 'formerly'>): void {
  columns.earlier[at] = earlier
  columns.place[at] = place
  columns.formerly[at] = formerly
}

function makePlaceNumberer(): { number(row: Pick<PersonRow, 'place' | 'formerly'>): Pick<NumberedRow, 'place' | 'formerly'>; of: PlaceNumbersOf; texts: PlaceTexts } {
  const places = makeNumberer<string>()
  const former = makeListTable()
  const of: PlaceNumbersOf = { place: (text) => numberOf(places, text), formerly: former.place }
  return {
    of,
    number: ({ place, formerly }) => ({ place: of.place(place), formerly: of.formerly(formerly) }),
    texts: { places: places.all, formerly: former.all },
  }
}

/** Lists of places by their number, each taken apart once. */
function makeListTable(): { all: string[][]; place(lines: string): number } {
  const all: string[][] = []
  const numbers = makeNumberer<string>()
  return {
    all,
    place: (lines) => {
      const place = numberOf(numbers, lines)
      if (place === all.length) all.push(lines.split('\n'))
      return place
    },
  }
}
