import type { Writer } from '../store/database.ts'
import type { NetworkCounts } from '../store/links.ts'
import { readStage } from '../store/linkStages.ts'
import { writeMatchStamp } from '../store/matchStamp.ts'
import { buildLinks } from './buildLinks.ts'
import { joinCompanies } from './joinCompanies.ts'
import { joinPersons, type Joined, type ReadAhead, type Sizes } from './joinPersons.ts'
import { markDecisionsApplied } from './markDecisions.ts'
import type { Pace } from './pace.ts'
import { renewRows } from './renewRows.ts'
import { buildSearch } from './search/buildSearch.ts'

export interface JoinedAll {
  companies: Joined
  persons: Joined
  network: NetworkCounts
}

/**
 * Joins records whose addresses were matched to persons and companies by the ledger of decisions, and brings network and search index in line.
 * @param haveAddressesChanged see {@link heedAddresses}
 * @param ahead what a thread beside reads of the persons
 */
export function joinAll(writer: Writer, pace: Pace, today: string, haveAddressesChanged: boolean, sizes?: Partial<Sizes>, ahead?: ReadAhead): JoinedAll {
  const persons = joinPersons(writer, pace, today, sizes, ahead)
  // a row of the register that comes to another company makes the network be forgotten
  const drawn = readStage(writer, 'network')
  const companies = joinCompanies(writer, pace, haveAddressesChanged ? null : persons.touched)
  const network = buildLinks(writer, pace, drawn, { persons: persons.touched, companies: companies.touched })
  buildSearch(writer, pace, { street: haveAddressesChanged ? null : new Set(), company: companies.touched, person: persons.touched })
  renewRows(writer, (party) => (party === 'person' ? persons : companies).touched === null)
  markDecisionsApplied(writer)
  writeMatchStamp(writer)
  // what comes is the commit, of some seconds after a million rows, and it cannot tell how far it is
  pace.start('Vastleggen')
  return { companies, persons, network }
}
