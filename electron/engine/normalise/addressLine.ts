import { isDateDamage, readHouseNumber, type HouseNumber } from './addressNumber.ts'
import { isAllExtra, splitTail, type FoundPlace } from './addressTail.ts'

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
/** what stands before the number of a unit: `12, app.` 4, `12 K` 2 */
const UNIT_BEFORE =
  /\d\s?[a-z]?[\s,;(]+(?:app|appartement|unit|kamer|kmr|bus|toev|toevoeging|verd|verdieping|etage|etg|flat|box|loods|hal|garage|gebouw|blok|studio|atelier|kantoor|[a-z])[\s.:-]+$/i
/** a number in a list: `5,` 7 en 9 */
const LISTED_BEFORE = /(\d{1,5})\s*[a-z]?\s*,\s*$/i
const LISTED_BEHIND = /^\d{1,5}\s*[a-z]?\s*(?:,\s*\d|en\s+\d|[&+]\s*\d)/i
/** `1-feb` or `feb-13` in a line, where 1-2 or 2-13 was typed */
const DATE_DAMAGE = /(?<=[\p{L}.][\s,]+)(?:\d{1,2}-[a-z]{3}|[a-z]{3}-\d{2})(?=$|[\s,;])/iu
const YEAR_STREET = /(?:plein|laan|weg|singel|boulevard|wijk)\s*$/i

/**
 * Splits `Straat 12 A Almere` into street, house number and city. The last number that can be one is the house number, so that
 * streets may end in a number (Laan 1933, Markerkant 10); {@link addressReadings} gives the other ways to read it.
 * @param place what was found elsewhere, and so does not stand behind the number
 */
export function readStreetPart(text: string, place: FoundPlace): StreetPart {
  if (!/\d/.test(text)) return { street: text.replace(/^[\s,;]+|[\s,;]+$/g, ''), house: null, city: '' }
  // an apostrophe before a digit is a spreadsheet's mark for text, also behind an empty part
  const bare = text.replace(/^[\s,;]+(?:'(?=\d))?|[\s,;]+$/g, '')
  const whole = /^\d/.test(bare) ? readHouseNumber(bare) : null
  if (whole && isAllExtra(bare.replace(/^\d+/, ''), (word) => ORDINAL.test(word))) return { street: '', house: whole, city: '' }
  const [, first = '', rest = ''] = NUMBER_FIRST.exec(bare) ?? []
  if (first !== '') return { street: rest, house: readHouseNumber(first), city: '' }
  return readDamaged(bare, place) ?? readBehindStreet(bare, place) ?? readGlued(bare) ?? readBeforeStreet(bare) ?? { street: bare, house: null, city: '' }
}

function readDamaged(text: string, place: FoundPlace): StreetPart | null {
  const found = DATE_DAMAGE.exec(text)
  if (!found || !isDateDamage(found[0])) return null
  const { extra, city } = splitTail(text.slice(found.index + found[0].length), place, true)
  const house = readHouseNumber(found[0])
  return { street: streetBefore(text, found.index), house: house && { ...house, suffix: `${house.suffix}${extra}` }, city }
}

function readBehindStreet(text: string, place: FoundPlace): StreetPart | null {
  const places = [...text.matchAll(/(?<=[\s,])\d{1,5}(?![\d'’])/g)].map((match) => match.index).filter((at) => canBeHouseNumber(text, at))
  const last = places.at(-1)
  if (last === undefined) return null
  const at = earlierNumber(text, last) ?? last
  const digits = /^\d+/.exec(text.slice(at))?.[0] ?? ''
  const { extra, city } = splitTail(text.slice(at + digits.length), place, /[a-z]/.test(text.slice(0, at)))
  return { street: streetBefore(text, at), house: readHouseNumber(digits + extra), city }
}

function streetBefore(text: string, at: number): string {
  return text.slice(0, at).replace(/[\s,;-]+$/, '')
}

function canBeHouseNumber(text: string, at: number): boolean {
  const [before, number] = [text.slice(0, at), text.slice(at)]
  const tail = number.replace(/^\d+/, '')
  const isPartOfName = ORDINAL.test(tail) || MONTH.test(tail) || /^\s?-\s?[a-z]{4}/i.test(tail)
  return !isPartOfName && !CONTINUES.test(before) && !UNIT_BEFORE.test(before) && !isListed(before, number)
}

/** Whether it is a later number of a list that goes up, `5, 7 en 9` or `12, 12A`, but not `Laan 1933, 2 en 4`. */
function isListed(before: string, number: string): boolean {
  const [, previous] = LISTED_BEFORE.exec(before) ?? []
  const [own, first] = [Number.parseInt(number, 10), Number(previous)]
  return previous !== undefined && (own === first || (own > first && LISTED_BEHIND.test(number)))
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
