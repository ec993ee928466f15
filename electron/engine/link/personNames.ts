import { familyKey, givenKey, withPrefixMoved, type GivenName } from '../normalise/person.ts'
import { familyParts, givenParts, type NameParts } from './nameParts.ts'
import { makeNumberer, makePairNumberer, numberOf } from './numberer.ts'

/** The front half of a name, as written and in one spelling. */
export interface GivenHalf extends Pick<GivenName, 'givenNames' | 'initials'> {
  parts: Pick<NameParts, 'given' | 'initials'>
  /** in one spelling; empty without given names */
  spelling: string
  /** number of that spelling, and of the letters; −1 for none */
  full: number
  letters: number
}

/** The family half likewise. */
export interface FamilyHalf extends Pick<GivenName, 'prefix' | 'familyName'> {
  parts: Pick<NameParts, 'family' | 'sounds' | 'written'>
  /** in one spelling; empty when it names nobody */
  spelling: string
  /** number of that spelling; −1 for none */
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
  /** places of halves as they stand in a table */
  placeGiven(half: Pick<GivenName, 'givenNames' | 'initials'>): number
  placeFamily(half: Pick<GivenName, 'prefix' | 'familyName'>): number
}

export function makeNameTable(): NameTable {
  const givens: GivenHalf[] = []
  const families: FamilyHalf[] = []
  const texts = makeNumberer<string>()
  const [givenTexts, familyTexts] = [makePairNumberer(), makePairNumberer()]
  const [spellings, letters, keys] = [makeNumberer<string>(), makeNumberer<string>(), makeNumberer<string>()]
  const placeGiven: NameTable['placeGiven'] = ({ givenNames, initials }) => {
    const place = givenTexts.of(texts.of(givenNames), texts.of(initials))
    if (place < givens.length) return place
    const [parts, spelling] = [givenParts({ givenNames, initials }), givenKey(givenNames)]
    return givens.push({ givenNames, initials, parts, spelling, full: numberOf(spellings, spelling), letters: numberOf(letters, parts.initials) }) - 1
  }
  const placeFamily: NameTable['placeFamily'] = ({ prefix, familyName }) => {
    const place = familyTexts.of(texts.of(prefix), texts.of(familyName))
    if (place < families.length) return place
    const spelling = familyKey(prefix, familyName)
    return families.push({ prefix, familyName, parts: familyParts({ prefix, familyName }), spelling, key: numberOf(keys, spelling) }) - 1
  }
  return {
    givens, families, placeGiven, placeFamily,
    place: (written) => {
      const name = withPrefixMoved(written)
      return { given: placeGiven(name), family: placeFamily(name) }
    },
  }
}
