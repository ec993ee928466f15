import { searchWords } from '../../normalise/searchWords.ts'
import type { Reader, Writer } from '../../store/database.ts'
import { readMeta, writeMeta } from '../../store/meta.ts'
import {
  countAdditions, hasWordIndex, eachSearchableCompany, eachSearchablePerson, eachSearchableStreet, saveWordAddition, saveWordIndex, searchableCompanies, searchablePersons,
  type SearchableCompany, type SearchablePerson, type WordedKind,
} from '../../store/search.ts'
import type { Pace } from '../pace.ts'
import { makeWordIndex } from './wordIndex.ts'

const texts: Record<WordedKind, (reader: Reader) => Iterable<{ id: number; text: string }>> = {
  street: (reader) => textsOf(eachSearchableStreet(reader), ({ name, city }) => `${name} ${city}`),
  company: (reader) => textsOf(eachSearchableCompany(reader), companyText),
  person: (reader) => textsOf(eachSearchablePerson(reader), personText),
}

const textsOfSome: Record<WordedKind, (reader: Reader, ids: readonly number[]) => Iterable<{ id: number; text: string }>> = {
  // streets change all together
  street: () => [],
  company: (reader, ids) => textsOf(searchableCompanies(reader, ids), companyText),
  person: (reader, ids) => textsOf(searchablePersons(reader, ids), personText),
}

function* textsOf<Thing extends { id: number }>(things: Iterable<Thing>, spell: (thing: Thing) => string): Generator<{ id: number; text: string }, void> {
  for (const thing of things) yield { id: thing.id, text: spell(thing) }
}
const kinds: readonly WordedKind[] = ['street', 'company', 'person']

/** After so many things it is seen whether to go on. */
const BEAT = 16_384

/** Beside so many things that changed an index is made anew, so that reading it stays quick. */
const MOST_ADDED = 100_000

/** Goes up when words come to be spelled in another way: then every index is made anew. */
const SPELLING = '2'

/** What may have changed since the last run, by kind: these, or any when null. */
export interface Changed {
  street: ReadonlySet<never> | null
  company: ReadonlySet<number> | null
  person: ReadonlySet<number> | null
}

/** Makes the words anew under which streets, companies and persons are found; where little changed, only of what did. */
export function buildSearch(writer: Writer, pace: Pace, changed: Changed = { street: null, company: null, person: null }): void {
  pace.start('Zoekindex opbouwen', kinds.length)
  const isSpelledSo = readMeta(writer, 'search-words') === SPELLING
  for (const kind of kinds) {
    const ids = isSpelledSo ? changed[kind] : null
    if (ids === null || !hasWordIndex(writer, kind) || countAdditions(writer, kind) > MOST_ADDED) saveWordIndex(writer, kind, makeWordIndex(worded(writer, kind, pace)))
    else if (ids.size > 0) saveWordAddition(writer, kind, wordsOf(textsOfSome[kind](writer, [...ids]), ids))
    pace.advance(1)
  }
  writeMeta(writer, 'search-words', SPELLING)
}

function* worded(reader: Reader, kind: WordedKind, pace: Pace): Generator<{ id: number; words: readonly string[] }, void> {
  let done = 0
  for (const { id, text } of texts[kind](reader)) {
    if (done % BEAT === 0) pace.advance(0)
    done += 1
    yield { id, words: searchWords(text) }
  }
}

/** Who is no more has no words. */
function wordsOf(spelled: Iterable<{ id: number; text: string }>, ids: ReadonlySet<number>): [number, string[]][] {
  const found = new Map(Array.from(spelled, ({ id, text }): [number, string[]] => [id, searchWords(text)]))
  return [...ids].map((id): [number, string[]] => [id, found.get(id) ?? []])
}

function companyText({ name, tradeNames }: SearchableCompany): string {
  return `${name} ${tradeNames}`
}

function personText({ givenNames, initials, prefix, familyName }: SearchablePerson): string {
  return `${givenNames} ${initials} ${prefix} ${familyName}`
}
