import { fits, hasLost, LOST } from '../normalise/lostLetters.ts'
import { lesser } from './lesser.ts'
import { areForms, soundsOf, type NameParts } from './nameParts.ts'
import type { Say } from './scorePair.ts'
import { jaroWinkler, typingDistance } from './similarity.ts'

/** Levels from most to least alike; each says at least as little as the one before. */
export const givenLevels = ['gelijk', 'genormaliseerd', 'deels', 'roepnaam', 'lijkt', 'gedeeld', 'enigszins', 'letters', 'anders'] as const
export const familyLevels = ['gelijk', 'genormaliseerd', 'deel', 'klinkt', 'lijkt', 'enigszins', 'anders'] as const

interface Found {
  level: string
  left: string
  right: string
  /** place in the list of levels, for choosing the better of two readings */
  rank: number
}

/** One typing mistake in a name of at least four letters, two in one of eight, or as alike as Winkler's measure at 0.92. */
const SHORTEST_MISTAKEN = 4
const LETTERS_PER_MISTAKE = 4
const ALIKE = 0.92
const SOMEWHAT = 0.8

/**
 * Given names and family name. Names in the wrong cell (given name and family name swapped) are recognised when that reads better,
 * and then said: such a pair has one more thing that differs. Returns how far apart the names are, for choosing between several.
 */
export function compareNames(left: NameParts, right: NameParts, say: Say): number {
  const given = compareGiven(left, right)
  const family = compareFamily(left, right)
  const swapped = isPoor(given, givenLevels) && isPoor(family, familyLevels) ? compareSwapped(left, right) : null
  if (swapped) {
    say('order', 'verwisseld', '', '')
    tell('given-names', swapped.given, say)
    tell('family-name', swapped.family, say)
    return rankOf(swapped.given) + rankOf(swapped.family) + 1
  }
  tell('given-names', given, say)
  tell('family-name', family, say)
  return rankOf(given) + rankOf(family)
}

interface Reading {
  given: Found | null
  family: Found | null
}

/** Names in each other's cell: which of the two has them so is not known, so that both readings are tried and the better one counts. */
function compareSwapped(left: NameParts, right: NameParts): Reading | null {
  const readings: Reading[] = [
    { given: left.given.length > 0 ? compareGiven(left, turned(right)) : null, family: compareFamily(left, turned(right)) },
    { given: right.given.length > 0 ? compareGiven(turned(left), right) : null, family: compareFamily(turned(left), right) },
  ]
  return lesser(readings.filter(({ given, family }) => isGood(given, family)), orderOfReading)
}

/** A name whose cells were swapped, as it was meant. */
export function turned({ given, family }: NameParts): NameParts {
  return { given: family, initials: family.map((name) => name.slice(0, 1)).join(''), family: given, sounds: given.flatMap(soundsOf), written: given.join(' ') }
}

/** The better reading first; equally good ones by their values, whichever record is called left. */
function orderOfReading({ given, family }: Reading): string {
  return [rankOf(given) + rankOf(family) + 10, ...[given, family].flatMap((found) => (found ? [found.rank, ...[found.left, found.right].sort()] : ['-']))].join(' ')
}

/** What is not known is no better and no worse than half alike. */
function rankOf(found: Found | null): number {
  return found?.rank ?? givenLevels.length / 2
}

function tell(comparison: string, found: Found | null, say: Say): void {
  if (found) say(comparison, found.level, found.left, found.right)
}

function isPoor(found: Found | null, levels: readonly string[]): boolean {
  return found === null || found.rank >= levels.indexOf('enigszins')
}

/** Both halves must agree: one half in the cell of the other may as well be chance. */
function isGood(given: Found | null, family: Found | null): boolean {
  return given !== null && family !== null && !isPoor(given, givenLevels) && !isPoor(family, familyLevels)
}

