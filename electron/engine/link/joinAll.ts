import type { Writer } from '../store/database.ts'
import type { NetworkCounts } from '../store/links.ts'
import { writeMatchStamp } from '../store/matchStamp.ts'
import { buildLinks } from './buildLinks.ts'
import { joinCompanies } from './joinCompanies.ts'
import { joinPersons, type Joined } from './joinPersons.ts'
import { markDecisionsApplied } from './markDecisions.ts'
import type { Pace } from './pace.ts'
import { buildSearch } from './search/buildSearch.ts'

export interface JoinedAll {
  companies: Joined
  persons: Joined
  network: NetworkCounts
}

/** Joins records whose addresses were matched to persons and companies by the ledger of decisions, and brings network and search index in line. */
export function joinAll(writer: Writer, pace: Pace, today: string, haveStreetsChanged: boolean, worthKeeping?: number): JoinedAll {
  const persons = joinPersons(writer, pace, today, worthKeeping)
  const companies = joinCompanies(writer, pace)
  const network = buildLinks(writer, pace, companies.touched === null ? null : persons.touched)
  buildSearch(writer, pace, { street: haveStreetsChanged ? null : 'none', company: companies.touched === null ? null : 'none', person: persons.touched })
  markDecisionsApplied(writer)
  writeMatchStamp(writer)
  return { companies, persons, network }
}
