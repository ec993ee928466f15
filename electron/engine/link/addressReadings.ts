import type { GivenParts, WrittenAddress } from '#shared/model/address.ts'

/** One way to read those parts. */
export interface Reading extends WrittenAddress {
  /** the number, or all numbers of a range on its side of the street */
  numbers: readonly number[]
  isRange: boolean
  /** whether one address that fits may be linked without a person */
  isAutomatic: boolean
  /** whether this is what was written, so that a match can be exact */
  isLiteral: boolean
}

const RANGE = /^t\/m (\d{1,5})([A-Z]?)$/i
const LIST = /^(?:\d{1,5} )*en \d{1,5}$/
const TRAILING_NUMBER = /^(.*\S)\s+(\d{1,5})$/

/**
 * The ways to read an address, the likeliest first. Streets can end in a number, and a hyphen can stand for a range or a suffix:
 * `Markerkant 13-21` is number 13 to 21, number 13 suffix 21, or number 21 in the street Markerkant 13. The vault knows which exist.
 */
export function readingsOf(given: GivenParts): Reading[] {
  if (given.number === null) return []
  const main = { ...given, number: given.number, numbers: [given.number], isRange: false, isAutomatic: true, isLiteral: true }
  const bare = { ...main, letter: '', suffix: '', isLiteral: false }
  if (LIST.test(given.suffix)) return [{ ...bare, numbers: [given.number, ...(given.suffix.match(/\d+/g) ?? []).map(Number)], isRange: true }]
  const [, end, endLetter = ''] = RANGE.exec(given.suffix) ?? []
  if (end !== undefined) {
    const range = { ...bare, numbers: rangeOf(given.number, Number(end)), isRange: true }
    const asSuffix = { ...main, suffix: end + endLetter }
    if (given.letter + endLetter !== '') return [asSuffix, ...lettersOf(bare, given.letter, Number(end) === given.number ? endLetter : '')]
    return given.street === '' ? [range, asSuffix] : [range, asSuffix, inNumberedStreet(bare, Number(end), '')]
  }
  const readings: Reading[] = [main, ...lettersOf(bare, given.letter, given.suffix)]
  const digits = /^(\d{1,5})([A-Za-z]?)$/.exec(given.suffix)
  if (digits && given.letter === '' && given.street !== '') readings.push(inNumberedStreet(bare, Number(digits[1]), digits[2] ?? ''))
  const [, street = '', number = ''] = TRAILING_NUMBER.exec(given.street) ?? []
  if (street !== '') readings.push(...withoutNumber(main, street.trim(), Number(number)))
  return readings
}

/** `Markerkant` 13-21 as number 21 in the street Markerkant 13. */
function inNumberedStreet(reading: Reading, number: number, letter: string): Reading {
  return { ...reading, street: `${reading.street} ${reading.number}`, number, numbers: [number], letter }
}

/** Street `Kerkstraat 12`, number 3: perhaps 12-3. Street `Kerkstraat 12`, number 12: the number may also stand in both cells. */
function withoutNumber(reading: Reading, street: string, number: number): Reading[] {
  const twice = number === reading.number ? [{ ...reading, street, isLiteral: false }] : []
  if (reading.suffix !== '') return twice
  const suffix = `${reading.number}${reading.letter}`
  return [...twice, { ...reading, street, number, numbers: [number], letter: '', suffix, isLiteral: false }]
}

/** `12a-b` may be 12A and 12B; which of them is meant only a person can tell. */
function lettersOf(reading: Reading, from: string, suffix: string): Reading[] {
  const to = suffix.toUpperCase()
  if (from === '' || !/^[A-Z]$/.test(to) || to <= from) return []
  const first = from.charCodeAt(0)
  return Array.from({ length: to.charCodeAt(0) - first + 1 }, (_, i) => ({ ...reading, letter: String.fromCharCode(first + i), isAutomatic: false }))
}

function rangeOf(from: number, to: number): number[] {
  const step = (to - from) % 2 === 0 ? 2 : 1
  return Array.from({ length: Math.min(Math.floor((to - from) / step), 200) + 1 }, (_, i) => from + i * step)
}
