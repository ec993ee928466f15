import dates from '../../../resources/person/birthDates.json' with { type: 'json' }
import { possibleNames } from '../normalise/lostLetters.ts'
import { compareDates, dateLevels, areYearsApart, swapDayAndMonth } from './compareDates.ts'
import { compareNames } from './compareNames.ts'
import { pairedRule, product, type BlockingRule } from './blockingRules.ts'
import type { ValueCounter } from './frequencies.ts'
import { lesser } from './lesser.ts'
import { formSound, type NameParts } from './nameParts.ts'
import type { Say } from './scorePair.ts'

/** What the records of one person say together, as far as they are joined by BSN or by full name and birth date. */
export interface PersonEvidence {
  /** number of the BSN, −1 for none */
  bsn: number
  names: readonly NameParts[]
  /** ISO dates, possibly incomplete; none when unknown or filled in */
  births: readonly string[]
  /** addresses he stands or stood at, see {@link PersonRow} of store/entitiesPerson.ts */
  places: readonly string[]
}

/**
 * A birth date as far as it means something: 1900-01-01 and the like mean nothing, 1 January counts as its year.
 * @returns empty for nothing
 */
export function meaningOfDate(date: string | null): string {
  if (date === null || dates.dates.includes(date) || Number(date.slice(0, 4)) < dates.earliestYear) return ''
  return dates.days.includes(date.slice(5)) ? date.slice(0, 4) : date
}

export function comparePersons(left: PersonEvidence, right: PersonEvidence, say: Say): void {
  compareAnyNames(left.names, right.names, say)
  compareBirths(left.births, right.births, say)
  comparePlaces(left.places, right.places, say)
}

/** Of several names a person goes by, the two that are most alike. */
function compareAnyNames(left: readonly NameParts[], right: readonly NameParts[], say: Say): void {
  const [one, other] = [left[0], right[0]]
  if (!one || !other) return
  if (left.length === 1 && right.length === 1) {
    compareNames(one, other, say)
    return
  }
  const readings: Parameters<Say>[][] = []
  let rank = Infinity
  for (const a of left) {
    for (const b of right) {
      const said: Parameters<Say>[] = []
      const found = compareNames(a, b, (...words) => void said.push(words))
      if (found > rank) continue
      if (found < rank) readings.length = 0
      readings.push(said)
      rank = found
    }
  }
  for (const words of lesser(readings, (said) => said.map(inEitherOrder).join(' ')) ?? []) say(...words)
}

/** What was said, whichever record is called left. */
function inEitherOrder([comparison, level, left, right]: Parameters<Say>): string {
  return `${comparison} ${level} ${left < right ? `${left} ${right}` : `${right} ${left}`}`
}

function compareBirths(left: readonly string[], right: readonly string[], say: Say): void {
  const readings: Parameters<Say>[] = []
  let rank = Infinity
  for (const one of left) {
    for (const other of right) {
      const level = compareDates(one, other)
      if (level === null || dateLevels.indexOf(level) > rank) continue
      if (dateLevels.indexOf(level) < rank) readings.length = 0
      readings.push(['birth-date', level, one, other])
      rank = dateLevels.indexOf(level)
    }
  }
  const best = lesser(readings, inEitherOrder)
  if (best) say(...best)
}

/** Address history: once at the same address says much, unless everyone is there; never at the same address says little. */
function comparePlaces(left: readonly string[], right: readonly string[], say: Say): void {
  if (left.length === 0 || right.length === 0) return
  const shared = lesser(left.filter((place) => right.includes(place)), (place) => place)
  say('address', shared === null ? 'anders' : 'gelijk', shared ?? '', shared ?? '')
}

/** Two BSNs, or birth dates that cannot be of one person. */
export function personsContradict(left: PersonEvidence, right: PersonEvidence): boolean {
  if (left.bsn !== -1 && right.bsn !== -1 && left.bsn !== right.bsn) return true
  return left.births.some((one) => right.births.some((other) => areYearsApart(one, other)))
}

