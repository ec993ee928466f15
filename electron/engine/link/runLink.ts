import type { LinkReport } from '#shared/contract/catalogue.ts'
import { formatCount } from '#shared/text/format.ts'
import type { CallContext } from '../context.ts'
import type { Reader } from '../store/database.ts'
import { countOnWithdrawn } from '../store/givenAddresses.ts'
import { writeMatchStamp } from '../store/matchStamp.ts'
import { todayOf } from '../today.ts'
import { buildLinks } from './buildLinks.ts'
import { buildSearch } from './search/buildSearch.ts'
import { joinCompanies } from './joinCompanies.ts'
import { joinPersons } from './joinPersons.ts'
import { matchRecords } from './matchRecords.ts'
import { markDecisionsApplied } from './markDecisions.ts'
import { makePace } from './pace.ts'
import { placeAddresses } from './placeAddresses.ts'
import { renewKeys } from './renewKeys.ts'
import type { PairCounts } from './savePairs.ts'
import { unfollowedRemark } from './unfollowed.ts'

/**
 * Matches addresses, joins records to companies and persons, builds the network and the search index: all or nothing, and a second
 * run over the same records leaves the vault as it is.
 * @throws ProblemError `cancelled`
 */
export function runLink(context: Pick<CallContext, 'store' | 'now' | 'report' | 'checkCancelled'>): LinkReport {
  const pace = makePace(context)
  return context.store.write((writer) => {
    renewKeys(writer)
    placeAddresses(writer, pace)
    const addresses = matchRecords(writer, pace)
    const companies = joinCompanies(writer, pace)
    const persons = joinPersons(writer, pace, todayOf(context))
    const { nodes, links } = buildLinks(writer, pace)
    buildSearch(writer, pace)
    markDecisionsApplied(writer)
    writeMatchStamp(writer)
    return { addresses, nodes, links, pairs: addPairs(persons.pairs, companies.pairs), clusters: listSizes(persons.sizes, companies.sizes), remarks: [...withdrawnRemark(writer), ...companies.remarks, ...persons.remarks, ...unfollowedRemark(writer)] }
  })
}

function withdrawnRemark(reader: Reader): string[] {
  const count = countOnWithdrawn(reader)
  return count === 0 ? [] : [`${formatCount(count, 'rij noemt', 'rijen noemen')} een adres dat in de BAG is ingetrokken; het adresblad zegt sinds wanneer.`]
}

function addPairs(persons: PairCounts, companies: PairCounts): PairCounts {
  return {
    compared: persons.compared + companies.compared, linked: persons.linked + companies.linked,
    proposed: persons.proposed + companies.proposed, refused: persons.refused + companies.refused,
  }
}

function listSizes(persons: ReadonlyMap<number, number>, companies: ReadonlyMap<number, number>): LinkReport['clusters'] {
  const sizes = [...new Set([...persons.keys(), ...companies.keys()])].sort((first, second) => first - second)
  return sizes.map((records) => ({ records, persons: persons.get(records) ?? 0, companies: companies.get(records) ?? 0 }))
}
