import { sharedBytes, sharedHalves, sharedWords } from '../../beside/shared.ts'
import { hasLost } from '../../normalise/lostLetters.ts'
import { remembered } from '../../normalise/remembered.ts'
import { hashOf } from '../blockingRules.ts'
import { formSound, type NameParts } from '../nameParts.ts'
import type { PersonEvidence } from '../personEvidence.ts'
import type { TraitLists } from './kept.ts'

/**
 * What is kept of a unit to tell, without reading its rows, whom it is not like: of thirty units that share a key with somebody hardly
 * one is.
 */
export interface Traits {
  /** the one day of birth, in days since {@link FIRST_DAY}, or the one year, in years behind {@link YEARS}; {@link NOTHING}, or {@link ASK} where only the rows tell */
  birth: number
  /** 16 bits of a hash of all given names, written as one word: a half for each of two; {@link ASK} for more, and where a letter of them was lost */
  given: number
  /** a bit for the sound of each given name; {@link EVERY} where a letter of one was lost */
  sounds: number
  /** a bit for each family name, and for all of a name written as one word; {@link EVERY} where a letter of one was lost */
  family: number
  /** 1 where all names have family names that sound the same */
  oneFamily: number
  /** a bit for each place */
  places: number
}

export const NOTHING = 0
export const ASK = 0xffff
const HALF = 16
const BITS = 32
export const EVERY = 0xffffffff
const DAY_MS = 86_400_000
/** The day before the first one that has a number. */
const FIRST_DAY = Date.UTC(1870, 0, 1)
const FIRST_YEAR = 1870
/** Behind the last day, one in 2038, years have a number. */
const YEARS = 0xf000
const FULL_DATE = 10
const YEAR = 4

/** Without lists made on the way: a whole run asks it of every unit. */
export function traitsOf(person: PersonEvidence): Traits {
  const { names, births, places } = person
  const birth = births[0]
  return {
    birth: births.length > 1 ? ASK : birth === undefined ? NOTHING : numberOfDate(birth),
    given: givenHashes(names),
    sounds: soundBits(names.flatMap(({ given }) => given)),
    family: familyBits(names),
    oneFamily: isOfOneFamily(names) ? 1 : 0,
    places: bitsOf(places),
  }
}

/** Lists for the traits of so many, in memory that threads share. */
export function makeTraitLists(count: number): TraitLists {
  const words = (): Uint32Array => sharedWords(count)
  return { birth: sharedHalves(count), given: words(), sounds: words(), family: words(), oneFamily: sharedBytes(count), places: words() }
}

/** Puts the traits of somebody into lists. */
export function listTraits(lists: TraitLists, person: PersonEvidence, place: number): void {
  const { birth, given, sounds, family, oneFamily, places } = traitsOf(person)
  lists.birth[place] = birth
  lists.given[place] = given
  lists.sounds[place] = sounds
  lists.family[place] = family
  lists.oneFamily[place] = oneFamily
  lists.places[place] = places
}

function familyBits(names: readonly NameParts[]): number {
  let bits = 0
  for (const { family } of names) bits |= family.some(hasLost) ? EVERY : bitsOf(family) | bitsOf([inOneWord(family)])
  return bits >>> 0
}

/** A bit for the sound of each given name; {@link EVERY} where a letter of one was lost. */
export function soundBits(given: readonly string[]): number {
  return given.some(hasLost) ? EVERY : bitsOf(given.map(formSound))
}

/** Names written as one word, as they are where somebody left out the spaces. */
export function inOneWord(names: readonly string[]): string {
  const all = names.length === 1 ? (names[0] ?? '') : names.join('')
  return all.includes(' ') ? all.replaceAll(' ', '') : all
}

/** Whether all names somebody goes by have family names that sound the same. */
export function isOfOneFamily(names: readonly NameParts[]): boolean {
  if (names.length === 1) return true
  const sounds = names[0]?.sounds.join(' ')
  return sounds !== undefined && names.every((name) => name.sounds.join(' ') === sounds)
}

function givenHashes(names: readonly NameParts[]): number {
  let [first, second] = [NOTHING, NOTHING]
  for (const name of names) {
    const hash = givenHash(name)
    if (hash === NOTHING || hash === first || hash === second) continue
    if (hash === ASK || second !== NOTHING) return ASK
    if (first === NOTHING) first = hash
    else second = hash
  }
  return ((second << HALF) | first) >>> 0
}

/** Of a name without given names {@link NOTHING}: its initials are never as alike as names are. */
export function givenHash({ given }: NameParts): number {
  const all = inOneWord(given)
  if (all === '') return NOTHING
  return hasLost(all) ? ASK : 1 + (hashOf(all) % (ASK - 1))
}

/** The hashes that stand in {@link Traits.given}. */
export function givenHalves(given: number): [first: number, second: number] {
  return [given & ASK, given >>> HALF]
}

/** A bit for each text; of 32, so that two texts may have the same. */
export function bitsOf(texts: readonly string[]): number {
  let bits = 0
  for (const text of texts) bits |= 1 << (hashOf(text) % BITS)
  return bits >>> 0
}

const known = remembered(100_000, (date): { number: number } => ({ number: findNumber(date) }))

/** The number of an ISO date, or year; {@link ASK} for any other. */
export function numberOfDate(date: string): number {
  return known(date).number
}

function findNumber(date: string): number {
  const number = date.length === YEAR ? YEARS + Number(date) - FIRST_YEAR : (Date.parse(date) - FIRST_DAY) / DAY_MS
  return number > NOTHING && number < ASK && dateOf(number) === date ? number : ASK
}

const texts: string[] = []

/** The ISO date, or year, that has a number. */
export function dateOf(number: number): string {
  return (texts[number] ??= number < YEARS ? new Date(FIRST_DAY + number * DAY_MS).toISOString().slice(0, FULL_DATE) : `${FIRST_YEAR + number - YEARS}`)
}
