import { searchWords } from '../../normalise/searchWords.ts'
import type { Reader, Writer } from '../../store/database.ts'
import {
  countAdditions, hasWordIndex, eachSearchableCompany, eachSearchablePerson, eachSearchableStreet, saveWordAddition, saveWordIndex, searchablePersons,
  type SearchablePerson, type WordedKind,
} from '../../store/search.ts'
import type { Pace } from '../pace.ts'
import { makeWordIndex } from './wordIndex.ts'

const texts: Record<WordedKind, (reader: Reader) => Iterable<{ id: number; text: string }>> = {
  street: (reader) => textsOf(eachSearchableStreet(reader), ({ name, city }) => `${name} ${city}`),
  company: (reader) => textsOf(eachSearchableCompany(reader), ({ name, tradeNames }) => `${name} ${tradeNames}`),
  person: (reader) => textsOf(eachSearchablePerson(reader), textOf),
}

function* textsOf<Thing extends { id: number }>(things: Iterable<Thing>, spell: (thing: Thing) => string): Generator<{ id: number; text: string }, void> {
  for (const thing of things) yield { id: thing.id, text: spell(thing) }
}
const kinds: readonly WordedKind[] = ['street', 'company', 'person']

/** After so many things it is seen whether to go on. */
const BEAT = 16_384

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
    if (ids === null || !hasWordIndex(writer, kind) || countAdditions(writer, kind) > MOST_ADDED) saveWordIndex(writer, kind, makeWordIndex(worded(writer, kind, pace)))
    else if (ids !== 'none' && ids.size > 0) saveWordAddition(writer, kind, wordsOfPersons(writer, ids))
    pace.advance(1)
  }
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
function wordsOfPersons(reader: Reader, ids: ReadonlySet<number>): [number, string[]][] {
  const found = new Map(searchablePersons(reader, [...ids]).map((one): [number, string[]] => [one.id, searchWords(textOf(one))]))
  return [...ids].map((id): [number, string[]] => [id, found.get(id) ?? []])
}

function textOf({ givenNames, initials, prefix, familyName }: SearchablePerson): string {
  return `${givenNames} ${initials} ${prefix} ${familyName}`
}
