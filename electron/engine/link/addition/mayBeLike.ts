import { hasLost } from '../../normalise/lostLetters.ts'
import { compareDates } from '../compareDates.ts'
import type { LinkModel } from '../linkModel.ts'
import { countPerson, givenSounds, personRules, type PersonEvidence } from '../personEvidence.ts'
import type { Ceiling } from '../scorePair.ts'
import { ASK, bitsOf, dateOf, givenHalves, givenHash, isOfOneFamily, NOTHING, type Traits } from './traits.ts'

/**
 * Tells of units whether they may be alike enough to somebody; what it refuses the comparison refuses too.
 * @param rules by which the two share a key, a bit for each in the order of `personRules`; 0 where that is not known of all
 */
export type MayBeLike = (unit: Traits, rules: number) => boolean

/** What two can weigh at most, and from how many bits on they are alike enough. */
export interface LikenessCeiling {
  most: Ceiling
  /** levels of given names, each with what its values are counted as */
  given: readonly CountedLevel[]
  /** levels of family names */
  family: readonly string[]
  least: number
}

type CountedLevel = readonly [level: string, countedAs: string]

/** Levels at which all given names are the same, and those at which the first ones are; likewise all words of the family names, and one of them. */
const ofAllGiven: ReadonlySet<string> = new Set(['gelijk', 'genormaliseerd'])
const ofFirstGiven: ReadonlySet<string> = new Set([...ofAllGiven, 'deels'])
const ofWholeFamily: ReadonlySet<string> = new Set(['gelijk', 'genormaliseerd'])
const ofFamilyWord: ReadonlySet<string> = new Set(['deel'])
/** Sums of the same bits in another order differ by less. */
const SLACK = 1e-6

/** @param least bits, the prior not among them */
export function likenessCeilingOf({ comparisons }: LinkModel, most: Ceiling, least: number): LikenessCeiling {
  const levelsOf = (wanted: string): CountedLevel[] =>
    comparisons.filter(({ id }) => id === wanted).flatMap(({ id, levels, countedAs }) => Object.keys(levels).map((level): CountedLevel => [level, countedAs[level] ?? id]))
  return { most, given: levelsOf('given-names'), family: levelsOf('family-name').map(([level]) => level), least }
}

export function whoMayBeLike(person: PersonEvidence, ceiling: LikenessCeiling): MayBeLike {
  const [{ names }, { least }] = [person, ceiling]
  if (!isOfOneFamily(names)) return () => true
  const [ofGiven, ofFamily, ofBirth, ofPlaces] = [mostOfGiven(person, ceiling), mostOfFamily(person, ceiling), mostOfBirth(person, ceiling), mostOfPlaces(person, ceiling)]
  const ownFamilies = bitsOf(names[0]?.sounds ?? [])
  return (unit, rules) => {
    if (unit.birth === ASK) return true
    // names in each other's cell are compared otherwise
    const isInOrder = (rules & byFamily) !== 0 || ((rules & byNames) !== 0 && (unit.sounds & ownFamilies) === 0)
    return !isInOrder || ofGiven(unit) + ofFamily(unit) + ofBirth(unit) + ofPlaces(unit, rules) >= least - SLACK
  }
}

type Most = (unit: Traits, rules: number) => number

function mostOfGiven(person: PersonEvidence, { most, given: levels }: LikenessCeiling): (unit: Traits) => number {
  const values = valuesOf(person)
  const weighed = levels.map(([level, countedAs]): [string, number] => [level, most('given-names', level, values.get(countedAs) ?? [])])
  const [same, first, other] = [highest(weighed), highest(weighed, ofAllGiven), highest(weighed, ofFirstGiven)]
  const [hashes, sounds] = [new Set(person.names.map(givenHash).filter((hash) => hash !== NOTHING)), bitsOf(givenSounds(person))]
  const isEach = person.names.some(({ given }) => given.some(hasLost))
  return (unit) => {
    const [one, two] = givenHalves(unit.given)
    if (isEach || one === ASK || hashes.has(one) || hashes.has(two)) return same
    return (unit.sounds & sounds) === 0 ? other : first
  }
}

/** A word of the family names that the other may have, or all words of one name. */
interface FamilyWords {
  /** the bits that the other has if he has them */
  bits: number
  most: number
}

function mostOfFamily({ names }: PersonEvidence, { most, family: levels }: LikenessCeiling): (unit: Traits) => number {
  const mostOf = (isOf: (level: string) => boolean, value: string): number => levels.reduce((sum, level) => (isOf(level) ? Math.max(sum, most('family-name', level, [value])) : sum), 0)
  const wholes = names.filter(({ family }) => family.length > 0).map(({ family }): FamilyWords => ({ bits: bitsFor(family), most: mostOf((level) => ofWholeFamily.has(level), family.join(' ')) }))
  const words = [...new Set(names.flatMap(({ family }) => family))].map((word): FamilyWords => ({ bits: bitsFor([word]), most: mostOf((level) => ofFamilyWord.has(level), word) }))
  const other = mostOf((level) => !ofWholeFamily.has(level) && !ofFamilyWord.has(level), '')
  const shared = [...wholes, ...words]
  return ({ family }) => shared.reduce((sum, { bits, most: own }) => (own > sum && ((family & bits) >>> 0) === bits ? own : sum), other)
}

/** A word that lost letters may be any. */
function bitsFor(words: readonly string[]): number {
  return bitsOf(words.filter((word) => !hasLost(word)))
}

function mostOfBirth({ births }: PersonEvidence, { most }: LikenessCeiling): (unit: Traits) => number {
  return ({ birth: number }) => {
    if (number === NOTHING || births.length === 0) return 0
    return Math.max(...births.map((birth) => most('birth-date', compareDates(birth, dateOf(number)) ?? 'gelijk', [birth])))
  }
}

/** Whose family names sound alike share the key of family name and place too, when they have been at one. */
function mostOfPlaces({ places }: PersonEvidence, { most }: LikenessCeiling): Most {
  const [shared, elsewhere] = [most('address', 'gelijk', places), most('address', 'anders', [])]
  return (unit, rules) => {
    if (unit.places === NOTHING || places.length === 0) return 0
    return (rules & byFamilyAndPlace) === 0 ? elsewhere : Math.max(shared, elsewhere)
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
/** By which those meet whose family names sound alike and who have been at one place. */
export const byFamilyAndPlace = bitsOfRules('family-place')
