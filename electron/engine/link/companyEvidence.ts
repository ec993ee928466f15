import { possibleNames } from '../normalise/lostLetters.ts'
import type { BlockingRule } from './blockingRules.ts'
import { companyNameLevels, compareCompanyNames, tellingSounds, type CompanyName } from './companyNames.ts'
import type { ValueCounter } from './frequencies.ts'
import { lesser } from './lesser.ts'
import { soundKey } from './nameParts.ts'
import { together, type Say } from './scorePair.ts'

/** What the rows of one company say together, as far as they are joined by number. */
export interface CompanyEvidence {
  kvk: number | null
  rsin: number | null
  /** statutory names and trade names */
  names: readonly CompanyName[]
  /** stored values; several when the register contradicts itself */
  forms: readonly string[]
  /** addresses it is or was at */
  places: readonly string[]
  /** addresses of those who run it and of what it runs, where it is not itself */
  homes: readonly string[]
  /** first two digits */
  divisions: readonly string[]
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
  const form = lesser(common(left.forms, right.forms), (one) => one)
  if (form !== null) say('legal-form', 'gelijk', form, form)
  else if (left.forms.length > 0 && right.forms.length > 0) say('legal-form', 'anders', left.forms[0] ?? '', right.forms[0] ?? '')
  comparePlaces(left, right, say)
  if (left.divisions.length > 0 && right.divisions.length > 0) say('sbi', left.divisions.some((one) => right.divisions.includes(one)) ? 'gelijk' : 'anders', left.divisions[0] ?? '', right.divisions[0] ?? '')
}

/** At one address, now or before; else at the address of who runs the other, or of what the other runs; else at none in common. */
function comparePlaces(left: CompanyEvidence, right: CompanyEvidence, say: Say): void {
  const shared = lesser(common(left.places, right.places), (place) => place)
  if (shared !== null) return say('address', 'gelijk', shared, shared)
  const home = lesser([...common(left.places, right.homes), ...common(left.homes, right.places)], (place) => place)
  if (home !== null) return say('address', 'functionaris', home, home)
  if (left.places.length > 0 && right.places.length > 0) say('address', 'anders', '', '')
}

function common(left: readonly string[], right: readonly string[]): string[] {
  return left.filter((place) => right.includes(place))
}

/** Two KVK numbers, two RSINs, or two legal forms: a company that changes its form gets another number. */
export function companiesContradict(left: CompanyEvidence, right: CompanyEvidence): boolean {
  if (left.kvk !== null && right.kvk !== null && left.kvk !== right.kvk) return true
  if (left.rsin !== null && right.rsin !== null && left.rsin !== right.rsin) return true
  return left.forms.length > 0 && right.forms.length > 0 && !left.forms.some((form) => right.forms.includes(form))
}

/**
 * Counts the values of one company for their frequency; a name with and without its legal form is one. Of an address counts how many
 * companies stand there, not where those who run them live: that others move does not make it less telling.
 */
export function countCompany({ names, forms, places, divisions }: CompanyEvidence, counter: ValueCounter): void {
  for (const key of new Set(names.map((name) => name.key))) {
    counter.add('name', key)
    for (const form of forms) counter.add(together('name'), `${key}|${form}`)
  }
  for (const place of places) counter.add('address', place)
  for (const division of divisions) counter.add('sbi', division)
}

const telling = ({ names }: CompanyEvidence): string[] => [...new Set(names.flatMap(tellingSounds))]

const near = ({ places, homes }: CompanyEvidence): string[] => [...places, ...homes]

/** Ways in which two records of one company find each other. */
export const companyRules: readonly BlockingRule<CompanyEvidence>[] = [
  { id: 'name', label: 'naam op klank', keys: ({ names }) => [...new Set(names.flatMap(({ key }) => possibleNames(key).map(soundKey)))] },
  { id: 'word-place', label: 'een woord van de naam en adres', keys: (company) => telling(company).flatMap((word) => near(company).map((place) => `${word}|${place}`)) },
  { id: 'start-place', label: 'eerste letters van de naam en adres', keys: (company) => company.names.flatMap(({ key }) => near(company).map((place) => `${key.slice(0, 3)}|${place}`)) },
  { id: 'words', label: 'twee woorden van de naam', keys: (company) => pairsOf(telling(company).toSorted()) },
  { id: 'start', label: 'eerste acht letters van de naam', keys: ({ names }) => [...new Set(names.filter(({ key }) => key.length >= 8).map(({ key }) => key.slice(0, 8)))] },
]

function pairsOf(words: readonly string[]): string[] {
  return words.flatMap((one, i) => words.slice(i + 1).map((other) => `${one}|${other}`))
}
