import { searchWords } from '../../normalise/searchWords.ts'
import type { Reader, Writer } from '../../store/database.ts'
import {
  listSearchableCompanies, listSearchablePersons, listSearchableStreets, saveWordIndex, type WordedKind, type WordIndex,
} from '../../store/search.ts'
import type { Pace } from '../pace.ts'
import { makeWordIndex } from './wordIndex.ts'

const texts: Record<WordedKind, (reader: Reader) => { id: number; text: string }[]> = {
  street: (reader) => listSearchableStreets(reader).map(({ id, name, city }) => ({ id, text: `${name} ${city}` })),
  company: (reader) => listSearchableCompanies(reader).map(({ id, name, tradeNames }) => ({ id, text: `${name} ${tradeNames}` })),
  person: (reader) => listSearchablePersons(reader).map((one) => ({ id: one.id, text: `${one.givenNames} ${one.initials} ${one.prefix} ${one.familyName}` })),
}
const kinds: readonly WordedKind[] = ['street', 'company', 'person']

/** Makes the words anew under which streets, companies and persons are found. */
export function buildSearch(writer: Writer, pace: Pace): void {
  pace.start('Zoekindex opbouwen', kinds.length)
  for (const kind of kinds) {
    saveWordIndex(writer, kind, indexOf(writer, kind))
    pace.advance(1)
  }
}

function indexOf(reader: Reader, kind: WordedKind): WordIndex {
  return makeWordIndex(texts[kind](reader).map(({ id, text }) => ({ id, words: searchWords(text) })))
}
