import { hasLost } from '../../normalise/lostLetters.ts'
import { remembered } from '../../normalise/remembered.ts'
import { hashOf } from '../candidates.ts'
import { compareDates } from '../compareDates.ts'
import type { LinkModel } from '../linkModel.ts'
import type { NameParts } from '../nameParts.ts'
import { countPerson, givenSounds, personRules, type PersonEvidence } from '../personEvidence.ts'
import type { Ceiling } from '../scorePair.ts'
import type { TraitLists } from './kept.ts'

/**
 * What is kept of a unit to tell, without reading its rows, whom it is not like: of thirty units that share a key with somebody hardly
 * one is.
 */
export interface Traits {
  /** the one day of birth, in days since {@link FIRST_DAY}; {@link NOTHING}, or {@link ASK} where only the rows tell */
  birth: number
  /** 16 bits of a hash of all given names, written as one word; {@link ASK} for several, and where a letter of them was lost */
  given: number
  /** a bit for the sound of each given name that is a blocking key */
  sounds: number
  /** a bit for each word of the family names; {@link EVERY} where a letter of one was lost */
  family: number
  /** a bit for each place */
  places: number
}

const NOTHING = 0
const ASK = 0xffff
const BITS = 32
const EVERY = 0xffffffff
const DAY_MS = 86_400_000
/** The day before the first one that has a number. */
const FIRST_DAY = Date.UTC(1870, 0, 1)
const FULL_DATE = 10
/** Sums of the same bits in another order differ by less. */
const SLACK = 1e-6

/** Without lists made on the way: a whole run asks it of every unit. */
export function traitsOf(person: PersonEvidence): Traits {
  const { names, births, places } = person
  const birth = births[0]
  return {
    birth: !isOfOneFamily(names) || births.length > 1 ? ASK : birth === undefined ? NOTHING : dayOf(birth).number,
    given: names.length > 1 ? ASK : givenHash(names[0]),
    sounds: bitsOf(givenSounds(person)),
    family: familyBits(names),
    places: bitsOf(places),
  }
}

/** Traits of many, in lists. */
export function makeTraitLister(count: number): { lists: TraitLists; add(person: PersonEvidence, place: number): void } {
  const lists: TraitLists = { birth: new Uint16Array(count), given: new Uint16Array(count), sounds: new Uint32Array(count), family: new Uint32Array(count), places: new Uint32Array(count) }
  return {
    lists,
    add: (person, place) => {
      const { birth, given, sounds, family, places } = traitsOf(person)
      lists.birth[place] = birth
      lists.given[place] = given
      lists.sounds[place] = sounds
      lists.family[place] = family
      lists.places[place] = places
    },
  }
}

function familyBits(names: readonly NameParts[]): number {
  let bits = 0
  for (const { family } of names) bits |= family.some(hasLost) ? EVERY : bitsOf(family)
  return bits >>> 0
}

/** Whether all names somebody goes by have family names that sound the same. */
function isOfOneFamily(names: readonly NameParts[]): boolean {
  if (names.length === 1) return true
  const sounds = names[0]?.sounds.join(' ')
  return sounds !== undefined && names.every((name) => name.sounds.join(' ') === sounds)
}

function givenHash(name: NameParts | undefined): number {
  const given = name?.given.join('') ?? ''
  return hasLost(given) ? ASK : hashOf(given) & ASK
}

/**
 * Tells of units whether they may be alike enough to somebody; what it refuses the comparison refuses too.
 * @param rules by which the two share a key, a bit for each in the order of `personRules`
 */
export type MayBeLike = (unit: Traits, rules: number) => boolean

/** What two can weigh at most, and from how many bits on they are alike enough. */
export interface LikenessCeiling {
  most: Ceiling
  /** levels of given names and of family names, each with what its values are counted as */
  given: readonly CountedLevel[]
  family: readonly CountedLevel[]
  least: number
}

type CountedLevel = readonly [level: string, countedAs: string]

/** Levels at which all given names are the same, and those at which the first ones are; a word of the family names. */
const ofAllGiven: ReadonlySet<string> = new Set(['gelijk', 'genormaliseerd'])
const ofFirstGiven: ReadonlySet<string> = new Set([...ofAllGiven, 'deels'])
const ofFamilyWord: ReadonlySet<string> = new Set(['gelijk', 'genormaliseerd', 'deel'])

