import nicknames from '../../../resources/linking/nicknames.json' with { type: 'json' }
import { foldText, writtenOut } from '../normalise/fold.ts'
import { possibleNames } from '../normalise/lostLetters.ts'
import { familyWords, givenWords, initialsOf, nameWords, withPrefixMoved, type GivenName } from '../normalise/person.ts'
import { remembered } from '../normalise/remembered.ts'

/** A person's name taken apart for comparison; every part may be empty. */
export interface NameParts {
  /** given names in one spelling; none when only initials are known */
  given: readonly string[]
  /** first letters, in order */
  initials: string
  /** birth name and partner's name, each without prefix and in one spelling, alphabetical */
  family: readonly string[]
  /** how each of those sounds, also with ö, ü and the like written out, and with every letter that a lost one can be */
  sounds: readonly string[]
  /** the family name as written, prefix and order included, but for case and diacritics */
  written: string
}

/** What stands between a birth name and a partner's name. */
const BETWEEN = /\s*(?:-|\/|\+|\be\.?\s?\/?\s?v\.?(?=\s)|\bechtgeno(?:o)?te? van\b|\bgehuwd met\b|\bgeb(?:oren|\.)?(?=\s))\s*/

/** Given names that are forms of one another, by form: the name they are listed under. */
const formsOf = new Map<string, Set<string>>()
for (const [name, forms] of Object.entries(nicknames.forms)) {
  for (const form of [name, ...forms].flatMap(nameWords)) formsOf.set(form, (formsOf.get(form) ?? new Set()).add(name))
}

export function nameParts(name: GivenName): NameParts {
  const moved = withPrefixMoved(name)
  return { ...givenParts(moved), ...familyParts(moved) }
}

/** The half of a name that stands in front. */
export function givenParts(name: Pick<GivenName, 'givenNames' | 'initials'>): Pick<NameParts, 'given' | 'initials'> {
  const given = givenWords(name.givenNames)
  return { given: given.some((word) => word.length > 1) ? given : [], initials: initialsOf(name) }
}

/** And the half that is shared by a family. */
export function familyParts({ prefix, familyName }: Pick<GivenName, 'prefix' | 'familyName'>): Pick<NameParts, 'family' | 'sounds' | 'written'> {
  const [folded, spelledOut] = [foldText(familyName), foldText(writtenOut(familyName))]
  const families = familiesIn(folded)
  // most names have none of those letters
  const others = spelledOut === folded ? [] : familiesIn(spelledOut)
  return { family: families, sounds: [...new Set([...families, ...others].flatMap(soundsOf))], written: nameWords(`${prefix} ${familyName}`).join(' ') }
}

function familiesIn(text: string): string[] {
  const family = text.split(BETWEEN).map((part) => familyWords(part)).filter((part) => part !== '')
  return [...new Set(family)].sort()
}

/** Whether two given names are listed as forms of one name: Jan and Johannes, Mohamed and Mohammed. */
export function areForms(first: string, second: string): boolean {
  const [one, other] = [formsOf.get(first), formsOf.get(second)]
  if (!one || !other) return false
  for (const name of one) if (other.has(name)) return true
  return false
}

/** How a given name sounds, for finding candidates: as the name it is a form of, or itself when it is listed nowhere or under several. */
export const formSound = remembered(100_000, (name) => {
  const [only, another] = formsOf.get(name) ?? []
  return soundKey(only === undefined || another !== undefined ? name : only)
})

/** How a name sounds; with a lost letter in it, as every name it can be. */
export function soundsOf(name: string): readonly string[] {
  return possibleNames(name).map(soundKey)
}

/** How a name sounds in Dutch, roughly: double letters, ij/y/ei, c/k, ph/f, th/t, z/s, v/f, d or dt at the end, silent h. */
export const soundKey = remembered(100_000, spell)

function spell(name: string): string {
  return name
    .replace(/(?:ei|ey|ai|ay|uy)/g, 'y')
    .replace(/au/g, 'ou')
    .replace(/(?:sch|sj)/g, 's')
    .replace(/ph/g, 'f')
    .replace(/[ckq]+/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/(?:dt|d)$/g, 't')
    .replace(/z/g, 's')
    .replace(/v/g, 'f')
    .replace(/h/g, '')
    .replace(/([a-z])\1+/g, '$1')
    .replace(/(?<=.)[ei](?=.)/g, 'e')
}
