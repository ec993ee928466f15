import { compareDates } from '../compareDates.ts'
import { personRules, type PersonEvidence } from '../personEvidence.ts'
import { mostOfFamily, mostOfGiven, mostOfSwapped, type LikenessCeiling, type Most } from './mostOfNames.ts'
import { ASK, bitsOf, dateOf, isOfOneFamily, NOTHING, numberOfDate, type Traits } from './traits.ts'

/**
 * Tells of units whether they may be alike enough to somebody; what it refuses the comparison refuses too.
 * @param rules by which the two share a key, a bit for each in the order of `personRules`; 0 where that is not known of all
 */
export type MayBeLike = (unit: Traits, rules: number) => boolean

/** Sums of the same bits in another order differ by less. */
const SLACK = 1e-6

/** Who may be like somebody, by what is kept of them. */
export function whoMayBeLike(person: PersonEvidence, ceiling: LikenessCeiling): MayBeLike {
  const [ofGiven, ofFamily] = [mostOfGiven(person, ceiling), mostOfFamily(person, ceiling)]
  const { ofBirth, ofAnyBirth } = mostOfBirth(person, ceiling)
  const ofPlaces = mostOfPlaces(person, ceiling)
  const [isOne, shareFamily] = [isOfOneFamily(person.names), sharesFamily(person)]
  let ofSwapped: Most | undefined
  return (unit, rules) => {
    if (unit.birth === ASK) return true
    const wanted = ceiling.least - SLACK - ofPlaces(unit, rules)
    // the dates are compared only where they can make the difference
    const isEnough = (ofNames: number): boolean => ofNames + ofAnyBirth >= wanted && ofNames + ofBirth(unit) >= wanted
    if (isEnough(ofGiven(unit) + ofFamily(unit))) return true
    // family names that sound the same stand in the same cell
    const isInOrder = isOne && unit.oneFamily === 1 && shareFamily(unit, rules)
    return !isInOrder && isEnough((ofSwapped ??= mostOfSwapped(person, ceiling))(unit))
  }
}

/** What birth dates weigh at most: with those of a unit, and with any. */
function mostOfBirth({ births }: PersonEvidence, { most, otherBirth }: LikenessCeiling): { ofBirth: Most; ofAnyBirth: number } {
  const mostWith = (other: string): number => Math.max(...births.map((birth) => most('birth-date', compareDates(birth, other) ?? 'gelijk', [birth])))
  // most of those asked about were born on that very day
  const [only = ''] = births
  const [own, withOwn] = births.length === 1 ? [numberOfDate(only), mostWith(only)] : [ASK, 0]
  return {
    ofAnyBirth: Math.max(otherBirth, ...births.map((birth) => most('birth-date', 'gelijk', [birth]))),
    ofBirth: ({ birth: number }) => {
      if (number === NOTHING || births.length === 0) return 0
      return number === own ? withOwn : mostWith(dateOf(number))
    },
  }
}

/** Whether it is known that two share a family name, by its sound; by the key of both names also those meet who have them in each other's cell. */
function sharesFamily({ names }: PersonEvidence): (unit: Traits, rules: number) => boolean {
  const families = bitsOf(names.flatMap(({ sounds }) => sounds))
  return ({ sounds }, rules) => (rules & byFamily) !== 0 || ((rules & byNames) !== 0 && (sounds & families) === 0)
}

/** Who share a name, by its sound, share the key of that name and place too, when they have been at one. */
function mostOfPlaces(person: PersonEvidence, { most }: LikenessCeiling): (unit: Traits, rules: number) => number {
  const { places } = person
  const [shared, elsewhere, own, shareFamily] = [most('address', 'gelijk', places), most('address', 'anders', []), bitsOf(places), sharesFamily(person)]
  return (unit, rules) => {
    if (unit.places === NOTHING || places.length === 0) return 0
    const isElsewhere = (unit.places & own) === 0 || (shareFamily(unit, rules) && (rules & byFamilyAndPlace) === 0) || ((rules & byGiven) !== 0 && (rules & byGivenAndPlace) === 0)
    return isElsewhere ? elsewhere : Math.max(shared, elsewhere)
  }
}

function bitsOfRules(...ids: string[]): number {
  return personRules.reduce((bits, { id }, rule) => (ids.includes(id) ? bits | (1 << rule) : bits), 0)
}

/** Rules by which those meet whose family names sound alike, whose given names do, and the one by which names in each other's cell do too. */
const byFamily = bitsOfRules('family-birth', 'family-letter-year', 'names-day', 'family-place')
const byGiven = bitsOfRules('given-birth', 'given-place')
const byNames = bitsOfRules('names')
const [byFamilyAndPlace, byGivenAndPlace] = [bitsOfRules('family-place'), bitsOfRules('given-place')]
/** By which those meet who share a name and have been at one place. */
export const byPlace = byFamilyAndPlace | byGivenAndPlace
