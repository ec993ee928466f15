import { familyKey, givenKey, withPrefixMoved, type GivenName } from '../normalise/person.ts'
import { familyParts, givenParts, type NameParts } from './nameParts.ts'
import { makeNumberer, numberOf } from './numberer.ts'

/** The front half of a name, as written and in one spelling. */
export interface GivenHalf extends Pick<GivenName, 'givenNames' | 'initials'> {
  parts: Pick<NameParts, 'given' | 'initials'>
  /** number of its spelling, and of its letters; −1 for none */
  full: number
  letters: number
}

/** The family half likewise. */
export interface FamilyHalf extends Pick<GivenName, 'prefix' | 'familyName'> {
  parts: Pick<NameParts, 'family' | 'sounds' | 'written'>
  /** number of its spelling; −1 when it names nobody */
  key: number
}

/**
 * Names in two halves, each different one taken apart once: a million rows share some tens of thousands of them.
 */
export interface NameTable {
  givens: readonly GivenHalf[]
  families: readonly FamilyHalf[]
  /** places of the halves of a name */
  place(name: GivenName): { given: number; family: number }
}

export function makeNameTable(): NameTable {
  const givens: GivenHalf[] = []
  const families: FamilyHalf[] = []
  const [givenTexts, familyTexts] = [makeNumberer<string>(), makeNumberer<string>()]
  const [spellings, letters, keys] = [makeNumberer<string>(), makeNumberer<string>(), makeNumberer<string>()]
  const placeGiven = ({ givenNames, initials }: GivenName): number => {
    const place = givenTexts.of(`${givenNames}\n${initials}`)
    if (place < givens.length) return place
    const parts = givenParts({ givenNames, initials })
    return givens.push({ givenNames, initials, parts, full: numberOf(spellings, givenKey(givenNames)), letters: numberOf(letters, parts.initials) }) - 1
  }
  const placeFamily = ({ prefix, familyName }: GivenName): number => {
    const place = familyTexts.of(`${prefix}\n${familyName}`)
    if (place < families.length) return place
    return families.push({ prefix, familyName, parts: familyParts({ prefix, familyName }), key: numberOf(keys, familyKey(prefix, familyName)) }) - 1
  }
  return {
    givens, families,
    place: (written) => {
      const name = withPrefixMoved(written)
      return { given: placeGiven(name), family: placeFamily(name) }
    },
  }
}
