import { hasLost } from '../../normalise/lostLetters.ts'
import { turned } from '../compareNames.ts'
import type { LinkModel } from '../linkModel.ts'
import type { NameParts } from '../nameParts.ts'
import type { PersonEvidence } from '../personEvidence.ts'
import type { Ceiling } from '../scorePair.ts'
import { ASK, bitsOf, EVERY, givenHalves, givenHash, inOneWord, soundBits, type Traits } from './traits.ts'

/** What two can weigh at most, and from how many bits on they are alike enough. */
export interface LikenessCeiling {
  most: Ceiling
  /** what given names and family names weigh at most that have nothing in common that bits are kept of */
  otherGiven: number
  otherFamily: number
  /** what birth dates weigh at most that are not the same */
  otherBirth: number
  least: number
}

/** Levels at which all given names are the same, and the one at which the first ones are; likewise all words of the family names, and one of them. */
const ofAllGiven = ['gelijk', 'genormaliseerd']
const ofFirstGiven = ['deels']
const ofWholeFamily = ['gelijk', 'genormaliseerd']
const ofFamilyWord = ['deel']

/** @param least bits, the prior not among them */
export function likenessCeilingOf({ comparisons }: LinkModel, most: Ceiling, least: number): LikenessCeiling {
  // nothing at all where the other gives no name
  const other = (wanted: string, without: readonly string[]): number =>
    Math.max(0, ...comparisons.filter(({ id }) => id === wanted).flatMap(({ levels }) => Object.keys(levels).filter((level) => !without.includes(level)).map((level) => most(wanted, level, []))))
  return { most, least, otherGiven: other('given-names', [...ofAllGiven, ...ofFirstGiven]), otherFamily: other('family-name', [...ofWholeFamily, ...ofFamilyWord]), otherBirth: other('birth-date', ['gelijk']) }
}

/** Bits something weighs at most. */
export type Most = (unit: Traits) => number

/** What given names weigh at most that are all the same, and where only the first ones are. */
function mostOfSameGiven(named: readonly NameParts[], { most, otherGiven }: LikenessCeiling): { first: number; same: number } {
  const mostOf = (levels: readonly string[], values: readonly string[]): number => Math.max(otherGiven, ...levels.map((level) => most('given-names', level, values)))
  const first = mostOf(ofFirstGiven, named.map(({ given }) => given[0] ?? ''))
  return { first, same: Math.max(first, mostOf(ofAllGiven, named.map(({ given }) => given.join(' ')))) }
}

/** What given names weigh at most, each in its cell. */
export function mostOfGiven(person: PersonEvidence, ceiling: LikenessCeiling): Most {
  const named = person.names.filter(({ given }) => given.length > 0)
  const { first, same } = mostOfSameGiven(named, ceiling)
  const [hashes, sounds] = [new Set(named.map(givenHash)), soundBits(named.flatMap(({ given }) => given))]
  const isEach = named.some(({ given }) => given.some(hasLost))
  return (unit) => {
    const [one, two] = givenHalves(unit.given)
    if (isEach || one === ASK || hashes.has(one) || hashes.has(two)) return same
    return (unit.sounds & sounds) === 0 ? ceiling.otherGiven : first
  }
}

/** A word of the family names that the other may have, or all words of one name. */
interface FamilyWords {
  /** the bits that the other has if he has them */
  bits: number
  most: number
}

function familyWords({ names }: PersonEvidence, { most }: LikenessCeiling): FamilyWords[] {
  const sharing = (levels: readonly string[], words: readonly string[]): FamilyWords => ({ bits: bitsFor(words), most: Math.max(...levels.map((level) => most('family-name', level, [words.join(' ')]))) })
  const named = names.filter(({ family }) => family.length > 0)
  return [...named.map(({ family }) => sharing(ofWholeFamily, family)), ...Array.from(new Set(named.flatMap(({ family }) => family)), (word) => sharing(ofFamilyWord, [word]))]
}

/** What family names weigh at most, each in its cell. */
export function mostOfFamily(person: PersonEvidence, ceiling: LikenessCeiling): Most {
  const shared = familyWords(person, ceiling)
  return ({ family }) => shared.reduce((sum, { bits, most: own }) => (own > sum && ((family & bits) >>> 0) === bits ? own : sum), ceiling.otherFamily)
}

/** A word that lost letters may be any. */
function bitsFor(words: readonly string[]): number {
  return bitsOf(words.filter((word) => !hasLost(word)))
}

/** What names weigh at most of which one has its halves in each other's cell. */
export function mostOfSwapped(person: PersonEvidence, ceiling: LikenessCeiling): Most {
  const order = ceiling.most('order', 'verwisseld', [])
  const own = { ...person, names: person.names.map(turned) }
  const [ofGiven, ofFamily, ofOther] = [mostOfGiven(own, ceiling), mostOfFamily(own, ceiling), mostOfTurned(person, ceiling)]
  return (unit) => order + Math.max(ofGiven(unit) + ofFamily(unit), ofOther(unit))
}

/** Where it is the other who has them so. */
function mostOfTurned(person: PersonEvidence, ceiling: LikenessCeiling): Most {
  const named = person.names.filter(({ given }) => given.length > 0)
  const { same } = mostOfSameGiven(named, ceiling)
  const families = person.names.flatMap(({ family }) => family)
  const anyFamily = familyWords(person, ceiling).reduce((sum, { most }) => Math.max(sum, most), ceiling.otherFamily)
  const asFamily = named.some(({ given }) => given.some(hasLost)) ? EVERY : bitsOf(named.flatMap(({ given }) => [...given, inOneWord(given)]))
  const asGiven = soundBits(families.flatMap((family) => family.split(' ')))
  return (unit) => ((unit.family & asFamily) === 0 ? ceiling.otherGiven : same) + ((unit.sounds & asGiven) === 0 ? ceiling.otherFamily : anyFamily)
}
