import type { LinkReport } from '#shared/contract/catalogue.ts'
import { formatCount } from '#shared/text/format.ts'
import type { CallContext } from '../context.ts'
import type { Reader, Writer } from '../store/database.ts'
import { haveMorePersonRows } from '../store/entitiesPerson.ts'
import { todayOf } from '../today.ts'
import { whatWasDone } from './addition/openKept.ts'
import { readKeptAhead } from './ahead/readAhead.ts'
import { heedAddresses } from './changedAddresses.ts'
import { joinAll } from './joinAll.ts'
import { WORTH, type ReadAhead } from './joinPersons.ts'
import { matchRecords, type MatchedAddresses } from './matchRecords.ts'
import { makePace, type Pace } from './pace.ts'
import { placeAddresses } from './placeAddresses.ts'
import { renewKeys } from './renewKeys.ts'
import type { PairCounts } from './savePairs.ts'
import { readNamesAhead } from './share/readNamesAhead.ts'
import { unfollowedRemark } from './unfollowed.ts'

/**
 * Matches addresses, joins records to companies and persons, builds the network and the search index: all or nothing, and a second
 * run over the same records leaves the vault as it is.
 * @throws ProblemError `cancelled`
 */
export function runLink(context: Pick<CallContext, 'store' | 'now' | 'report' | 'checkCancelled' | 'vault'>): LinkReport {
  const pace = makePace(context)
  const today = todayOf(context)
  // of a delivery that is taken back in one with this, the rows still stand in the vault for whoever reads beside
  const isPart = context.store.isWriting()
  return context.store.write((writer) => {
    renewKeys(writer)
    const haveAddressesChanged = heedAddresses(writer)
    const ahead = isPart ? {} : readingBeside(writer, context, today)
    try {
      return linkAll(writer, pace, today, haveAddressesChanged, ahead)
    } finally {
      // one thread reads both halves
      void ahead.kept?.first.stop()
      void ahead.names?.stop()
    }
  })
}

/** Of many persons a thread beside reads while addresses are matched: what earlier runs kept, or who all rows name where none did. */
function readingBeside(reader: Reader, { vault }: Pick<CallContext, 'vault'>, today: string): ReadAhead {
  if (!vault) return {}
  if (whatWasDone(reader)) return { kept: { first: readKeptAhead(vault, 'first'), later: readKeptAhead(vault, 'later') } }
  return haveMorePersonRows(reader, WORTH.shareFrom) ? { names: readNamesAhead(vault, today) } : {}
}

function linkAll(writer: Writer, pace: Pace, today: string, haveAddressesChanged: boolean, ahead: ReadAhead): LinkReport {
  placeAddresses(writer, pace)
  const addresses = matchRecords(writer, pace)
  const { companies, persons, network } = joinAll(writer, pace, today, haveAddressesChanged, undefined, ahead)
  return { addresses: addresses.counts, nodes: network.nodes, links: network.links, pairs: addPairs(persons.pairs, companies.pairs), clusters: listSizes(persons.sizes, companies.sizes), remarks: [...withdrawnRemark(addresses), ...companies.remarks, ...persons.remarks, ...unfollowedRemark(writer)] }
}

function withdrawnRemark({ onWithdrawn }: MatchedAddresses): string[] {
  return onWithdrawn === 0 ? [] : [`${formatCount(onWithdrawn, 'rij noemt', 'rijen noemen')} een adres dat in de BAG is ingetrokken; het adresblad zegt sinds wanneer.`]
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
