import { formatCount, formatNumber } from '#shared/text/format.ts'
import type { PersonColumns } from './personColumns.ts'
import type { PersonGroups } from './personGroups.ts'
import type { PersonKeys } from './personKeys.ts'
import { largeRemark } from './remarks.ts'

/** An address with more persons than this is a care home, a prison or a collecting office; it says little of who is who. */
const CROWDED = 40
/** A birth date that more persons share than chance gives is a filler. */
const MOST_ON_A_DAY = 200

/** Letters of a full ISO date. */
const FULL_DATE = 10

interface JoinedPersons {
  columns: PersonColumns
  keys: PersonKeys
  /** persons as far as hard keys tell */
  units: PersonGroups
  /** how many persons consist of how many rows */
  sizes: ReadonlyMap<number, number>
}

/** What stands out in the rows and was taken for what it is, in Dutch. */
export function personRemarks({ columns, keys, units, sizes }: JoinedPersons): string[] {
  const { fillerBsns, disputedBsns, disputedRows, fillerNames } = keys
  const counts = (row: number): boolean => !fillerNames.has(columns.nameAndBirth[row] ?? -1)
  const remarks: string[] = []
  if (fillerBsns === 1) remarks.push('Eén BSN staat bij veel verschillende namen of geboortedata en is niet als sleutel gebruikt.')
  if (fillerBsns > 1) remarks.push(`${formatNumber(fillerBsns)} BSN’s staan elk bij veel verschillende namen of geboortedata en zijn niet als sleutel gebruikt.`)
  if (disputedBsns > 0) {
    const rowsApart = formatCount(disputedRows, 'rij met een andere datum is', 'rijen met een andere datum zijn')
    remarks.push(`${disputedBsns === 1 ? 'Eén BSN staat' : `${formatNumber(disputedBsns)} BSN’s staan elk`} bij geboortedata die jaren uiteenliggen; ${rowsApart} niet samengevoegd.`)
  }
  if (fillerNames.size > 0) remarks.push(`${fillerNames.size === 1 ? 'Eén naam met geboortedatum staat' : `${formatNumber(fillerNames.size)} namen met geboortedatum staan elk`} zonder BSN op heel veel rijen van één levering; die rijen zijn niet samengevoegd.`)
  const nameless = countWhere(columns.count, (row) => columns.initials[row] === -1 && columns.bsn[row] === -1)
  if (nameless > 0) remarks.push(`${rows(nameless)} niemand: de naam is leeg, één letter of ‘onbekend’.`)
  const crowded = countAbove(units, { values: columns.place, size: columns.texts.places.length, counts }, CROWDED)
  if (crowded > 0) remarks.push(`${crowded === 1 ? 'Op één adres staan' : `Op ${formatNumber(crowded)} adressen staan elk`} meer dan ${CROWDED} personen; samen op zo’n adres staan weegt bijna niet mee.`)
  const isFull = (row: number): boolean => columns.texts.dates[columns.date[row] ?? -1]?.meaning.length === FULL_DATE
  const fillerDates = countAbove(units, { values: columns.date, size: columns.texts.dates.length, counts: (row) => counts(row) && isFull(row) }, Math.max(MOST_ON_A_DAY, units.count / 100))
  if (fillerDates > 0) remarks.push(`${fillerDates === 1 ? 'Eén geboortedatum komt' : `${formatNumber(fillerDates)} geboortedata komen elk`} zo vaak voor dat ze bijna niet meeweegt.`)
  const emptyDates = countWhere(columns.count, (row) => columns.texts.dates[columns.date[row] ?? -1]?.meaning === '')
  if (emptyDates > 0) remarks.push(`${formatCount(emptyDates, 'rij heeft', 'rijen hebben')} een geboortedatum die niets zegt, zoals 01-01-1900; die telt niet mee.`)
  remarks.push(...largeRemark('person', sizes))
  return remarks
}

function rows(count: number): string {
  return count === 1 ? 'Eén rij noemt' : `${formatNumber(count)} rijen noemen`
}

function countWhere(count: number, isSo: (row: number) => boolean): number {
  let found = 0
  for (let row = 0; row < count; row += 1) if (isSo(row)) found += 1
  return found
}

/** What rows say, by number: what they say, how many different things that can be, and which rows count. */
interface Said {
  values: Int32Array
  size: number
  counts(row: number): boolean
}

/** How many values stand with more than `most` persons; with each person a value counts once. */
function countAbove({ count, starts, members }: PersonGroups, { values, size, counts }: Said, most: number): number {
  const latest = new Int32Array(size).fill(-1)
  const persons = new Int32Array(size)
  for (let unit = 0; unit < count; unit += 1) {
    for (let place = starts[unit] ?? 0; place < (starts[unit + 1] ?? 0); place += 1) {
      const row = members[place] ?? 0
      const value = values[row] ?? -1
      if (value === -1 || latest[value] === unit || !counts(row)) continue
      latest[value] = unit
      persons[value] = (persons[value] ?? 0) + 1
    }
  }
  return persons.filter((own) => own > most).length
}
