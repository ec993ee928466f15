import type { DemoAddress } from '../world/addresses.ts'
import type { Random } from '../world/random.ts'

/** Letter and suffix behind the number, the way the BAG writes them without signs: `A1`. */
export function extraOf({ letter, suffix }: Pick<DemoAddress, 'letter' | 'suffix'>): string {
  return letter + suffix
}

/** The number with letter and suffix in one of the ways people write it: `12-A`, `12 a`, `12A hs`, `12-2hg`, `12 bis`. */
export function writeNumber(address: DemoAddress, random: Random): string {
  const { number, letter, suffix } = address
  const lower = random.chance(0.35)
  const shown = (text: string) => (lower ? text.toLowerCase() : text)
  if (letter === '' && suffix === '') return String(number)
  if (suffix === '') return number + random.pick(['', ' ', '-', '']) + shown(letter)
  const isWord = /[a-z]{2}/i.test(suffix) || /^I+$/.test(suffix)
  const tail = random.pick(isWord ? [' ', '-', ' '] : ['-', '-', '/', ' ']) + (isWord && random.chance(0.5) ? suffix.toLowerCase() : shown(suffix))
  return number + shown(letter) + tail
}

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

/** What Excel makes of `1-2` in a cell it takes for a date; null where it would not. */
export function asExcelDate({ number, letter, suffix }: DemoAddress): string | null {
  const month = /^\d{1,2}$/.test(suffix) ? months[Number(suffix) - 1] : undefined
  return letter === '' && month !== undefined && number <= 28 ? `${number}-${month}` : null
}

/** A range that begins at this number; only where it stands without letter or suffix. */
export function asRange({ number, letter, suffix }: DemoAddress, random: Random): string | null {
  if (letter + suffix !== '') return null
  const to = number + 2 * random.between(1, 3)
  return `${number}${random.pick([' t/m ', 't/m', '-', ' - ', '/'])}${to}`
}

/** A remark behind the number, as inspectors write it; whether it is a dwelling of its own, only they know. */
export function withRemark({ number, letter, suffix }: DemoAddress, random: Random): string | null {
  return letter + suffix === '' ? `${number} (${random.pick(['achter', 'zijingang', 'boven de winkel', 'bij de berging'])})` : null
}
