import type { Reader, Writer } from '../store/database.ts'
import { countGiven, givenTables, pageOfGiven, saveAddressMatch, type GivenRow, type GivenTable } from '../store/givenAddresses.ts'
import { buildAddressIndex } from './addressIndex.ts'
import { openQuestions } from './addressQuestions.ts'
import { matchMethods, type AddressMatch, type MatchMethod } from './matchAddress.ts'
import type { Pace } from './pace.ts'

const PAGE = 5000

/**
 * Matches every address as written to the BAG, or as a person decided; writes only what changed, and what is left to decide.
 * Returns how many were matched in each way.
 */
export function matchRecords(writer: Writer, pace: Pace): Record<MatchMethod, number> {
  const counts: Record<MatchMethod, number> = { bag: 0, exact: 0, normalised: 0, fuzzy: 0, ambiguous: 0, none: 0, notGiven: 0, decided: 0 }
  pace.start('Adressen laden')
  const questions = openQuestions(writer, buildAddressIndex(writer))
  pace.start('Adressen koppelen', countGiven(writer))
  for (const table of givenTables) {
    const save = saveAddressMatch(writer, table)
    for (const page of pagesOf(writer, table)) {
      for (const row of page) counts[saveMatch(questions.settle(table, row), row, save)] += 1
      pace.advance(page.length)
    }
  }
  questions.save()
  return counts
}

/** Pages, because nothing can be written while rows are read one by one. */
function* pagesOf(reader: Reader, table: GivenTable): Generator<GivenRow[], void> {
  for (let page = pageOfGiven(reader, table, 0, PAGE); page.length > 0; page = pageOfGiven(reader, table, page.at(-1)?.id ?? 0, PAGE)) yield page
}

function saveMatch({ method, addressId }: AddressMatch, row: GivenRow, save: ReturnType<typeof saveAddressMatch>): MatchMethod {
  const match = matchMethods.indexOf(method) + 1
  if (match !== row.match || addressId !== row.addressId) save(row.id, addressId, match)
  return method
}
