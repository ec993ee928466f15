import { isTellingBirthDate } from '../normalise/person.ts'
import type { Reader } from '../store/database.ts'
import { countPersonRows, eachPersonRow, personTables, type PersonRow } from '../store/entitiesPerson.ts'
import { makeNumberer, makePairNumberer, numberOf } from './numberer.ts'
import { meaningOfDate } from './personEvidence.ts'
import { makeNameTable, type FamilyHalf, type GivenHalf } from './personNames.ts'

/** After so many rows it is seen whether to go on. */
const BEAT = 16_384

/** A birth date as written, and what of it means something. */
export interface KnownDate {
  text: string
  /** empty when it means nothing, see {@link meaningOfDate} */
  meaning: string
  /** whether it is a full date that tells people apart */
  isTelling: boolean
}

/**
 * Rows that name a person, in columns: a vault can hold a million of them. Every text stands once; a row holds its number, counted
 * from 0; −1 is none.
 */
export interface PersonColumns {
  count: number
  record: Float64Array
  /** place in `personTables` */
  table: Uint8Array
  /** the person of the run before, 0 for none */
  earlier: Float64Array
  bsn: Int32Array
  /** full name with full birth date, where both tell people apart */
  nameAndBirth: Int32Array
  /** initials with family name */
  initials: Int32Array
  /** halves of the name */
  given: Int32Array
  family: Int32Array
  date: Int32Array
  place: Int32Array
  /** number of the places of earlier deliveries */
  formerly: Int32Array
  texts: PersonTexts
  /** how many different names with birth date there are */
  births: number
}

/** The texts of all rows, by their number. */
export interface PersonTexts {
  /** hashes in hexadecimal */
  bsnHashes: readonly string[]
  givens: readonly GivenHalf[]
  families: readonly FamilyHalf[]
  dates: readonly KnownDate[]
  places: readonly string[]
  /** lists of places */
  formerly: readonly (readonly string[])[]
}

/** A row with the place of its table in `personTables`. */
export interface PlacedRow {
  row: PersonRow
  table: number
}

/** A row with the numbers of its texts. */
export interface NumberedRow {
  record: number
  table: number
  earlier: number
  bsn: number
  nameAndBirth: number
  initials: number
  given: number
  family: number
  date: number
  place: number
  formerly: number
}

/** Numbers the texts of rows; equal ones of all rows it is given have one number. */
export interface RowNumberer {
  number(one: PlacedRow): NumberedRow
  texts: PersonTexts
  /** how many different names with birth date there are so far */
  births(): number
}

/** @param today ISO day */
export function makeRowNumberer(today: string): RowNumberer {
  const [bsns, places] = [makeNumberer<string>(), makeNumberer<string>()]
  const [names, births, letters] = [makePairNumberer(), makePairNumberer(), makePairNumberer()]
  const table = makeNameTable()
  const dates = makeDateTable(today)
  const former = makeListTable()
  return {
    number: ({ row, table: place }) => {
      const { given, family } = table.place(row)
      const [front, back] = [table.givens[given], table.families[family]]
      const key = back?.key ?? -1
      const date = dates.place(row.birthDate)
      return {
        record: row.id, table: place, earlier: row.personId ?? 0, bsn: numberOf(bsns, row.bsnHash), given, family, date, place: numberOf(places, row.place),
        formerly: former.place(row.formerly),
        nameAndBirth: dates.all[date]?.isTelling === true ? births.of(names.of(front?.full ?? -1, key), date) : -1,
        initials: letters.of(front?.letters ?? -1, key),
      }
    },
    texts: { bsnHashes: bsns.all, givens: table.givens, families: table.families, dates: dates.all, places: places.all, formerly: former.all },
    births: births.count,
  }
}

/** Reads all rows that name a person, once. @param today ISO day @param beat is called now and then; may throw to stop */
export function readPersonColumns(reader: Reader, today: string, beat: () => void): PersonColumns {
  const numberer = makeRowNumberer(today)
  return columnsOf(eachRow(reader, beat, numberer), countPersonRows(reader), numberer)
}

/** @param rows so many as `count` says, table by table, in the order of their records */
export function columnsOf(rows: Iterable<NumberedRow>, count: number, { texts, births }: RowNumberer): PersonColumns {
  const numbers = (): Int32Array => new Int32Array(count)
  const columns = {
    count, record: new Float64Array(count), table: new Uint8Array(count), earlier: new Float64Array(count), bsn: numbers(), nameAndBirth: numbers(),
    initials: numbers(), given: numbers(), family: numbers(), date: numbers(), place: numbers(), formerly: numbers(),
  }
  let at = 0
  for (const row of rows) {
    columns.record[at] = row.record
    columns.table[at] = row.table
    columns.earlier[at] = row.earlier
    columns.bsn[at] = row.bsn
    columns.nameAndBirth[at] = row.nameAndBirth
    columns.initials[at] = row.initials
    columns.given[at] = row.given
    columns.family[at] = row.family
    columns.date[at] = row.date
    columns.place[at] = row.place
    columns.formerly[at] = row.formerly
    at += 1
  }
  return { ...columns, texts, births: births() }
}

/** Dates by their number, each looked at once. */
function makeDateTable(today: string): { all: KnownDate[]; place(date: string | null): number } {
  const all: KnownDate[] = []
  const numbers = makeNumberer<string>()
  return {
    all,
    place: (text) => {
      if (text === null) return -1
      const place = numbers.of(text)
      if (place === all.length) all.push({ text, meaning: meaningOfDate(text), isTelling: isTellingBirthDate(text, today) })
      return place
    },
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

/** Every row in the order of the tables. */
function* eachRow(reader: Reader, beat: () => void, { number }: RowNumberer): Generator<NumberedRow, void> {
  let read = 0
  for (const [table, name] of personTables.entries()) {
    for (const row of eachPersonRow(reader, name)) {
      if (read % BEAT === 0) beat()
      read += 1
      yield number({ row, table })
    }
  }
}