/** Null when one side has neither given names nor initials. */
export function compareGiven(left: NameParts, right: NameParts): Found | null {
  if (left.initials === '' || right.initials === '') return null
  const [first = '', other = ''] = [left.given[0], right.given[0]]
  if (first === '' || other === '') return foundAt(givenLevels, agree(left.initials, right.initials) ? 'letters' : 'anders', left.initials, right.initials)
  const [all, others] = [left.given.join(' '), right.given.join(' ')]
  const isLost = hasLost(all) || hasLost(others)
  if (fits(all, others)) return foundAt(givenLevels, isLost ? 'genormaliseerd' : 'gelijk', all, others)
  if (fits(first, other)) return foundAt(givenLevels, 'deels', first, other)
  if (areForms(first, other)) return foundAt(givenLevels, 'roepnaam', first, other)
  if (all.replaceAll(' ', '') === others.replaceAll(' ', '')) return foundAt(givenLevels, isLost ? 'genormaliseerd' : 'gelijk', all, others)
  const likeness = jaroWinkler(first, other)
  if (isMistaken(first, other) || likeness >= ALIKE) return foundAt(givenLevels, 'lijkt', first, other)
  const isShared = left.given.some((name) => name.length > 2 && right.given.some((one) => fits(name, one) || areForms(name, one)))
  return foundAt(givenLevels, isShared ? 'gedeeld' : likeness >= SOMEWHAT ? 'enigszins' : 'anders', first, other)
}

/** Initials of which the one begins with the other. */
function agree(left: string, right: string): boolean {
  return Array.from(left.slice(0, right.length)).every((letter, i) => letter === right[i] || letter === LOST || right[i] === LOST)
}

/** Birth name and partner's name in any order; null when one side has no family name. */
export function compareFamily(left: NameParts, right: NameParts): Found | null {
  const [first, other] = [left.family.join(' '), right.family.join(' ')]
  if (first === '' || other === '') return null
  if (first === other) return foundAt(familyLevels, left.written === right.written && !hasLost(first) ? 'gelijk' : 'genormaliseerd', first, other)
  const shared = sharedName(left.family, right.family)
  if (shared && areAllShared(left.family, right.family)) return foundAt(familyLevels, 'genormaliseerd', first, other)
  if (shared) return foundAt(familyLevels, 'deel', ...shared)
  if (left.sounds.some((sound) => right.sounds.includes(sound))) return foundAt(familyLevels, 'klinkt', first, other)
  if (left.family.some((name) => right.family.some((one) => isMistaken(name, one)))) return foundAt(familyLevels, 'lijkt', first, other)
  const best = Math.max(...left.family.flatMap((name) => right.family.map((one) => jaroWinkler(name, one))))
  return foundAt(familyLevels, best >= ALIKE ? 'lijkt' : best >= SOMEWHAT ? 'enigszins' : 'anders', first, other)
}

/** A name that both have, if need be but for lost letters; always the same one. */
function sharedName(left: readonly string[], right: readonly string[]): [string, string] | null {
  const same = left.find((name) => right.includes(name))
  if (same !== undefined) return [same, same]
  if (!left.some(hasLost) && !right.some(hasLost)) return null
  const pairs = left.flatMap((name) => right.flatMap((one): [string, string][] => (fits(name, one) ? [[name, one]] : [])))
  return lesser(pairs, ([one, other]) => (one < other ? `${one} ${other}` : `${other} ${one}`))
}

function areAllShared(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name) => right.some((one) => fits(name, one))) && right.every((name) => left.some((one) => fits(name, one)))
}

function isMistaken(first: string, other: string): boolean {
  const shortest = Math.min(first.length, other.length)
  return shortest >= SHORTEST_MISTAKEN && Math.abs(first.length - other.length) <= 2 && typingDistance(first, other) <= Math.max(1, Math.floor(shortest / LETTERS_PER_MISTAKE))
}

function foundAt(levels: readonly string[], level: string, left: string, right: string): Found {
  return { level, left, right, rank: levels.indexOf(level) }
}
