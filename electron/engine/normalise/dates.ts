import { reasons } from '#shared/text/reasons.ts'
import { DateCell, refuse, Repaired, type Filled, type Reading } from './reading.ts'

/** When a date may lie: on any day, on a day that has been, or on one on which somebody may have been born. */
type DateSort = 'any' | 'past' | 'birth'

/** What a date reader needs to know of the field and of the moment. */
export interface DateBounds {
  /** ISO day of the import: what lies behind it is to come */
  today: string
  /** its year: a two-digit year is judged by it */
  currentYear: number
  sort: DateSort
}

/** @param today ISO day of the import */
export function dateBounds(today: string, sort: DateSort): DateBounds {
  return { today, currentYear: Number(today.slice(0, 4)), sort }
}

const EARLIEST = 1800
const LONGEST_MONTH = 31
/** Letters of `2024-05`. */
const YEAR_AND_MONTH = 7
const YEARS_AHEAD = 100
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/
const DUTCH = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ]+\d{1,2}[:.]\d{2}.*)?$/
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/
const WORDS = /^(?:[a-z]{2,9}\.? )?(\d{1,2})(?:e)?[- /.]([a-z]{3,9})\.?[- /.'’]+(\d{4}|\d{2})$/
const YEAR = /^\d{4}$/
const YEAR_MONTH = /^(\d{4})[-/](\d{1,2})$/
const MONTH_YEAR = /^(\d{1,2})[-/](\d{4})$/
/** `?-?-1980`, `xx-xx-1980`, `--1980`: somebody knew the year only. */
const ONLY_YEAR = /^(?:[?x*]{1,2}[-/. ]){1,2}(\d{4})$|^--(\d{4})$/
const WORD_YEAR = /^([a-z]{3,9})\.? (\d{4})$/
const NO_YEAR = /^(\d{1,2}[-/. ][a-z]{3,9}|[a-z]{3,9}[-/. ]\d{1,2}|\d{1,2}[-/]\d{1,2})\.?$/
const SERIAL = /^\d{5}([.,]\d+)?$/
const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const OTHER_MONTHS: Record<string, number> = { maa: 3, mar: 3, may: 5, oct: 10 }
/** Days that stand for "not known" or "no end" in registers. */
const DUMMIES = new Set(['1900-01-01', '1899-12-30', '1899-12-31', '1899-12-29', '9999-12-31', '9999-01-01', '2999-12-31', '1753-01-01', '0001-01-01'])

/**
 * A day in any way Dutch files write it, as `2024-05-01`; `2024-05` or `2024` when the source knows no more.
 * Day before month, always; only a month above 12 is taken as a sign that they were swapped.
 */
export function readDate(cell: Filled, bounds: DateBounds): Reading<string> {
  if (cell instanceof DateCell) return cell.iso.includes('-') ? checkDate(cell.iso.slice(0, 10), bounds) : refuse(reasons.notADate)
  if (typeof cell === 'boolean') return refuse(reasons.notADate)
  if (typeof cell === 'number') return readNumber(cell, bounds)
  const plain = readPlain(cell, bounds)
  if (plain !== null) return plain
  const iso = ISO.exec(cell)
  if (iso) return assemble(Number(iso[1]), Number(iso[2]), Number(iso[3]), bounds)
  const dutch = DUTCH.exec(cell)
  if (dutch) return readDutch(Number(dutch[1]), Number(dutch[2]), dutch[3] ?? '', bounds)
  const packed = DIGITS.exec(cell)
  if (packed) return assemble(Number(packed[1]), Number(packed[2]), Number(packed[3]), bounds)
  return readRare(cell.toLowerCase(), bounds)
}

const ZERO = 48
const HYPHEN = 45
const SLASH = 47

/** The two ways nearly every date is written, `2024-05-01` and `01-05-2024`, without a pattern; null for all that needs a closer look. */
function readPlain(text: string, bounds: DateBounds): string | null {
  if (text.length !== 10) return null
  const isIso = text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN
  if (!isIso && !(isBetween(text.charCodeAt(2)) && text.charCodeAt(5) === text.charCodeAt(2))) return null
  const year = isIso ? digits(text, 0, 4) : digits(text, 6, 10)
  const month = isIso ? digits(text, 5, 7) : digits(text, 3, 5)
  const day = isIso ? digits(text, 8, 10) : digits(text, 0, 2)
  if (!(year > 1901 && year < bounds.currentYear && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return null
  return isIso ? text : `${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`
}

function isBetween(code: number): boolean {
  return code === HYPHEN || code === SLASH
}

/** The number between two places; NaN when anything but digits stands there. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - ZERO
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function readNumber(value: number, bounds: DateBounds): Reading<string> {
  if (Number.isInteger(value) && value >= 10_000_000 && value <= 99_999_999) return readDate(String(value), bounds)
  if (Number.isInteger(value) && value >= EARLIEST && value <= bounds.currentYear + YEARS_AHEAD) return checkDate(String(value), bounds)
  return readSerial(value, bounds)
}

function readRare(text: string, bounds: DateBounds): Reading<string> {
  if (YEAR.test(text)) return Number(text) === 0 ? null : checkDate(text, bounds)
  const onlyYear = ONLY_YEAR.exec(text)
  if (onlyYear) return checkDate(onlyYear[1] ?? onlyYear[2] ?? '', bounds)
  const yearMonth = YEAR_MONTH.exec(text)
  if (yearMonth) return assemble(Number(yearMonth[1]), Number(yearMonth[2]), 0, bounds)
  const monthYear = MONTH_YEAR.exec(text)
  if (monthYear) return assemble(Number(monthYear[2]), Number(monthYear[1]), 0, bounds)
  const words = WORDS.exec(text)
  if (words) return readDutch(Number(words[1]), monthNumber(words[2] ?? ''), words[3] ?? '', bounds)
  const wordYear = WORD_YEAR.exec(text)
  if (wordYear && monthNumber(wordYear[1] ?? '') > 0) return assemble(Number(wordYear[2]), monthNumber(wordYear[1] ?? ''), 0, bounds)
  if (NO_YEAR.test(text)) return refuse(reasons.dateWithoutYear)
  return SERIAL.test(text) ? readSerial(Number(text.replace(',', '.')), bounds) : refuse(reasons.notADate)
}

function monthNumber(word: string): number {
  const short = word.slice(0, 3)
  return OTHER_MONTHS[short] ?? MONTHS.indexOf(short) + 1
}

function readDutch(first: number, second: number, year: string, bounds: DateBounds): Reading<string> {
  if (second > 12 && first >= 1 && first <= 12) return repair(readDutch(second, first, year, bounds), reasons.monthFirst)
  if (year.length === 4) return assemble(Number(year), second, first, bounds)
  return repair(assemble(fullYear(Number(year), bounds), second, first, bounds), reasons.shortYear)
}

/** Two digits: this century up to five years ahead (this year for a date of birth), else the last one. */
function fullYear(short: number, bounds: DateBounds): number {
  const century = Math.floor(bounds.currentYear / 100) * 100
  const latest = bounds.sort === 'birth' ? bounds.currentYear : bounds.currentYear + 5
  return century + short <= latest ? century + short : century - 100 + short
}

/** Registers write unknown parts as zeros: 19800500, 00-00-1980. */
function assemble(year: number, month: number, day: number, bounds: DateBounds): Reading<string> {
  if (year === 0) return null
  const parts = [String(year).padStart(4, '0')]
  if (month > 0) parts.push(String(month).padStart(2, '0'))
  if (month > 0 && day > 0) parts.push(String(day).padStart(2, '0'))
  return checkDate(parts.join('-'), bounds)
}

function checkDate(iso: string, bounds: DateBounds): Reading<string> {
  if (DUMMIES.has(iso)) return null
  const year = Number(iso.slice(0, 4))
  const month = iso.length > 4 ? Number(iso.slice(5, 7)) : 1
  const day = iso.length > 7 ? Number(iso.slice(8, 10)) : 1
  if (month < 1 || month > 12 || day < 1) return refuse(reasons.noSuchDay)
  // of a day of birth that never was, year and month still tell people apart
  if (day > daysIn(year, month)) return bounds.sort === 'birth' && day <= LONGEST_MONTH ? repair(checkDate(iso.slice(0, YEAR_AND_MONTH), bounds), reasons.dayLeftOut) : refuse(reasons.noSuchDay)
  if (year === 9999) return null
  // a month or a year alone is to come when all of it is, which is how their text compares
  if (bounds.sort !== 'any' && iso > bounds.today) return refuse(reasons.futureDate)
  return year < EARLIEST || year > bounds.currentYear + YEARS_AHEAD ? refuse(reasons.yearOutOfRange) : iso
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Serials that can be meant as a date: 1-1-1920 up to 31-12-2119. */
const SERIALS = { first: 7306, last: 80_354 }

function readSerial(serial: number, bounds: DateBounds): Reading<string> {
  if (serial < SERIALS.first || serial > SERIALS.last) return refuse(reasons.notADate)
  return repair(checkDate(serialDate(serial, false).slice(0, 10), bounds), reasons.serialDate)
}

const DAY = 86_400
/** Days from serial 0 to 1-1-1970, in the two calendars of Excel. */
const EPOCH = { from1900: 25_569, from1904: 24_107 }

/**
 * Date of an Excel serial number: `2024-05-01`, with the time behind a `T` when there is one; a serial below 1 is a time of day.
 * The 1900 calendar counts a 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1).
 */
export function serialDate(serial: number, from1904: boolean): string {
  const days = Math.floor(serial)
  const seconds = Math.min(DAY - 1, Math.round((serial - days) * DAY))
  if (days === 0 && !from1904) return timeText(seconds)
  const offset = from1904 ? EPOCH.from1904 : days < 60 ? EPOCH.from1900 - 1 : EPOCH.from1900
  const day = new Date((days - offset) * DAY * 1000).toISOString().slice(0, 10)
  return seconds === 0 ? day : `${day}T${timeText(seconds)}`
}

function timeText(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

function repair(reading: Reading<string>, reason: string): Reading<string> {
  return typeof reading === 'string' ? new Repaired(reading, reason) : reading
}