/** @param least bits, the prior not among them */
export function likenessCeilingOf({ comparisons }: LinkModel, most: Ceiling, least: number): LikenessCeiling {
  const levelsOf = (wanted: string): CountedLevel[] =>
    comparisons.filter(({ id }) => id === wanted).flatMap(({ id, levels, countedAs }) => Object.keys(levels).map((level): CountedLevel => [level, countedAs[level] ?? id]))
  return { most, given: levelsOf('given-names'), family: levelsOf('family-name'), least }
}

export function whoMayBeLike(person: PersonEvidence, { most, given, family, least }: LikenessCeiling): MayBeLike {
  const { names, births, places } = person
  if (!isOfOneFamily(names)) return () => true
  const values = valuesOf(person)
  const weigh = (comparison: string, levels: readonly CountedLevel[]): [level: string, bits: number][] =>
    levels.map(([level, countedAs]) => [level, most(comparison, level, values.get(countedAs) ?? [])])
  const [ofFamily, ofGivens] = [weigh('family-name', family), weigh('given-names', given)]
  const [ofWord, otherFamily] = [highest(ofFamily), highest(ofFamily, ofFamilyWord)]
  const [sameGiven, firstGiven, otherGiven] = [highest(ofGivens), highest(ofGivens, ofAllGiven), highest(ofGivens, ofFirstGiven)]
  const [shared, elsewhere] = [most('address', 'gelijk', places), most('address', 'anders', [])]
  const isEachGiven = names.some((name) => name.given.some(hasLost))
  const [ownGiven, ownSounds, ownWords, ownPlaces, ownFamilies] = [new Set([ASK, ...names.map(givenHash)]), bitsOf(givenSounds(person)), familyBits(names), bitsOf(places), bitsOf(names[0]?.sounds ?? [])]
  const ofGiven = ({ given: all, sounds }: Traits): number => {
    if (isEachGiven || ownGiven.has(all)) return sameGiven
    return (sounds & ownSounds) === 0 ? otherGiven : firstGiven
  }
  const ofBirth = (day: number): number => {
    if (day === NOTHING || births.length === 0) return 0
    return Math.max(...births.map((birth) => most('birth-date', compareDates(birth, textOf(day)) ?? 'gelijk', [birth])))
  }
  const ofPlaces = (bits: number): number => {
    if (bits === NOTHING || places.length === 0) return 0
    return (bits & ownPlaces) === 0 ? elsewhere : Math.max(shared, elsewhere)
  }
  return (unit, rules) => {
    if (unit.birth === ASK) return true
    // names in each other's cell are compared otherwise
    const isInOrder = (rules & byFamily) !== 0 || ((rules & byNames) !== 0 && (unit.sounds & ownFamilies) === 0)
    return !isInOrder || ofGiven(unit) + ((unit.family & ownWords) === 0 ? otherFamily : ofWord) + ofBirth(unit.birth) + ofPlaces(unit.places) >= least - SLACK
  }
}

/** The bits of the heaviest level but for some; nothing at all where the other gives no name. */
function highest(levels: readonly (readonly [level: string, bits: number])[], without: ReadonlySet<string> = new Set()): number {
  return levels.reduce((most, [level, bits]) => (bits > most && !without.has(level) ? bits : most), 0)
}

/** The values of somebody, by what they are counted as, of all names he goes by. */
function valuesOf(person: PersonEvidence): Map<string, string[]> {
  const values = new Map<string, string[]>()
  const add = (comparison: string, value: string): void => {
    if (value !== '') values.set(comparison, [...(values.get(comparison) ?? []), value])
  }
  for (const name of person.names) countPerson({ ...person, names: [name] }, { add })
  return values
}

function bitsOfRules(...ids: string[]): number {
  return personRules.reduce((bits, { id }, rule) => (ids.includes(id) ? bits | (1 << rule) : bits), 0)
}

/** Rules by which those meet whose family names sound alike, and the one by which also those do whose names stand in each other's cell. */
const byFamily = bitsOfRules('family-birth', 'family-letter-year', 'names-day', 'family-place')
const byNames = bitsOfRules('names')

function bitsOf(texts: readonly string[]): number {
  let bits = 0
  for (const text of texts) bits |= 1 << (hashOf(text) % BITS)
  return bits >>> 0
}

const dayOf = remembered(100_000, (date): { number: number } => {
  const number = (Date.parse(date) - FIRST_DAY) / DAY_MS
  return { number: date.length === FULL_DATE && number > NOTHING && number < ASK && textOf(number) === date ? number : ASK }
})

const texts: string[] = []

/** The ISO date of a day that has a number. */
function textOf(day: number): string {
  return (texts[day] ??= new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, FULL_DATE))
}
