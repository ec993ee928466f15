import { sharedBytes, sharedDoubles, sharedNumbers } from '../beside/shared.ts'
import { isTellingBirthDate } from '../normalise/person.ts'
import type { Reader } from '../store/database.ts'
import { countPersonRows, eachNameRow, personTables, type NameRow } from '../store/entitiesPerson.ts'
import { makeNumberer, makePairNumberer, numberOf } from './numberer.ts'
import { meaningOfDate } from './personEvidence.ts'
import { makeNameTable, type FamilyHalf, type GivenHalf, type NameTable } from './personNames.ts'

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

/** Numbers of what a row says of who it is; −1 is none. */
export interface NameNumbers {
  bsn: number
  /** full name with full birth date, where both tell people apart */
  nameAndBirth: number
  /** initials with family name */
  initials: number
  /** halves of the name */
  given: number
  family: number
  date: number
}

/** Names, BSNs and dates of all rows, by their number. */
export interface NameTexts {
  /** hashes in hexadecimal */
  bsnHashes: readonly string[]
  givens: readonly GivenHalf[]
  families: readonly FamilyHalf[]
  dates: readonly KnownDate[]
}

/**
 * What rows say of who it is, in columns: a vault can hold a million rows. Every text stands once; a row holds its number, counted from 0; −1 is none.
 */
export interface NameColumns extends Record<keyof NameNumbers, Int32Array> {
  count: number
  record: Float64Array
  /** place in `personTables` */
  table: Uint8Array
  texts: NameTexts
  /** how many different names with birth date there are */
  births: number
}

/** Numbers what rows say of who it is; equal texts of all rows it is given have one number. */
export interface NameNumberer {
  number(row: NameRow): NameNumbers
  /** of a row of which the texts have their numbers */
  together(numbers: Omit<NameNumbers, 'nameAndBirth' | 'initials'>): NameNumbers
  /** numbers of one text; −1 for none */
  of: NumbersOf
  texts: NameTexts
  /** how many different names with birth date there are so far */
  births(): number
}

/** Gives texts as they stand in columns their numbers. */
interface NumbersOf extends Pick<NameTable, 'placeGiven' | 'placeFamily'> {
  bsn(hash: string): number
  date(text: string | null): number
}

/** @param today ISO day */
export function makeNameNumberer(today: string): NameNumberer {
  const bsns = makeNumberer<string>()
  const [names, births, letters] = [makePairNumberer(), makePairNumberer(), makePairNumberer()]
  const table = makeNameTable()
  const dates = makeDateTable(today)
  const together: NameNumberer['together'] = ({ bsn, given, family, date }) => {
    const [front, back] = [table.givens[given], table.families[family]]
    const key = back?.key ?? -1
    return {
      bsn, given, family, date,
      nameAndBirth: dates.all[date]?.isTelling === true ? births.of(names.of(front?.full ?? -1, key), date) : -1,
      initials: letters.of(front?.letters ?? -1, key),
    }
  }
  const of: NumbersOf = { bsn: (hash) => numberOf(bsns, hash), date: dates.place, placeGiven: table.placeGiven, placeFamily: table.placeFamily }
  return {
    together, of,
    number: (row) => together({ bsn: of.bsn(row.bsnHash), ...table.place(row), date: of.date(row.birthDate) }),
    texts: { bsnHashes: bsns.all, givens: table.givens, families: table.families, dates: dates.all },
    births: births.count,
  }
}

/** Columns for so many rows, to be filled. */
export function nameColumns(count: number): Omit<NameColumns, 'texts' | 'births'> {
  const numbers = (): Int32Array => sharedNumbers(count)
  return { count, record: sharedDoubles(count), table: sharedBytes(count), bsn: numbers(), nameAndBirth: numbers(), initials: numbers(), given: numbers(), family: numbers(), date: numbers() }
}

export function fillName(columns: Omit<NameColumns, 'texts' | 'births'>, at: number, row: NameNumbers & { record: number; table: number }): void {
  columns.record[at] = row.record
  columns.table[at] = row.table
  columns.bsn[at] = row.bsn
  columns.nameAndBirth[at] = row.nameAndBirth
  columns.initials[at] = row.initials
  columns.given[at] = row.given
  columns.family[at] = row.family
  columns.date[at] = row.date
}

/** Reads of all rows that name a person who it is, table by table, in the order of their records. @param today ISO day @param beat is called now and then; may throw to stop */
export function readNames(reader: Reader, today: string, beat: () => void): NameColumns {
  const { number, texts, births } = makeNameNumberer(today)
  const columns = nameColumns(countPersonRows(reader))
  let at = 0
  for (const [table, name] of personTables.entries()) {
    for (const row of eachNameRow(reader, name)) {
      if (at % BEAT === 0) beat()
      fillName(columns, at, { record: row.id, table, ...number(row) })
      at += 1
    }
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
