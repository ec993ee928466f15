/** Levels from most to least alike. `jaar` and `maand` are incomplete dates that agree as far as they go. */
export const dateLevels = ['gelijk', 'verwisseld', 'schrijffout', 'maand', 'jaar', 'tweeFouten', 'zelfdeJaar', 'anders'] as const
export type DateLevel = (typeof dateLevels)[number]

const LENGTH = { year: 4, month: 7, day: 10 }

/**
 * How two birth dates agree; null when one is unknown. Incomplete dates (1980, 1980-05) are compared as far as they go; day and
 * month may have been swapped, or one digit typed wrong or two neighbours swapped.
 * @param left ISO date, possibly incomplete or impossible, empty for unknown
 */
export function compareDates(left: string, right: string): DateLevel | null {
  if (left === '' || right === '') return null
  const length = Math.min(left.length, right.length)
  if (length < LENGTH.day) return compareIncomplete(left, right, length)
  if (left === right) return 'gelijk'
  if (left === swapDayAndMonth(right)) return 'verwisseld'
  const slips = countSlips(left, right)
  if (slips <= 2) return slips === 1 ? 'schrijffout' : 'tweeFouten'
  return left.slice(0, LENGTH.year) === right.slice(0, LENGTH.year) ? 'zelfdeJaar' : 'anders'
}

function compareIncomplete(left: string, right: string, length: number): DateLevel {
  if (left.slice(0, length) !== right.slice(0, length)) return left.slice(0, LENGTH.year) === right.slice(0, LENGTH.year) ? 'zelfdeJaar' : 'anders'
  return length >= LENGTH.month ? 'maand' : 'jaar'
}

export function swapDayAndMonth(date: string): string {
  return `${date.slice(0, LENGTH.year)}-${date.slice(LENGTH.month + 1)}-${date.slice(LENGTH.year + 1, LENGTH.month)}`
}

/** Where the digits of a full date stand. */
const DIGITS = [0, 1, 2, 3, 5, 6, 8, 9]

/** Digits that differ in two full dates; two neighbours that changed places count once. */
function countSlips(left: string, right: string): number {
  let slips = 0
  for (let i = 0; i < DIGITS.length; i += 1) {
    const [at = 0, next = left.length] = [DIGITS[i], DIGITS[i + 1]]
    const [one, other] = [left.charCodeAt(at), right.charCodeAt(at)]
    if (one === other) continue
    slips += 1
    const [oneNext, otherNext] = [left.charCodeAt(next), right.charCodeAt(next)]
    if (one !== oneNext && one === otherNext && oneNext === other) i += 1
  }
  return slips
}

const YEARS_APART = 2

/**
 * Two full birth dates that cannot be of one person: at least two years apart and more than one slip of the pen. A hard
 * contradiction. Both must be dates that tell people apart (normalise/person.ts).
 */
export function areYearsApart(left: string, right: string): boolean {
  if (left.length < LENGTH.day || right.length < LENGTH.day) return false
  if (Math.abs(Number(left.slice(0, LENGTH.year)) - Number(right.slice(0, LENGTH.year))) < YEARS_APART) return false
  const level = compareDates(left, right)
  return level === 'anders' || level === 'tweeFouten'
}
