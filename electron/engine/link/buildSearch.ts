import { searchWords } from '../normalise/searchWords.ts'
import { eachStreet } from '../store/addresses.ts'
import type { Writer } from '../store/database.ts'
import { addSearchable, clearSearch, listSearchableCompanies, listSearchablePersons, type WordedKind } from '../store/search.ts'
import type { Pace } from './pace.ts'

/** Makes the words anew under which streets, companies and persons are found. */
export function buildSearch(writer: Writer, pace: Pace): void {
  pace.start('Zoekindex opbouwen')
  const streets = Array.from(eachStreet(writer), ({ id, name, city }) => ({ id, text: `${name} ${city}` }))
  fill(writer, 'street', streets)
  fill(writer, 'company', listSearchableCompanies(writer).map(({ id, name, tradeNames }) => ({ id, text: `${name} ${tradeNames}` })))
  fill(writer, 'person', listSearchablePersons(writer).map((one) => ({ id: one.id, text: `${one.givenNames} ${one.initials} ${one.prefix} ${one.familyName}` })))
  pace.advance(streets.length)
}

function fill(writer: Writer, kind: WordedKind, things: readonly { id: number; text: string }[]): void {
  clearSearch(writer, kind)
  const add = addSearchable(writer, kind)
  for (const { id, text } of things) add(id, [...new Set(searchWords(text))])
}
