import { hasLost } from '../../normalise/lostLetters.ts'
import { compareDates } from '../compareDates.ts'
import type { LinkModel } from '../linkModel.ts'
import { givenSounds, personRules, type PersonEvidence } from '../personEvidence.ts'
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
  /** what given names and family names weigh at most that have nothing in common that bits are kept of */
  otherGiven: number
  otherFamily: number
  least: number
}

/** Levels at which all given names are the same, and the one at which the first ones are; likewise all words of the family names, and one of them. */
const ofAllGiven = ['gelijk', 'genormaliseerd']
const ofFirstGiven = ['deels']
const ofWholeFamily = ['gelijk', 'genormaliseerd']
const ofFamilyWord = ['deel']
/** Sums of the same bits in another order differ by less. */
const SLACK = 1e-6

/** @param least bits, the prior not among them */
export function likenessCeilingOf({ comparisons }: LinkModel, most: Ceiling, least: number): LikenessCeiling {
  // nothing at all where the other gives no name
  const other = (wanted: string, without: readonly string[]): number =>
    Math.max(0, ...comparisons.filter(({ id }) => id === wanted).flatMap(({ levels }) => Object.keys(levels).filter((level) => !without.includes(level)).map((level) => most(wanted, level, []))))
  return { most, least, otherGiven: other('given-names', [...ofAllGiven, ...ofFirstGiven]), otherFamily: other('family-name', [...ofWholeFamily, ...ofFamilyWord]) }
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

function mostOfGiven(person: PersonEvidence, { most, otherGiven }: LikenessCeiling): (unit: Traits) => number {
  const named = person.names.filter(({ given }) => given.length > 0)
  const mostOf = (levels: readonly string[], values: readonly string[]): number => Math.max(otherGiven, ...levels.map((level) => most('given-names', level, values)))
  const first = mostOf(ofFirstGiven, named.map(({ given }) => given[0] ?? ''))
  const same = Math.max(first, mostOf(ofAllGiven, named.map(({ given }) => given.join(' '))))
  const [hashes, sounds] = [new Set(named.map(givenHash)), bitsOf(givenSounds(person))]
  const isEach = named.some(({ given }) => given.some(hasLost))
  return (unit) => {
    const [one, two] = givenHalves(unit.given)
    if (isEach || one === ASK || hashes.has(one) || hashes.has(two)) return same
    return (unit.sounds & sounds) === 0 ? otherGiven : first
  }
}

/** A word of the family names that the other may have, or all words of one name. */
interface FamilyWords {
  /** the bits that the other has if he has them */
  bits: number
  most: number
}

function mostOfFamily({ names }: PersonEvidence, { most, otherFamily }: LikenessCeiling): (unit: Traits) => number {
  const sharing = (levels: readonly string[], words: readonly string[]): FamilyWords => ({ bits: bitsFor(words), most: Math.max(...levels.map((level) => most('family-name', level, [words.join(' ')]))) })
  const named = names.filter(({ family }) => family.length > 0)
  const shared = [...named.map(({ family }) => sharing(ofWholeFamily, family)), ...Array.from(new Set(named.flatMap(({ family }) => family)), (word) => sharing(ofFamilyWord, [word]))]
  return ({ family }) => shared.reduce((sum, { bits, most: own }) => (own > sum && ((family & bits) >>> 0) === bits ? own : sum), otherFamily)
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

function bitsOfRules(...ids: string[]): number {
  return personRules.reduce((bits, { id }, rule) => (ids.includes(id) ? bits | (1 << rule) : bits), 0)
}

/** Rules by which those meet whose family names sound alike, and the one by which also those do whose names stand in each other's cell. */
const byFamily = bitsOfRules('family-birth', 'family-letter-year', 'names-day', 'family-place')
const byNames = bitsOfRules('names')
/** By which those meet whose family names sound alike and who have been at one place. */
export const byFamilyAndPlace = bitsOfRules('family-place')
