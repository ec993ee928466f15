/** A house number with what follows it. A range keeps its end in `numberTo` and, as `t/m 16` or `7 en 9`, in the suffix. */
export interface HouseNumber {
  number: number
  numberTo: number | null
  letter: string
  suffix: string
  isFromDate: boolean
}

const LEAD = /^(?:(?:huis)?(?:nummer|nr|no)\b\.?\s*)?(\d{1,5})(?!\d)(.*)$/is
const RANGE = /^\s*([a-z])?\s*(t\s*\/\s*m|t-m|tm|tot en met|tot|en|&|\+|[-–—/])\s*(\d{1,5})\s*([a-z])?\s*$/i
/** `a t/m c`, `A+B`: all letters of one number */
const LETTERS = /^\s*([a-z])\s*(?:t\s*\/\s*m|t-m|tm|tot en met|tot|en|&|\+)\s*([a-z])\s*$/i
/** `, 7 en 9` behind 5 */
const LIST = /^(?:[\s,]+\d{1,5})*\s*(?:en|&|\+)\s*\d{1,5}\s*$/i
/** Words that only say that a letter or suffix comes. */
const LABELS = /^(?:toev|toevoeging|huisletter|letter)$/i
const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
/** The widest range taken from a bare hyphen or slash; `12-16` is one, `2-102` a flat. */
const WIDEST = 98

/** Reads `12`, `12-A`, `12A hs`, `12 t/m 16`, `nr. 12 bis`; also `1-feb`, which a spreadsheet made of `1-2`. */
export function readHouseNumber(text: string): HouseNumber | null {
  const damaged = undoDate(text)
  const [, digits = '', tail = ''] = LEAD.exec(damaged ?? text.replace(/^(\d{1,5})[.,]0+$/, '$1')) ?? []
  const number = Number(digits)
  if (number === 0) return null
  const range = damaged === null ? readRange(number, tail) : null
  return { ...(range ?? { number, numberTo: null, ...readExtra(tail) }), isFromDate: damaged !== null }
}

/** `-16` behind 12 is a range when it lies further along the same side of the street; `t/m 16` always. Letters and lists are one too. */
function readRange(number: number, tail: string): Omit<HouseNumber, 'isFromDate'> | null {
  const [, from = '', to = ''] = LETTERS.exec(tail)?.map((part) => part.toUpperCase()) ?? []
  if (from < to) return { number, numberTo: number, letter: from, suffix: `t/m ${number}${to}` }
  const listed = LIST.test(tail) ? (tail.match(/\d+/g) ?? []).map(Number) : []
  const last = listed.at(-1) ?? 0
  if (last > number) return { number, numberTo: last, letter: '', suffix: [...listed.slice(0, -1), 'en', last].join(' ') }
  const [, letter = '', sign = '', end = '', endLetter = ''] = RANGE.exec(tail) ?? []
  const numberTo = Number(end)
  const isBare = /^[-–—/]$/.test(sign)
  const isAhead = numberTo > number || (numberTo === number && letter !== '' && endLetter > letter)
  const isLikely = !isBare || (letter + endLetter === '' && (numberTo - number) % 2 === 0 && numberTo - number <= WIDEST)
  if (end === '' || !isAhead || !isLikely) return null
  return { number, numberTo, letter: letter.toUpperCase(), suffix: `t/m ${numberTo}${endLetter.toUpperCase()}` }
}

/** What follows the number: one letter is the house letter, the rest the suffix; `A3` is letter A with suffix 3. */
export function readExtra(tail: string): { letter: string; suffix: string } {
  const all = tail.split(/[\s\-–—/\\.,_:;#()[\]"+&]+/).filter((word) => word !== '')
  const words = all.filter((word) => all.length === 1 || !LABELS.test(word))
  const [first = '', ...others] = words
  const [, letter = '', rest = ''] = /^([a-z])(\d[a-z\d]*)?$/i.exec(first) ?? []
  if (letter === '') return { letter: '', suffix: joinWords(words) }
  return { letter: letter.toUpperCase(), suffix: joinWords(rest === '' ? others : [rest, ...others]) }
}

/** `2 A` → `2A`, `zw / 2` → `zw2`, but `bus II` stays two words. */
function joinWords(words: readonly string[]): string {
  return words.reduce((joined, word) => (/[a-z]{2,}$/i.test(joined) && /^[a-z]/i.test(word) ? `${joined} ${word}` : joined + word), '')
}

/** Gives back `1-2` for what a spreadsheet turned into a date: `1-feb`, `feb-13`, `2026-02-01`, `01-02-2026`. */
function undoDate(text: string): string | null {
  const [, day, dayMonth = ''] = /^(\d{1,2})[-/ ]([a-z]{3})\.?$/i.exec(text) ?? []
  if (day !== undefined && monthOf(dayMonth) > 0) return `${Number(day)}-${monthOf(dayMonth)}`
  const [, month = '', year] = /^([a-z]{3})\.?[-/ ](\d{2})$/i.exec(text) ?? []
  if (year !== undefined && monthOf(month) > 0) return `${monthOf(month)}-${Number(year)}`
  const iso = /^\d{4}-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text)
  if (iso) return `${Number(iso[2])}-${Number(iso[1])}`
  const written = /^(\d{1,2})[-/](\d{1,2})[-/](?:19|20)\d{2}(?: .*)?$/.exec(text)
  return written ? `${Number(written[1])}-${Number(written[2])}` : null
}

/** Whether a text is a date that a spreadsheet made of a number with a suffix. */
export function isDateDamage(text: string): boolean {
  return undoDate(text) !== null
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1
}
