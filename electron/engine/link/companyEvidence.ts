import abbreviations from '../../../resources/linking/companyWords.json' with { type: 'json' }
import { companyNameKey, companyWords } from '../normalise/company.ts'
import type { BlockingRule } from './candidates.ts'
import type { ValueCounter } from './frequencies.ts'
import { lesser } from './lesser.ts'
import { soundKey } from './nameParts.ts'
import { comparePlaces } from './personEvidence.ts'
import type { Say } from './scorePair.ts'
import { jaroWinkler, typingDistance } from './similarity.ts'

/** A company name taken apart. */
export interface CompanyName {
  /** in one spelling, legal form included */
  written: string
  /** without legal form, abbreviations written out, as one word */
  key: string
  words: readonly string[]
}

/** What the rows of one company say together, as far as they are joined by number. */
export interface CompanyEvidence {
  kvk: number | null
  rsin: number | null
  /** statutory names and trade names */
  names: readonly CompanyName[]
  /** stored values; several when the register contradicts itself */
  forms: readonly string[]
  places: readonly string[]
  /** first two digits */
  divisions: readonly string[]
}

/** Levels from most to least alike. */
export const companyNameLevels = ['gelijk', 'genormaliseerd', 'afkorting', 'lijkt', 'woorden', 'anders'] as const

const inFull = new Map(Object.entries(abbreviations.inFull).flatMap(([word, short]) => short.map((one): [string, string] => [one, word])))
const common = new Set(abbreviations.common)
const noNames = new Set(abbreviations.noNames.map((name) => name.replaceAll(' ', '')))
const ALIKE = 0.94
const SHORTEST_MISTAKEN = 6
const LETTERS_PER_MISTAKE = 6
const SHORTEST_ABBREVIATION = 3

export function companyName(written: string): CompanyName {
  const { name } = companyNameKey(written)
  const asWritten = companyWords(written)
  const words = asWritten.map((word) => inFull.get(word) ?? word)
  // the key is the name without legal form; its words are those that still make it up
  const own = wordsWithin(name, asWritten).map((word) => inFull.get(word) ?? word)
  return { written: words.join(' '), key: own.join(''), words: own }
}

/** Whether a name tells of no company: one letter, or what stands where the name is not known. */
export function namesNobody({ key }: Pick<CompanyName, 'key'>): boolean {
  return key.length < 2 || noNames.has(key)
}

/** The run of words that together spell a name. */
function wordsWithin(name: string, words: readonly string[]): string[] {
  for (let start = 0; start < words.length; start += 1) {
    for (let end = words.length; end > start; end -= 1) if (words.slice(start, end).join('') === name) return words.slice(start, end)
  }
  return name === '' ? [] : [name]
}

export function compareCompanies(left: CompanyEvidence, right: CompanyEvidence, say: Say): void {
  const readings: Parameters<Say>[] = []
  let rank = Infinity
  for (const one of left.names) {
    for (const other of right.names) {
      const level = compareCompanyNames(one, other)
      const own = companyNameLevels.indexOf(level)
      if (own > rank) continue
      if (own < rank) readings.length = 0
      readings.push(['name', level, one.key, other.key])
      rank = own
    }
  }
  const best = lesser(readings, ([, , one, other]) => (one < other ? `${one} ${other}` : `${other} ${one}`))
  if (best) say(...best)
  if (left.forms.length > 0 && right.forms.length > 0) say('legal-form', left.forms.some((form) => right.forms.includes(form)) ? 'gelijk' : 'anders', left.forms[0] ?? '', right.forms[0] ?? '')
  comparePlaces(left.places, right.places, say)
  if (left.divisions.length > 0 && right.divisions.length > 0) say('sbi', left.divisions.some((one) => right.divisions.includes(one)) ? 'gelijk' : 'anders', left.divisions[0] ?? '', right.divisions[0] ?? '')
}

