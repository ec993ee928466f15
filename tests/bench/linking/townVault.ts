import { recordId } from '../../../shared/model/recordId.ts'
import { joinCompanies } from '../../../electron/engine/link/joinCompanies.ts'
import { joinPersons, type Joined } from '../../../electron/engine/link/joinPersons.ts'
import { measureClusters, measurePairs, type ClusterMetrics, type PairMetrics } from '../../../electron/engine/link/trial/metrics.ts'
import type { DemoAddress } from '../../../electron/engine/demo/world/addresses.ts'
import type { Reader, Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { entityOfRecords, type JoinedKind } from '../../../electron/engine/store/entities.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import type { CompanyTownRow, PersonTownRow, Town } from './town.ts'

/** How well one party was linked, without a human and with one who decides every proposal rightly. */
export interface TownMeasures {
  pairs: PairMetrics
  clusters: ClusterMetrics
  /** pairs put before a human, as a share of all true pairs */
  queue: number
  recallWithQueue: number
  joined: Omit<Joined, 'remarks'>
}

const quiet = { start: () => undefined, advance: () => undefined }
const places = ['person_record', 'office_record', 'ownership_record', 'permit_record'] as const
const COMPANIES = 9
const LATER = 20

/** Puts the rows of a town into an empty vault, a delivery per register. */
export function fillTown(writer: Writer, { addresses, persons, companies }: Town): void {
  const writeAddress = addressWriter(addresses)
  for (const [i] of places.entries()) addDelivery(writer, i + 1)
  addDelivery(writer, COMPANIES)
  for (const one of addresses) addAddress(writer, one.index, { id: one.bag, street: one.street, number: one.number, letter: one.letter, suffix: one.suffix, postcode: one.postcode, x: one.x, y: one.y })
  for (const [i, row] of persons.entries()) addPerson(writer, row, i, 1, writeAddress)
  for (const [i, row] of companies.entries()) addCompany(writer, row, i, writeAddress)
}

/** Puts more rows in, each register as a delivery that came later. */
export function addLater(writer: Writer, addresses: readonly DemoAddress[], rows: readonly PersonTownRow[]): void {
  const writeAddress = addressWriter(addresses)
  for (const [i] of places.entries()) addDelivery(writer, LATER + i)
  for (const [i, row] of rows.entries()) addPerson(writer, row, i, LATER, writeAddress)
}

/** An address as a register writes it, and the one that is meant, as matching leaves it. */
type WriteAddress = (id: number | null) => Record<string, Value>

function addressWriter(addresses: readonly DemoAddress[]): WriteAddress {
  const byBag = new Map(addresses.map((one) => [one.bag, one]))
  return (id) => {
    const found = id === null ? undefined : byBag.get(id)
    if (!found) return {}
    return { address_id: id, given_street: found.street, given_number: found.number, given_letter: found.letter, given_suffix: found.suffix, given_postcode: found.postcode, given_city: 'Almere' }
  }
}

/** @param first the delivery of the first register; the others follow it */
function addPerson(writer: Writer, row: PersonTownRow, i: number, first: number, writeAddress: WriteAddress): void {
  const { table, bsn, givenNames, initials, prefix, familyName, birthDate, addressId } = row
  const name = { given_names: givenNames, initials, prefix, family_name: familyName, birth_date: birthDate, bsn_hash: bsn === null ? null : hashOf(bsn) }
  addRecord(writer, table, places.indexOf(table) + first, i + 2, table === 'office_record' ? { ...name, kvk: 1 } : { ...name, ...writeAddress(addressId) })
}

function addCompany(writer: Writer, row: CompanyTownRow, i: number, writeAddress: WriteAddress): void {
  const { kvk, branchNumber, name, tradeName, legalForm, sbi, addressId } = row
  addRecord(writer, 'company_record', COMPANIES, i + 2, { kvk, branch_number: branchNumber, name, trade_name: tradeName, legal_form: legalForm, sbi, ...writeAddress(addressId) })
}

function hashOf(bsn: number): Buffer {
  const hash = Buffer.alloc(32)
  hash.writeUInt32LE(bsn + 1)
  return hash
}

/** Links persons and companies of the vault of a town, and measures against the truth. */
export function linkTown(store: Store, town: Town, today: string): { persons: TownMeasures; companies: TownMeasures; remarks: string[] } {
  const { people, firms } = store.write((writer) => ({ firms: joinCompanies(writer, quiet), people: joinPersons(writer, quiet, today) }))
  const { remarks, ...own } = people
  return {
    persons: measure(store, 'person', town.persons.map((row, i) => ({ id: recordId(places.indexOf(row.table) + 1, i + 2), truth: row.truth })), own),
    companies: measure(store, 'company', town.companies.map((row, i) => ({ id: recordId(COMPANIES, i + 2), truth: row.truth })), firms),
    remarks,
  }
}

function measure(reader: Reader, party: JoinedKind, rows: readonly { id: number; truth: number }[], joined: Omit<Joined, 'remarks'>): TownMeasures {
  const entityOf = entityOfRecords(reader, party)
  const named = rows.filter(({ id }) => entityOf.has(id))
  const meant = named.map(({ truth }) => truth)
  const made = named.map(({ id }) => entityOf.get(id) ?? 0)
  const pairs = measurePairs(meant, made)
  const proposals = reader.all<{ left: number; right: number }>("SELECT left_record AS left, right_record AS right FROM link_pair WHERE party = ? AND status = 'voorstel'", party)
  const truthOf = new Map(named.map(({ id, truth }) => [id, truth]))
  const parent = new Map<number, number>()
  const find = (entity: number): number => {
    const up = parent.get(entity)
    return up === undefined || up === entity ? entity : find(up)
  }
  for (const { left, right } of proposals) {
    if (truthOf.get(left) === truthOf.get(right)) parent.set(find(entityOf.get(left) ?? 0), find(entityOf.get(right) ?? 0))
  }
  return {
    pairs, clusters: measureClusters(meant, made), queue: proposals.length / (pairs.truePositive + pairs.falseNegative),
    recallWithQueue: measurePairs(meant, made.map(find)).recall, joined,
  }
}
