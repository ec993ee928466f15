import { reasons } from '#shared/text/reasons.ts'
import { DateCell, refuse, Repaired, type Filled, type Reading } from './reading.ts'

const PLAIN = /^-?\d+$/
/** 1.234.567,89 or 1234,89: dots between thousands, a comma before decimals. */
const DUTCH = /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/
/** 1,234,567.89 or 1234.89 */
const ENGLISH = /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/
const SCIENTIFIC = /^-?\d+([.,]\d+)?[eE][+-]?\d+$/

/**
 * A number as Dutch files write it. `142.317` with one dot and three digits is read as a thousand, as a Dutch spreadsheet means it;
 * `142.31` can only be a decimal point.
 * @returns null when it is no number
 */
export function parseNumber(text: string): number | null {
  if (PLAIN.test(text)) return Number(text)
  const compact = text.replace(/[\s']/g, '').replace(/[−–]/g, '-')
  if (DUTCH.test(compact)) return Number(compact.replaceAll('.', '').replace(',', '.'))
  if (ENGLISH.test(compact)) return Number(compact.replaceAll(',', ''))
  if (SCIENTIFIC.test(compact)) return Number(compact.replace(',', '.'))
  return null
}

/** Whole number from 0 up; decimals that are zero are dropped. @param highest above it the value cannot be meant */
export function readInteger(cell: Filled, highest = Number.MAX_SAFE_INTEGER): Reading<number> {
  if (cell instanceof DateCell) return refuse(reasons.excelDate)
  const value = typeof cell === 'string' ? parseNumber(cell) : Number(cell)
  if (value === null) return refuse(reasons.notANumber)
  if (!Number.isInteger(value)) return refuse(reasons.notWhole)
  return value < 0 || value > highest ? refuse(reasons.outOfRange) : value
}

/** A number from `lowest` to `highest`, decimals kept; a percent sign behind it says nothing new. */
export function readNumber(cell: Filled, lowest: number, highest: number): Reading<number> {
  if (cell instanceof DateCell) return refuse(reasons.excelDate)
  if (typeof cell === 'boolean') return refuse(reasons.notANumber)
  const value = typeof cell === 'string' ? parseNumber(cell.replace(/\s*%$/, '')) : cell
  if (value === null || !Number.isFinite(value)) return refuse(reasons.notANumber)
  return value < lowest || value > highest ? refuse(reasons.outOfRange) : value
}

const CURRENCY = /€|\beur\b|\beuro\b/gi
const NO_CENTS = /,(-+|=)$/

/** An amount in whole euros: `€ 250.000,-`, `250000,00`, `EUR 1.234,56`. */
export function readMoney(cell: Filled): Reading<number> {
  if (cell instanceof DateCell) return refuse(reasons.excelDate)
  const value = typeof cell === 'string' ? parseNumber(cell.replace(CURRENCY, '').trim().replace(NO_CENTS, '')) : Number(cell)
  if (value === null || typeof cell === 'boolean') return refuse(reasons.notANumber)
  if (value < 0) return refuse(reasons.outOfRange)
  const whole = Math.round(value)
  return whole === value ? value : new Repaired(whole, reasons.roundedMoney)
}

const YES = new Set(['ja', 'j', 'yes', 'y', 'true', 't', 'waar', '1', 'x', 'aan', 'wel', 'v', '✓', '✔'])
const NO = new Set(['nee', 'n', 'no', 'false', 'f', 'onwaar', '0', 'uit', 'niet', '-', 'neen'])

/** Yes or no as 1 or 0. */
export function readYesNo(cell: Filled): Reading<number> {
  if (typeof cell === 'boolean') return cell ? 1 : 0
  if (typeof cell === 'number') return cell === 1 || cell === 0 ? cell : refuse(reasons.notYesNo)
  if (cell instanceof DateCell) return refuse(reasons.excelDate)
  const word = cell.toLowerCase()
  if (YES.has(word)) return 1
  return NO.has(word) ? 0 : refuse(reasons.notYesNo)
}

/** An exact share of a right: part / whole, both whole numbers. */
export interface Share {
  part: number
  whole: number
}

const FRACTION = /^(\d{1,9})\s*\/\s*(\d{1,9})$/
const PERCENT = /^(.+?)\s*(%|procent|pct)$/i

/** `1/2`, `50%`, `0,5`, `1`: always an exact fraction, never a float. A bare number above 1 is a percentage. */
export function readShare(cell: Filled): Reading<Share> {
  if (cell instanceof DateCell) return refuse(reasons.excelDate)
  if (typeof cell === 'boolean') return refuse(reasons.notAShare)
  if (typeof cell === 'number') return decimalShare(cell > 1 ? cell / 100 : cell)
  const fraction = FRACTION.exec(cell)
  if (fraction) return checkShare(Number(fraction[1]), Number(fraction[2]))
  const percent = PERCENT.exec(cell)
  const value = parseNumber(percent?.[1] ?? cell)
  if (value === null) return refuse(reasons.notAShare)
  return decimalShare(percent || value > 1 ? value / 100 : value)
}

const PRECISION = 1_000_000
/** Shares that no percentage can write exactly; `33,33%` means 1/3. */
const UNROUND = [3, 6, 7, 9, 12]

function decimalShare(value: number): Reading<Share> {
  const part = Math.round(value * PRECISION)
  if (part % 1000 === 0) return checkShare(part, PRECISION)
  const whole = UNROUND.find((one) => Math.abs(value - Math.round(value * one) / one) < 0.0001)
  if (whole === undefined) return checkShare(part, PRECISION)
  const share = checkShare(Math.round(value * whole), whole)
  return share !== null && 'part' in share ? new Repaired(share, reasons.shareFromPercent) : share
}

function checkShare(part: number, whole: number): Reading<Share> {
  if (part <= 0 || whole <= 0 || part > whole) return refuse(reasons.shareTooLarge)
  const divisor = greatestCommonDivisor(part, whole)
  return { part: part / divisor, whole: whole / divisor }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
