import type { Writer } from '../store/database.ts'
import { countGiven, givenTables, pageOfGiven, saveAddressMatch } from '../store/givenAddresses.ts'
import { buildAddressIndex } from './addressIndex.ts'
import { matchAddress, matchMethods, type MatchMethod } from './matchAddress.ts'
import type { Pace } from './pace.ts'

const PAGE = 5000

/** Matches every address as written to the BAG; writes only what changed. Returns how many were matched in each way. */
export function matchRecords(writer: Writer, pace: Pace): Record<MatchMethod, number> {
  const counts: Record<MatchMethod, number> = { bag: 0, exact: 0, normalised: 0, fuzzy: 0, ambiguous: 0, none: 0, notGiven: 0 }
  pace.start('Adressen laden')
  const index = buildAddressIndex(writer)
  pace.start('Adressen koppelen', countGiven(writer))
  for (const table of givenTables) {
    const save = saveAddressMatch(writer, table)
    for (let page = pageOfGiven(writer, table, 0, PAGE); page.length > 0; page = pageOfGiven(writer, table, page.at(-1)?.id ?? 0, PAGE)) {
      for (const row of page) {
        const { method, addressId } = matchAddress(index, row)
        const match = matchMethods.indexOf(method) + 1
        counts[method] += 1
        if (match !== row.match || addressId !== row.addressId) save(row.id, addressId, match)
      }
      pace.advance(page.length)
    }
  }
  return counts
}
