import { isTellingBirthDate, personNameKeys } from '../normalise/person.ts'
import type { Reader } from '../store/database.ts'
import { countPersonRows, eachPersonRow, personTables, type PersonRow } from '../store/entitiesPerson.ts'
import { meaningOfDate } from './personEvidence.ts'

/** Rows that name a person, in columns: a vault can hold a million of them. Numbers of names and BSNs count from 0; −1 is none. */
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
  /** full birth date that tells people apart */
  birthDate: Int32Array
  /** initials with family name */
  initials: Int32Array
  hasGivenNames: Uint8Array
  hasBirthDate: Uint8Array
  /** hashes by their number, in hexadecimal */
  bsnHashes: string[]
  names: number
  births: number
  /** full birth dates by their number */
  birthDates: string[]
  /** rows with a date that says nothing, such as 1900-01-01 */
  emptyDates: number
}

/** Reads all rows that name a person. @param today ISO day */
export function readPersonColumns(reader: Reader, today: string): PersonColumns {
  const count = countPersonRows(reader)
  const numberBsn = makeNumberer()
  const numberName = makeNumberer()
  const numberBirth = makeNumberer()
  const numberDate = makeNumberer()
  let emptyDates = 0
  const columns: Omit<PersonColumns, 'bsnHashes' | 'names' | 'births' | 'birthDates' | 'emptyDates'> = {
    count,
    record: new Float64Array(count),
    table: new Uint8Array(count),
    earlier: new Float64Array(count),
    bsn: new Int32Array(count),
    nameAndBirth: new Int32Array(count),
    birthDate: new Int32Array(count),
    initials: new Int32Array(count),
    hasGivenNames: new Uint8Array(count),
    hasBirthDate: new Uint8Array(count),
  }
  let at = 0
  for (const { row, table } of eachRow(reader)) {
    const { full, initials } = personNameKeys(row)
    columns.record[at] = row.id
    columns.table[at] = table
    columns.earlier[at] = row.personId ?? 0
    columns.bsn[at] = numberBsn.of(row.bsnHash)
    const date = isTellingBirthDate(row.birthDate, today) ? row.birthDate : ''
    columns.birthDate[at] = numberDate.of(date)
    columns.nameAndBirth[at] = full !== '' && date !== '' ? numberBirth.of(`${full}|${date}`) : -1
    if (row.birthDate !== null && meaningOfDate(row.birthDate) === '') emptyDates += 1
    columns.initials[at] = numberName.of(initials)
    columns.hasGivenNames[at] = row.givenNames === '' ? 0 : 1
    columns.hasBirthDate[at] = row.birthDate === null ? 0 : 1
    at += 1
  }
  return { ...columns, bsnHashes: [...numberBsn.all.keys()], names: numberName.all.size, births: numberBirth.all.size, birthDates: [...numberDate.all.keys()], emptyDates }
}

/** Every row in the order of the columns. */
export function* eachRow(reader: Reader): Generator<{ row: PersonRow; table: number }, void> {
  for (const [table, name] of personTables.entries()) for (const row of eachPersonRow(reader, name)) yield { row, table }
}

/** Gives every different text a number; the empty text has −1. */
function makeNumberer(): { all: Map<string, number>; of(text: string): number } {
  const all = new Map<string, number>()
  return {
    all,
    of: (text) => {
      if (text === '') return -1
      const known = all.get(text)
      if (known !== undefined) return known
      all.set(text, all.size)
      return all.size - 1
    },
  }
}
