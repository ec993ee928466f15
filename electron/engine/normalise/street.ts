import abbreviations from '../../../resources/address/abbreviations.json' with { type: 'json' }
import { foldText } from './fold.ts'
import { remembered } from './remembered.ts'

/** Longest street name on a line of an address (NEN 5825:2002, korte naam). */
const SHORT = 24

const fullWords = new Map(abbreviations.words.flatMap((word) => [word.short, ...word.also].map((short) => [short.toLowerCase(), word.full])))
const shortWords = new Map(abbreviations.words.flatMap((word) => [word.full, ...word.also].map((full) => [full, word.short])))
const ordinals = new Map(abbreviations.ordinals.map((word, i) => [word, `${i + 1}e`]))
/** longest first, so that `dwstr` is not read as `dw` + straat */
const endings = abbreviations.endings
  .flatMap(({ full, short, also }) => [short, ...also].map((end) => ({ full, end })))
  .sort((first, second) => second.end.length - first.end.length)
/** Shortest abbreviation of a name that says anything. */
const SHORTEST = 3
const ARTICLES = new Set(['de', 'den', 'der', 'd'])
const NEUTERS = new Set(['het', 't'])
const KNOWN_LIMIT = 200_000

/**
 * One spelling for all ways to write a street: case, diacritics, ij/y, spaces and hyphens, abbreviations and titles, `v.d.` and
 * `van der`, `1e` and `Eerste`, leading zeros. Digits never disappear, so Markerkant 10 and Markerkant 11 stay apart.
 */
export const streetKey = remembered(KNOWN_LIMIT, (street) => joinKey(streetWords(street)))

/** The words of a street with abbreviations written out, in one spelling; {@link streetKey} joins them. */
export function streetWords(street: string): string[] {
  return joinPrepositions(plainWords(street)).map((word) => spelledOut(word).replace(/ij/g, 'y'))
}

function plainWords(street: string): string[] {
  return foldText(street)
    .replace(/&/g, ' en ')
    .replace(/\bt\/o\b/g, 'tegenover')
    .split(/[^a-z\d?]+/)
    .filter((word) => word !== '')
}

/**
 * `van de`, `van der` and `v.d.` become `vande`, `van 't` and `van het` become `vanhet`. Written out, so that joined to the next word
 * they cannot make another name: `De Orpsteeg` is no `Dorpsteeg`.
 */
function joinPrepositions(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const article = ARTICLES.has(word) ? 'de' : NEUTERS.has(word) ? 'het' : ''
    if (article !== '' && joined.at(-1) === 'van') joined[joined.length - 1] = `van${article}`
    else if (word === 'vd' || word === 'vt') joined.push(word === 'vd' ? 'vande' : 'vanhet')
    else joined.push(article || (word === 'v' ? 'van' : word))
  }
  return joined
}

/** A word of a street written out: `burg` → burgemeester, `kerkstr` → kerkstraat, `eerste` → 1e, `04` → 4. */
export function spelledOut(word: string): string {
  const number = /^0*(\d+)(e|de|ste)?$/.exec(word)
  if (number) return `${number[1]}${number[2] ? 'e' : ''}`
  const whole = ordinals.get(word) ?? fullWords.get(word)
  if (whole !== undefined) return whole
  const ending = endings.find(({ end }) => word.endsWith(end))
  return ending ? word.slice(0, -ending.end.length) + ending.full : word
}

function joinKey(words: readonly string[]): string {
  return words.reduce((key, word) => (/\d$/.test(key) && /^\d/.test(word) ? `${key}-${word}` : key + word), '')
}

/**
 * The name of at most 24 characters that goes on line 5 of an address: shorter names stay; else ending, prepositions and titles are
 * abbreviated, then given names become initials from the left (rules and vectors: NEN 5825, domain.md §2.2). Old registers cut what
 * was still too long, and so does this.
 */
export function shortStreetName(street: string): string {
  const steps = [shortenEnding, shortenPrepositions, shortenTitles]
  const words = steps.reduce((name, shorten) => (fits(name) ? name : shorten(name)), street.split(/\s+/))
  for (let i = 0; i < words.length - 1 && !fits(words); i += 1) words[i] = initialOf(words[i] ?? '')
  return words.join(' ').slice(0, SHORT).trim()
}

function fits(words: readonly string[]): boolean {
  return words.join(' ').length <= SHORT
}

function shortenEnding(words: readonly string[]): string[] {
  const last = words.at(-1) ?? ''
  const ending = abbreviations.endings.find(({ full }) => last.toLowerCase().endsWith(full))
  return ending ? [...words.slice(0, -1), last.slice(0, last.length - ending.full.length) + ending.short] : [...words]
}

function shortenPrepositions(words: readonly string[]): string[] {
  const short: string[] = []
  for (const word of words) {
    if (short.at(-1) === 'v' && /^(?:de|den|der)$/.test(word)) short[short.length - 1] = 'vd'
    else short.push(word === 'van' ? 'v' : word)
  }
  return short
}

function shortenTitles(words: readonly string[]): string[] {
  return words.map((word) => shortWords.get(word.toLowerCase()) ?? word)
}

/** Titles and prepositions have been shortened before; what is left with a capital is a name. */
function initialOf(word: string): string {
  const isTitle = abbreviations.words.some(({ short }) => short === word)
  return isTitle || !/^\p{Lu}/u.test(word) ? word : word.slice(0, 1)
}

/**
 * Whether `given` can be a shortened way to write `full`: the same words in the same order, each cut off (`Alb.`, `A`) or with
 * letters left out (`Disneyplts`); articles may be missing. Only to be asked where something else already points at this street.
 */
export function abbreviates(given: string, full: string): boolean {
  const [givenWays, fullWays] = [bothWays(given), bothWays(full)]
  return givenWays.some((short, way) => short.join('').length >= SHORTEST && fitsFrom(short, fullWays[way] ?? [], 0, 0))
}

/** The words written out, and as they stand. */
const bothWays = remembered(KNOWN_LIMIT, (street): readonly string[][] => [streetWords(street), asWritten(street)])

/** The words without writing anything out, because `Bebopln` can be Beboplaan as well as Beboplein. */
function asWritten(street: string): string[] {
  return joinPrepositions(plainWords(street)).map((word) => word.replace(/ij/g, 'y'))
}

function fitsFrom(short: readonly string[], long: readonly string[], i: number, j: number): boolean {
  const word = long[j]
  if (word === undefined) return i === short.length
  if (i < short.length && isShortFor(short[i] ?? '', word) && fitsFrom(short, long, i + 1, j + 1)) return true
  return /^(?:de|het|van|vande|vanhet)$/.test(word) && fitsFrom(short, long, i, j + 1)
}

function isShortFor(short: string, long: string): boolean {
  if (/\d/.test(short) || /\d/.test(long)) return short === long
  if (long.startsWith(short)) return true
  if (short.length < 4 || short[0] !== long[0]) return false
  let at = 0
  for (const letter of long) if (letter === short[at]) at += 1
  return at === short.length
}