/** Counts the values of one person for their frequency; each person counts once. */
export function countPerson({ names, births, places }: PersonEvidence, counter: ValueCounter): void {
  const [name] = names
  counter.add('given-names', name?.given[0] ?? name?.initials ?? '')
  counter.add('all-given-names', name?.given.join(' ') || (name?.initials ?? ''))
  counter.add('family-name', name?.family.join(' ') ?? '')
  if (name && name.family.length > 1) for (const part of name.family) counter.add('family-name', part)
  for (const birth of births) counter.add('birth-date', birth)
  for (const place of places) counter.add('address', place)
}

const families = ofLast(({ names }) => (names.length === 1 ? (names[0]?.sounds ?? []) : distinct(names.flatMap(({ sounds }) => sounds))))
/** The given names somebody is found by, as they sound. */
const givenSounds = ofLast(({ names }) => distinct(names.flatMap(({ given }) => given.slice(0, 2).flatMap((name) => possibleNames(name).map(formSound)))))
const firstLetters = ofLast(({ names }) => distinct(names.flatMap(({ initials }) => possibleNames(initials.slice(0, 1))).filter((letter) => letter !== '')))
/** of given name and family name, in a fixed order, so that names in each other's cell meet */
const bothLetters = ofLast((person) => distinct(product(firstLetters(person), person.names.flatMap(({ family }) => family.map((name) => name.slice(0, 1)))).map(inOrder)))
const fullDates = ofLast(({ births }) => births.filter((birth) => birth.length === 10))
/** day and month in a fixed order, so that swapped ones meet */
const unorderedDates = ofLast((person) => distinct(fullDates(person).map(withLowerFirst)))
const years = ({ births }: PersonEvidence): readonly string[] => distinct(births.map((birth) => birth.slice(0, 4)))
const daysOfYear = ofLast((person) => distinct(fullDates(person).map((birth) => birth.slice(5))))
const familiesAndLetters = ofLast((person) => product(families(person), firstLetters(person)))

/** Remembers what it found for the person asked last: several rules ask the same of one after another. */
function ofLast(find: (person: PersonEvidence) => readonly string[]): (person: PersonEvidence) => readonly string[] {
  let last: PersonEvidence | undefined
  let found: readonly string[] = []
  return (person) => {
    if (person !== last) found = find(person)
    last = person
    return found
  }
}

/** Two letters with a line between them, the lower letter first. */
function inOrder(letters: string): string {
  const [one, other] = [letters.slice(0, 1), letters.slice(2)]
  return one < other ? letters : `${other}|${one}`
}

function withLowerFirst(birth: string): string {
  const swapped = swapDayAndMonth(birth)
  return birth < swapped ? birth : swapped
}

/** Ways in which two records of one person find each other; each mends what another misses. */
export const personRules: readonly BlockingRule<PersonEvidence>[] = [
  pairedRule('family-birth', 'achternaam op klank en geboortedatum', families, unorderedDates),
  pairedRule('given-birth', 'voornaam of roepnaam en geboortedatum', givenSounds, unorderedDates),
  pairedRule('letters-birth', 'eerste letters van voor- en achternaam, in willekeurige volgorde, en geboortedatum', bothLetters, unorderedDates),
  pairedRule('family-letter-year', 'achternaam op klank, eerste letter en geboortejaar', familiesAndLetters, years),
  pairedRule('names-day', 'achternaam op klank, eerste letter, geboortemaand en -dag', familiesAndLetters, daysOfYear),
  pairedRule('family-place', 'achternaam op klank en adres', families, ({ places }) => places),
  pairedRule('given-place', 'voornaam of roepnaam en adres', givenSounds, ({ places }) => places),
  { id: 'names', label: 'voor- en achternaam op klank, in willekeurige volgorde', keys: (person) => distinct(givenSounds(person).flatMap((given) => families(person).map((family) => (given < family ? `${given}|${family}` : `${family}|${given}`)))) },
]

function distinct(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)]
}
