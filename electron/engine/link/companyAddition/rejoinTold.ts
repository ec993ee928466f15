import type { Writer } from '../../store/database.ts'
import { entitiesOfRecords } from '../../store/entities.ts'
import { pairsAmong, type PairStatus } from '../../store/linkPairs.ts'
import { MOST_RECORDS } from '../ruleIndex.ts'
import { rememberCompanies, type CompaniesDone } from '../companiesDone.ts'
import { toldNow, toldPlaces, type ToldPlace } from '../companiesTold.ts'
import { pairsOf } from '../decidedPairs.ts'
import type { Joined } from '../joinPersons.ts'
import { evidenceOfCompanies, linkCompanies, type LinkedCompanies } from '../linkCompanies.ts'
import type { PairCounts } from '../savePairs.ts'
import { bothWays, openCompanies, saveLikely, sizesBesideCompanies, type CompaniesKept } from './companiesKept.ts'
import { gatherUnits, recordsOfUnits } from './gatherUnits.ts'
import { unitsToRejoin } from './unitsToRejoin.ts'
import { saveRejoined } from './saveRejoined.ts'

/**
 * Joins companies anew of which is told otherwise where those live who run them, with all that hangs together with them; the rest is
 * left alone. It ends where joining all companies anew would. Null when that has to be done: an inspection or an earlier delivery tells
 * something new, which changes how common an address is, or too many are at one address.
 * @param areAllTold whether anything may be told otherwise, not only what rows tell that came or are another person's
 */
export function rejoinTold(writer: Writer, done: CompaniesDone, areAllTold: boolean, beat: () => void): Joined | null {
  const told = areAllTold ? toldPlaces(writer, done.asked) : toldNow(writer, done)
  beat()
  const changed = changedPlaces(done.told, told)
  const joined = changed.length === 0 ? done.joined : rejoin(writer, changed, told, { joined: done.joined, beat })
  if (joined !== null) rememberCompanies(writer, joined, { asked: done.asked, told, beside: done.beside })
  return joined
}

function changedPlaces(before: readonly ToldPlace[], now: readonly ToldPlace[]): ToldPlace[] {
  const spelled = ({ kvk, place, isHome, name }: ToldPlace): string => `${kvk} ${place} ${isHome} ${name}`
  // what was not read again is the same place, not one that is spelled like it
  const [stood, stands] = [new Set(before), new Set(now)]
  const [gone, came] = [before.filter((one) => !stands.has(one)), now.filter((one) => !stood.has(one))]
  const [known, found] = [new Set(gone.map(spelled)), new Set(came.map(spelled))]
  return [...gone.filter((one) => !found.has(spelled(one))), ...came.filter((one) => !known.has(spelled(one)))]
}

function rejoin(writer: Writer, changed: readonly ToldPlace[], told: readonly ToldPlace[], { joined, beat }: Pick<CompaniesDone, 'joined'> & { beat(): void }): Joined | null {
  const kept = openCompanies(writer)
  const decided = pairsOf(kept.verdicts)
  const wanted = unitsToRejoin(writer, kept, changed, { told, decided })
  if (wanted === null) return null
  const records = recordsOfUnits(kept, wanted)
  const companies = entitiesOfRecords(writer, 'company', records)
  const { units, named } = gatherUnits(writer, kept, records, companies)
  beat()
  const pairs = pairsAmong(writer, 'company', records)
  const linked = linkCompanies(pairs, { units, evidence: evidenceOfCompanies(units, told, beat) }, { ...kept, decided, beat, sizeOfBlock: sizesBesideCompanies(kept) })
  keepLikely(writer, kept, wanted, linked.likely)
  const { sizes, remarks, touched } = saveRejoined(writer, linked.groups, { companies, named, joined, beat })
  return { pairs: pairsNow(joined.pairs, linked.counts, pairs.before), sizes, remarks, touched }
}

function keepLikely(writer: Writer, kept: CompaniesKept, rejoined: ReadonlySet<number>, likely: LinkedCompanies['likely']): void {
  const unitAt = [...rejoined].sort((one, other) => one - other)
  const rest = kept.likely.filter((pair) => !rejoined.has(Math.floor(pair / MOST_RECORDS)))
  saveLikely(writer, [...rest, ...likely.flatMap(({ left, right }) => bothWays(unitAt[left] ?? 0, unitAt[right] ?? 0))])
}

function pairsNow(before: PairCounts, found: PairCounts, gone: ReadonlyMap<PairStatus, number>): PairCounts {
  const now = (status: PairStatus, stood: number, came: number): number => stood + came - (gone.get(status) ?? 0)
  return {
    compared: before.compared + found.compared, linked: now('gekoppeld', before.linked, found.linked), proposed: now('voorstel', before.proposed, found.proposed),
    refused: now('tegenspraak', before.refused, found.refused),
  }
}
