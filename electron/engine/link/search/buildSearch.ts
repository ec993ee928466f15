import { searchWords } from '../../normalise/searchWords.ts'
import type { Reader, Writer } from '../../store/database.ts'
import {
  countAdditions, hasWordIndex, listSearchableCompanies, listSearchablePersons, listSearchableStreets, saveWordAddition, saveWordIndex, searchablePersons,
  type SearchablePerson, type WordedKind, type WordIndex,
} from '../../store/search.ts'
import type { Pace } from '../pace.ts'
import { makeWordIndex } from './wordIndex.ts'

const texts: Record<WordedKind, (reader: Reader) => { id: number; text: string }[]> = {
  street: (reader) => listSearchableStreets(reader).map(({ id, name, city }) => ({ id, text: `${name} ${city}` })),
  company: (reader) => listSearchableCompanies(reader).map(({ id, name, tradeNames }) => ({ id, text: `${name} ${tradeNames}` })),
  person: (reader) => listSearchablePersons(reader).map((one) => ({ id: one.id, text: textOf(one) })),
}
const kinds: readonly WordedKind[] = ['street', 'company', 'person']

/** Beside so many things that changed an index is made anew, so that reading it stays quick. */
const MOST_ADDED = 100_000

/** What may have changed since the last run, by kind: these, or any when null. */
export interface Changed {
  street: 'none' | null
  company: 'none' | null
  person: ReadonlySet<number> | null
}

/** Makes the words anew under which streets, companies and persons are found; where little changed, only of what did. */
export function buildSearch(writer: Writer, pace: Pace, changed: Changed = { street: null, company: null, person: null }): void {
  pace.start('Zoekindex opbouwen', kinds.length)
  for (const kind of kinds) {
    const ids = changed[kind]
    if (ids === null || !hasWordIndex(writer, kind) || countAdditions(writer, kind) > MOST_ADDED) saveWordIndex(writer, kind, indexOf(writer, kind))
    else if (ids !== 'none' && ids.size > 0) saveWordAddition(writer, kind, wordsOfPersons(writer, ids))
    pace.advance(1)
  }
}

function indexOf(reader: Reader, kind: WordedKind): WordIndex {
  return makeWordIndex(texts[kind](reader).map(({ id, text }) => ({ id, words: searchWords(text) })))
}

/** Who is no more has no words. */
function wordsOfPersons(reader: Reader, ids: ReadonlySet<number>): [number, string[]][] {
  const found = new Map(searchablePersons(reader, [...ids]).map((one): [number, string[]] => [one.id, searchWords(textOf(one))]))
  return [...ids].map((id): [number, string[]] => [id, found.get(id) ?? []])
}

function textOf({ givenNames, initials, prefix, familyName }: SearchablePerson): string {
  return `${givenNames} ${initials} ${prefix} ${familyName}`
}