export function compareCompanyNames(left: CompanyName, right: CompanyName): (typeof companyNameLevels)[number] {
  if (left.key === right.key) return left.written === right.written ? 'gelijk' : 'genormaliseerd'
  if (abbreviates(left, right) || abbreviates(right, left)) return 'afkorting'
  const shortest = Math.min(left.key.length, right.key.length)
  if (shortest >= SHORTEST_MISTAKEN && !differInNumber(left.key, right.key)) {
    if (Math.abs(left.key.length - right.key.length) <= 2 && typingDistance(left.key, right.key) <= Math.max(1, Math.floor(shortest / LETTERS_PER_MISTAKE))) return 'lijkt'
    if (jaroWinkler(left.key, right.key) >= ALIKE) return 'lijkt'
  }
  return sharesWords(left, right) ? 'woorden' : 'anders'
}

/** Holding 1 and Holding 2 are two companies. */
function differInNumber(left: string, right: string): boolean {
  return left.replace(/\D+/g, ' ').trim() !== right.replace(/\D+/g, ' ').trim()
}

/** `JVB` for `Jansen Vastgoed Beheer`. */
function abbreviates(short: CompanyName, long: CompanyName): boolean {
  return short.words.length === 1 && short.key.length >= SHORTEST_ABBREVIATION && long.words.length === short.key.length && long.words.map((word) => word.slice(0, 1)).join('') === short.key
}

/** Every word of the shorter name stands in the longer one, and one of them is not a word every company uses. */
function sharesWords(left: CompanyName, right: CompanyName): boolean {
  const [short, long] = left.words.length <= right.words.length ? [left.words, right.words] : [right.words, left.words]
  return short.length > 0 && short.every((word) => long.includes(word)) && short.some((word) => word.length > 3 && !common.has(word))
}

/** Two KVK numbers, two RSINs, or two legal forms: a company that changes its form gets another number. */
export function companiesContradict(left: CompanyEvidence, right: CompanyEvidence): boolean {
  if (left.kvk !== null && right.kvk !== null && left.kvk !== right.kvk) return true
  if (left.rsin !== null && right.rsin !== null && left.rsin !== right.rsin) return true
  return left.forms.length > 0 && right.forms.length > 0 && !left.forms.some((form) => right.forms.includes(form))
}

/** Counts the values of one company for their frequency. */
export function countCompany({ names, forms, places, divisions }: CompanyEvidence, counter: ValueCounter): void {
  for (const { key } of names) counter.add('name', key)
  for (const form of forms) counter.add('legal-form', form)
  for (const place of places) counter.add('address', place)
  for (const division of divisions) counter.add('sbi', division)
}

const telling = ({ names }: CompanyEvidence): string[] => [...new Set(names.flatMap(({ words }) => words.filter((word) => word.length > 2 && !common.has(word)).map(soundKey)))]

/** Ways in which two records of one company find each other. */
export const companyRules: readonly BlockingRule<CompanyEvidence>[] = [
  { id: 'name', label: 'naam op klank', keys: ({ names }) => [...new Set(names.map(({ key }) => soundKey(key)))] },
  { id: 'word-place', label: 'een woord van de naam en adres', keys: (company) => telling(company).flatMap((word) => company.places.map((place) => `${word}|${place}`)) },
  { id: 'start-place', label: 'eerste letters van de naam en adres', keys: ({ names, places }) => names.flatMap(({ key }) => places.map((place) => `${key.slice(0, 3)}|${place}`)) },
  { id: 'words', label: 'twee woorden van de naam', keys: (company) => pairsOf(telling(company).toSorted()) },
  { id: 'start', label: 'eerste acht letters van de naam', keys: ({ names }) => [...new Set(names.filter(({ key }) => key.length >= 8).map(({ key }) => key.slice(0, 8)))] },
]

function pairsOf(words: readonly string[]): string[] {
  return words.flatMap((one, i) => words.slice(i + 1).map((other) => `${one}|${other}`))
}
