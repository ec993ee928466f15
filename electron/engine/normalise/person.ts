import dates from '../../../resources/person/birthDates.json' with { type: 'json' }
import names from '../../../resources/person/names.json' with { type: 'json' }
import { foldText } from './fold.ts'
import { isLegible, markLost, withoutDoubt } from './lostLetters.ts'
import { remembered } from './remembered.ts'

/** A person's name as a register gives it; every part may be empty. */
export interface GivenName {
  givenNames: string
  initials: string
  prefix: string
  familyName: string
}

/** A name in one spelling. Both keys are empty when there is no family name that names somebody. */
export interface PersonNameKeys {
  /** given names and family name; empty without given names, because initials do not tell people apart */
  full: string
  /** initials and family name; for likenesses only */
  initials: string
}

/** The words of a name in one spelling: no case, diacritics, apostrophes or signs, but for those of lost letters; ij and y are one. */
export const nameWords = remembered(50_000, (text): readonly string[] => partsOf(text).filter(isLegible))

/** Likewise, with those of which nothing is known. */
function partsOf(text: string): string[] {
  return markLost(foldText(text))
    .replace(/'(?=[a-z])/g, '')
    .split(/[^a-z?]+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/ij/g, 'y'))
}

const prefixes = new Set(names.prefixes.map(nameWords).map((words) => words.join(' ')))
const noNames = new Set(names.noNames)
const LONGEST_PREFIX = 3

/** Case, diacritics, ij/y, hyphens, `v.d.` and `van der`, and whether the prefix stood in its own cell, before or behind the name. */
export function personNameKeys(written: GivenName): PersonNameKeys {
  const name = withPrefixMoved(written)
  const family = familyKey(name.prefix, name.familyName)
  if (family === '') return { full: '', initials: '' }
  const [given, letters] = [givenKey(name.givenNames), initialsOf(name)]
  return { full: given === '' ? '' : `${given}|${family}`, initials: letters === '' ? '' : `${letters}|${family}` }
}

/** Given names in one spelling; empty when there are none, or only letters. */
export function givenKey(givenNames: string): string {
  const given = givenWords(givenNames)
  return given.join('').length < 2 || given.every((word) => word.length === 1) ? '' : given.join(' ')
}

/** Letters that no Dutch given name is made of alone: `JP` and `HTM` are initials. */
const GLUED_INITIALS = /^[bcdfghjklmnpqrstvwxz]{2,5}$/

/** The words of given names in one spelling; initials that were written as one word are letters. */
export function givenWords(givenNames: string): readonly string[] {
  const given = nameWords(givenNames)
  const [only = ''] = given
  return given.length === 1 && GLUED_INITIALS.test(only) ? Array.from(only) : given
}

/** First letters, from the initials or else the given names; `IJ`, `Th.` and `Chr.` count as their first letter. */
export function initialsOf({ initials, givenNames }: Pick<GivenName, 'initials' | 'givenNames'>): string {
  const written = markLost(foldText(initials))
  const letters = firstLetters(/[. ]/.test(written) ? partsOf(initials) : [...written.replace(/[^a-z?]/g, '')])
  return isLegible(letters) ? letters : firstLetters(givenWords(givenNames))
}

function firstLetters(words: readonly string[]): string {
  return words.map((word) => word.slice(0, 1)).join('')
}

/** `Inge in het` + `Veld`: lower-case words behind the given names that are a prefix belong to the family name. */
export function withPrefixMoved<Name extends GivenName>(name: Name): Name {
  if (name.prefix !== '' || !name.givenNames.includes(' ') || !/\s[a-z'’?]+$/.test(name.givenNames)) return name
  const [, given = '', prefix = ''] = /^(.*?\S)((?:\s+[a-z'’?]+)+)$/.exec(name.givenNames) ?? []
  return prefixes.has(nameWords(prefix).join(' ')) ? { ...name, givenNames: given, prefix } : name
}

/** Prefix, a point, family name (`De Orp` is no `Dorp`): `Vries, de` and `de` + `Vries` give the same, also when the prefix stands in both cells. */
export function familyKey(prefix: string, familyName: string): string {
  const [main = '', behind = ''] = prefixBehind(familyName).split(',')
  const own = nameWords(prefix)
  const family = [...nameWords(behind), ...nameWords(main)]
  const isTwice = own.length > 0 && own.every((word, i) => word === family[i])
  const words = isTwice ? family : [...own, ...family]
  const start = prefixLength(words)
  const bare = words.slice(start)
  if (bare.join('').length < 2 || noNames.has(withoutDoubt(bare.join(' ')))) return ''
  return `${words.slice(0, start).map(prefixKey).join('')}${start === 0 ? '' : '.'}${bare.join('')}`
}

/** A family name without its prefix, as one word: `van der Meijer` and `Meijer, v.d.` give `meyer`; empty when it names nobody. */
export function familyWords(text: string): string {
  const [main = '', behind = ''] = prefixBehind(text).split(',')
  const words = [...nameWords(behind), ...nameWords(main)]
  const bare = words.slice(prefixLength(words))
  return bare.join('').length < 2 || noNames.has(withoutDoubt(bare.join(' '))) ? '' : bare.join('')
}

/** `Vries (de)` → `Vries, de`. */
function prefixBehind(familyName: string): string {
  return familyName.replace(/\s*\(([^)]+)\)\s*$/, (whole, words: string) => (prefixes.has(nameWords(words).join(' ')) ? `, ${words}` : whole))
}

function prefixLength(words: readonly string[]): number {
  for (let length = Math.min(LONGEST_PREFIX, words.length - 1); length > 0; length -= 1) {
    if (prefixes.has(words.slice(0, length).join(' '))) return length
  }
  return 0
}

/** `van de`, `van den`, `van der` and `v.d.` are too often mixed up to tell people apart. */
function prefixKey(word: string): string {
  if (word === 'van') return 'v'
  if (word === 'het') return 't'
  return /^(?:de|den|der)$/.test(word) ? 'd' : word
}

/**
 * A birth date that may tell people apart: complete, possible, and no placeholder. 1 January counts as a placeholder: registers
 * give it to everyone whose day of birth is not known.
 * @param today ISO day; nobody is born after it
 */
export function isTellingBirthDate(date: string | null, today: string): date is string {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  if (dates.days.includes(date.slice(5)) || dates.dates.includes(date)) return false
  return Number(date.slice(0, 4)) >= dates.earliestYear && date <= today && isRealDay(date)
}

function isRealDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}
