import { z } from 'zod'
import { hasMoreAddresses } from '../store/addresses.ts'
import type { Reader, Writer } from '../store/database.ts'
import { countGiven, countOnWithdrawn, givenTables, pageOfGiven, saveAddressMatch, type GivenRow, type GivenTable } from '../store/givenAddresses.ts'
import { readStage, saveStage } from '../store/linkStages.ts'
import { buildAddressIndex, buildStreetIndex, type AddressIndex } from './addressIndex.ts'
import { openQuestions } from './addressQuestions.ts'
import { matchMethods, type AddressMatch, type MatchMethod } from './matchAddress.ts'
import type { Pace } from './pace.ts'

const PAGE = 5000
/** Asking the vault for the addresses of one row costs as much as reading so many addresses. */
const PER_ROW = 20

/** What came of matching every address as written. */
export interface MatchedAddresses {
  /** rows by the way they were matched */
  counts: Record<MatchMethod, number>
  /** rows whose address was withdrawn in the BAG */
  onWithdrawn: number
}

const Facts = z.object({
  counts: z.object({ bag: z.number(), exact: z.number(), normalised: z.number(), fuzzy: z.number(), ambiguous: z.number(), none: z.number(), notGiven: z.number(), decided: z.number() }),
  onWithdrawn: z.number(),
})
const nothing: MatchedAddresses = { counts: { bag: 0, exact: 0, normalised: 0, fuzzy: 0, ambiguous: 0, none: 0, notGiven: 0, decided: 0 }, onWithdrawn: 0 }

/**
 * Matches addresses as written to the BAG, or as a person decided; writes only what changed, and what is left to decide. Rows that were
 * matched before are left alone, as long as no address, street or decision on addresses changed.
 */
export function matchRecords(writer: Writer, pace: Pace): MatchedAddresses {
  const done = readStage(writer, 'addresses')
  const before = done ? Facts.parse(JSON.parse(done.facts)) : nothing
  const after = done?.lastRecord ?? 0
  const rows = countGiven(writer, after)
  if (done && rows === 0) return before
  pace.start('Adressen laden')
  const counts = { ...before.counts }
  const questions = openQuestions(writer, indexFor(writer, rows), done !== undefined)
  pace.start('Adressen koppelen', rows)
  for (const table of givenTables) {
    const save = saveAddressMatch(writer, table)
    for (const page of pagesOf(writer, table, after)) {
      for (const row of page) counts[saveMatch(questions.settle(table, row), row, save)] += 1
      pace.advance(page.length)
    }
  }
  questions.save()
  const matched = { counts, onWithdrawn: before.onWithdrawn + countOnWithdrawn(writer, after) }
  saveStage(writer, 'addresses', JSON.stringify(matched))
  return matched
}

function indexFor(reader: Reader, rows: number): AddressIndex {
  return hasMoreAddresses(reader, rows * PER_ROW) ? buildStreetIndex(reader) : buildAddressIndex(reader)
}

/** Pages, because nothing can be written while rows are read one by one. */
function* pagesOf(reader: Reader, table: GivenTable, after: number): Generator<GivenRow[], void> {
  for (let page = pageOfGiven(reader, table, after, PAGE); page.length > 0; page = pageOfGiven(reader, table, page.at(-1)?.id ?? 0, PAGE)) yield page
}

function saveMatch({ method, addressId }: AddressMatch, row: GivenRow, save: ReturnType<typeof saveAddressMatch>): MatchMethod {
  const match = matchMethods.indexOf(method) + 1
  if (match !== row.match || addressId !== row.addressId) save(row.id, addressId, match)
  return method
}
