import { readHouseNumber, type HouseNumber } from './addressNumber.ts'

/** A written address without its postcode. */
export interface StreetPart {
  street: string
  house: HouseNumber | null
  city: string
}

const NUMBER_FIRST = /^(\d{1,5}(?:\s*[-/]?\s*[a-z0-9]{1,4})?)\s*,\s*(\D.*)$/is
const NUMBER_THEN_WORDS = /^(\d{1,5}\s?[a-z]?)\s+(\D+)$/is
const MONTH = /^\s*(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|febr?|jan|mrt|apr|sept?|okt|nov|dec)/i
const ORDINAL = /^(?:e|ste|de|th|nd|rd|st)\b[\s.]+[a-z]{3}/i
/** a number goes on: `12 t/m` 16, `12-` 2, `12 en` 14 */
const CONTINUES = /\d\s*[a-z]?\s*(?:-|–|—|\/|&|\+|t\s*\/\s*m|tm|tot en met|tot|en)\s*$/i
const EXTRA_WORDS = new Set(
  ('bis ter hs huis hg hoog bg bel bov boven ben beneden begane grond achter ach voor voorhuis achterhuis links rechts li re rood rd zwart zw wit bus unit ' +
    'app appartement kamer verd verdieping etage etg kelder souterrain zolder garage box loods hal t/m tm tot en met naast nabij tegenover t/o to nb').split(' '),
)
const ARTICLES = /^(?:de|den|het|'t|'s|st|sint|la|ter)$/i
const YEAR_STREET = /(?:plein|laan|weg|singel|boulevard|wijk)\s*$/i

/**
 * Splits `Straat 12 A Almere` into street, house number and city. The last number that can be one is the house number, so that
 * streets may end in a number (Laan 1933, Markerkant 10); {@link addressReadings} gives the other ways to read it.
 * @param hasCity whether the city was found elsewhere, so that nothing behind the number is one
 */
export function readStreetPart(text: string, hasCity: boolean): StreetPart {
  // an apostrophe before a digit is a spreadsheet's mark for text, also behind an empty part
  const bare = text.replace(/^[\s,;]+(?:'(?=\d))?|[\s,;]+$/g, '')
  const whole = /^\d/.test(bare) ? readHouseNumber(bare) : null
  if (whole && isAllExtra(bare.replace(/^\d+/, ''))) return { street: '', house: whole, city: '' }
  const [, first = '', rest = ''] = NUMBER_FIRST.exec(bare) ?? []
  if (first !== '') return { street: rest, house: readHouseNumber(first), city: '' }
  return readBehindStreet(bare, hasCity) ?? readGlued(bare) ?? readBeforeStreet(bare) ?? { street: bare, house: null, city: '' }
}

function readBehindStreet(text: string, hasCity: boolean): StreetPart | null {
  const places = [...text.matchAll(/(?<=[\s,])\d{1,5}(?![\d'’])/g)].map((match) => match.index).filter((at) => canBeHouseNumber(text, at))
  const last = places.at(-1)
  if (last === undefined) return null
  const at = earlierNumber(text, last) ?? last
  const digits = /^\d+/.exec(text.slice(at))?.[0] ?? ''
  const { extra, city } = splitTail(text.slice(at + digits.length), hasCity, /[a-z]/.test(text.slice(0, at)))
  return { street: text.slice(0, at).replace(/[\s,;-]+$/, ''), house: readHouseNumber(digits + extra), city }
}

function canBeHouseNumber(text: string, at: number): boolean {
  const tail = text.slice(at).replace(/^\d+/, '')
  const isPartOfName = ORDINAL.test(tail) || MONTH.test(tail) || /^\s?-\s?[a-z]{4}/i.test(tail)
  return !isPartOfName && !CONTINUES.test(text.slice(0, at))
}

/**
 * The number before this one when it is the house number: no street ends in three digits unless it is a year (`Nieuwe gracht 224 2`),
 * nor in a number with a letter (`Plein 29A 1`); and `2hg` is a floor (`Kade 12 2hg`).
 */
function earlierNumber(text: string, at: number): number | null {
  const [, before = '', number = '', letter = '', gap = ''] = /^(.*\S\s+)(\d{1,5})([a-z]?)(\s+)$/i.exec(text.slice(0, at)) ?? []
  const isFloor = letter === '' && /^\d{1,2}\s?(?:hg|hoog|e|v|verd|etage)\b/i.test(text.slice(at))
  const isShort = /^\d{1,2}[a-z]?(?=[\s,;]|$)/i.test(text.slice(at))
  const isNumber = letter !== '' || (number.length === 3 && !YEAR_STREET.test(before))
  return number !== '' && (isFloor || (isShort && isNumber)) ? at - gap.length - letter.length - number.length : null
}

/** Divides what follows the number into house letter and suffix, and a city. */
function splitTail(tail: string, hasCity: boolean, isMixedCase: boolean): { extra: string; city: string } {
  const words = tail.match(/\([^)]*\)|[^\s,;]+/g) ?? []
  const start = hasCity ? -1 : words.findIndex((word, i) => !isExtraWord(word, i === words.length - 1, isMixedCase))
  if (start < 0) return { extra: joinTail(tail, words), city: '' }
  return { extra: joinTail(tail, words.slice(0, start)), city: words.slice(start).join(' ').replace(/^[-–(\s]+|[)\s]+$/g, '') }
}

/** A letter against the number stays against it; anything else gets a space, so that digits never run together. */
function joinTail(tail: string, words: readonly string[]): string {
  return words.length === 0 ? '' : (/^[a-z]/i.test(tail) ? '' : ' ') + words.join(' ')
}

function isExtraWord(word: string, isLast: boolean, isMixedCase: boolean): boolean {
  const bare = word.replace(/^[-–/(.]+|[-–/).]+$/g, '')
  if (bare === '' || /^[a-z]$/i.test(bare) || EXTRA_WORDS.has(bare.toLowerCase())) return true
  if (word.startsWith('(') || (/\d/.test(bare) && bare.length <= 6) || /^[ivx]{2,4}$/i.test(bare)) return true
  if (bare.length === 2) return isLast || !ARTICLES.test(bare)
  return isMixedCase && bare.length <= 4 && /^[A-Z]+$/.test(bare)
}

function isAllExtra(tail: string): boolean {
  const words = tail.match(/[^\s,;]+/g) ?? []
  return words.every((word, i) => isExtraWord(word, i === words.length - 1, true) && !ORDINAL.test(`${word} `))
}

/** `Kerkstraat12a` */
function readGlued(text: string): StreetPart | null {
  const [, street = '', number = ''] = /^(.*[a-z]{3}\.?)(\d{1,5}\s?[a-z]?)$/is.exec(text) ?? []
  return street === '' ? null : { street, house: readHouseNumber(number), city: '' }
}

/** `118 rue Marguerite`, but not `18 Septemberplein`. */
function readBeforeStreet(text: string): StreetPart | null {
  const [, number = '', words = ''] = NUMBER_THEN_WORDS.exec(text) ?? []
  return number === '' || MONTH.test(words) ? null : { street: words, house: readHouseNumber(number), city: '' }
}
