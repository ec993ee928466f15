import abbreviations from '../../../resources/linking/companyWords.json' with { type: 'json' }
import { companyNameKey, companyWords } from '../normalise/company.ts'
import { fits, hasLost, possibleNames, withoutDoubt } from '../normalise/lostLetters.ts'
import { remembered } from '../normalise/remembered.ts'
import { soundKey } from './nameParts.ts'
import { jaroWinkler, typingDistance } from './similarity.ts'

/** A company name taken apart. */
export interface CompanyName {
  /** in one spelling, legal form included */
  written: string
  /** without legal form, abbreviations written out, as one word */
  key: string
  words: readonly string[]
}

/** Levels from most to least alike. */
export const companyNameLevels = ['gelijk', 'genormaliseerd', 'afkorting', 'lijkt', 'woorden', 'anders'] as const

const inFull = new Map(Object.entries(abbreviations.inFull).flatMap(([word, short]) => short.map((one): [string, string] => [one, word])))
const commonWords = new Set(abbreviations.common)
const noNames = new Set(abbreviations.noNames.map((name) => name.replaceAll(' ', '')))
const ALIKE = 0.94
const SHORTEST_MISTAKEN = 6
const LETTERS_PER_MISTAKE = 6
const SHORTEST_ABBREVIATION = 3

export const companyName = remembered(100_000, (written): CompanyName => {
  const { name } = companyNameKey(written)
  const asWritten = companyWords(written)
  const words = asWritten.map((word) => inFull.get(word) ?? word)
  // the key is the name without legal form; its words are those that still make it up
  const own = wordsWithin(name, asWritten).map((word) => inFull.get(word) ?? word)
  return { written: words.join(' '), key: own.join(''), words: own }
})

/** Whether a name tells of no company: one letter, or what stands where the name is not known. */
export function namesNobody({ key }: Pick<CompanyName, 'key'>): boolean {
  return key.length < 2 || noNames.has(withoutDoubt(key))
}

/** The run of words that together spell a name. */
function wordsWithin(name: string, words: readonly string[]): string[] {
  for (let start = 0; start < words.length; start += 1) {
    for (let end = words.length; end > start; end -= 1) if (words.slice(start, end).join('') === name) return words.slice(start, end)
  }
  return name === '' ? [] : [name]
}

export function compareCompanyNames(left: CompanyName, right: CompanyName): (typeof companyNameLevels)[number] {
  if (fits(left.key, right.key)) return left.written === right.written && !hasLost(left.key) ? 'gelijk' : 'genormaliseerd'
  if (unspaced(left) === unspaced(right)) return 'genormaliseerd'
  if (abbreviates(left, right) || abbreviates(right, left)) return 'afkorting'
  const shortest = Math.min(left.key.length, right.key.length)
  if (shortest >= SHORTEST_MISTAKEN && !differInNumber(left.key, right.key)) {
    if (Math.abs(left.key.length - right.key.length) <= 2 && typingDistance(left.key, right.key) <= Math.max(1, Math.floor(shortest / LETTERS_PER_MISTAKE))) return 'lijkt'
    if (jaroWinkler(left.key, right.key) >= ALIKE) return 'lijkt'
  }
  return sharesWords(left, right) ? 'woorden' : 'anders'
}

/** `PolderglasB.V.` has no legal form in it, but says the same. */
function unspaced({ written }: CompanyName): string {
  return written.replaceAll(' ', '')
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
  return short.length > 0 && short.every((word) => long.includes(word)) && short.some((word) => word.length > 3 && !commonWords.has(word))
}

/** How its words sound, but for those every company uses. */
export function tellingSounds({ words }: CompanyName): string[] {
  return words.filter((word) => word.length > 2 && !commonWords.has(word)).flatMap(possibleNames).map(soundKey)
}
