import type { LinkReport } from '#shared/contract/catalogue.ts'
import type { CallContext } from '../context.ts'
import { writeMatchStamp } from '../store/matchStamp.ts'
import { buildLinks } from './buildLinks.ts'
import { buildSearch } from './search/buildSearch.ts'
import { joinCompanies } from './joinCompanies.ts'
import { joinPersons } from './joinPersons.ts'
import { matchRecords } from './matchRecords.ts'
import { markDecisionsApplied } from './markDecisions.ts'
import { makePace } from './pace.ts'
import { placeAddresses } from './placeAddresses.ts'
import { proposeLikenesses } from './proposals.ts'

/**
 * Matches addresses, joins records to companies and persons, builds the network and the search index: all or nothing, and a second
 * run over the same records leaves the vault as it is.
 * @throws ProblemError `cancelled`
 */
export function runLink(context: Pick<CallContext, 'store' | 'now' | 'report' | 'checkCancelled'>): LinkReport {
  const pace = makePace(context)
  return context.store.write((writer) => {
    placeAddresses(writer, pace)
    const addresses = matchRecords(writer, pace)
    joinCompanies(writer, pace)
    const remarks = joinPersons(writer, pace, context.now.slice(0, 10))
    const { nodes, links } = buildLinks(writer, pace)
    const proposals = proposeLikenesses(writer, pace)
    buildSearch(writer, pace)
    markDecisionsApplied(writer)
    writeMatchStamp(writer)
    return { addresses, nodes, links, proposals, remarks }
  })
}
