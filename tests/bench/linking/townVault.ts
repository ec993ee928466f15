import { recordId } from '../../../shared/model/recordId.ts'
import { joinCompanies } from '../../../electron/engine/link/joinCompanies.ts'
import { joinPersons, type Joined } from '../../../electron/engine/link/joinPersons.ts'
import { measureClusters, measurePairs, type ClusterMetrics, type PairMetrics } from '../../../electron/engine/link/trial/metrics.ts'
import type { DemoAddress } from '../../../electron/engine/demo/world/addresses.ts'
import type { Reader, Store, Value, Writer } from '../../../electron/engine/store/database.ts'
import { entityOfRecords, type JoinedKind } from '../../../electron/engine/store/entities.ts'
import { recordEnder } from '../../../electron/engine/store/history.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import type { PersonTownRow, Town } from './town.ts'
import type { CompanyTownRow, OfficerTownRow } from './townCompanies.ts'

/** How well one party was linked, without a human and with one who decides every proposal rightly. */
export interface TownMeasures {
  pairs: PairMetrics
  clusters: ClusterMetrics
  withHuman: PairMetrics
  compared: number
  /** pairs put before a human */
  proposed: number
  rows: number
}

const quiet = { start: () => undefined, advance: () => undefined }
const places = ['person_record', 'office_record', 'ownership_record', 'permit_record'] as const
const COMPANIES = 9
/** An earlier delivery of the trade register, and offices as it gives them now. */
const BEFORE = 8
/** An earlier delivery of the population register. */
const PERSONS_BEFORE = 7
const OFFICERS = 10
const LATER = 20

/** Puts the rows of a town into an empty vault, a delivery per register. */
export function fillTown(writer: Writer, { addresses, persons, companies, officers }: Town): void {
  const writeAddress = addressWriter(addresses)
  for (const [i] of places.entries()) addDelivery(writer, i + 1)
  for (const id of [PERSONS_BEFORE, BEFORE, COMPANIES, OFFICERS]) addDelivery(writer, id)
  for (const one of addresses) addAddress(writer, one.index, { id: one.bag, street: one.street, number: one.number, letter: one.letter, suffix: one.suffix, postcode: one.postcode, x: one.x, y: one.y })
  for (const [i, row] of persons.entries()) addPerson(writer, row, i, 1, writeAddress)
  for (const [i, row] of companies.entries()) addCompany(writer, row, i, writeAddress)
  for (const [i, row] of officers.entries()) addOfficer(writer, row, i)
}

/** Puts more rows in, each register as a delivery that came later and adds to what is there; one that ends rows has all joined anew. */
export function addLater(writer: Writer, addresses: readonly DemoAddress[], rows: readonly PersonTownRow[]): void {
  const writeAddress = addressWriter(addresses)
  for (const [i] of places.entries()) addDelivery(writer, LATER + i)
  for (const [i, row] of rows.entries()) addPerson(writer, { ...row, formerly: [] }, i, LATER, writeAddress)
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

/** A row of a person, and what the population register said of him before he moved. @param first the delivery of the first register; the others follow it */
function addPerson(writer: Writer, row: PersonTownRow, i: number, first: number, writeAddress: WriteAddress): void {
  const { table, bsn, givenNames, initials, prefix, familyName, birthDate, addressId, formerly } = row
  const name = { given_names: givenNames, initials, prefix, family_name: familyName, birth_date: birthDate, bsn_hash: bsn === null ? null : hashOf(bsn) }
  addRecord(writer, table, places.indexOf(table) + first, i + 2, table === 'office_record' ? { ...name, kvk: 1 } : { ...name, ...writeAddress(addressId) })
  for (const former of formerly) {
    const before = addRecord(writer, table, PERSONS_BEFORE, i + 2, { ...name, ...writeAddress(former) })
    recordEnder(writer, table, first)(before, recordId(first, i + 2))
  }
}

/** A row of a company, and what the trade register said of it before it moved. */
function addCompany(writer: Writer, row: CompanyTownRow, i: number, writeAddress: WriteAddress): void {
  const { kvk, branchNumber, name, tradeName, legalForm, sbi, addressId } = row
  const said = { kvk, branch_number: branchNumber, name, trade_name: tradeName, legal_form: legalForm, sbi }
  addRecord(writer, 'company_record', COMPANIES, i + 2, { ...said, ...writeAddress(addressId) })
  for (const former of row.formerly) {
    const before = addRecord(writer, 'company_record', BEFORE, i + 2, { ...said, ...writeAddress(former) })
    recordEnder(writer, 'company_record', COMPANIES)(before, recordId(COMPANIES, i + 2))
  }
}

function addOfficer(writer: Writer, { kvk, office, givenNames, prefix, familyName, birthDate }: OfficerTownRow, i: number): void {
  addRecord(writer, 'office_record', OFFICERS, i + 2, { kvk, office, given_names: givenNames, prefix, family_name: familyName, birth_date: birthDate })
}

function hashOf(bsn: number): Buffer {
  const hash = Buffer.alloc(32)
  hash.writeUInt32LE(bsn + 1)
  return hash
}

/** Links persons and companies of the vault of a town, and measures against the truth. */
export function linkTown(store: Store, town: Town, today: string): { persons: TownMeasures; companies: TownMeasures; remarks: string[] } {
  const { people, firms } = store.write((writer) => ({ people: joinPersons(writer, quiet, today), firms: joinCompanies(writer, quiet, null) }))
  return {
    persons: measure(store, 'person', [
      ...town.persons.map((row, i) => ({ id: recordId(places.indexOf(row.table) + 1, i + 2), truth: row.truth })),
      ...town.officers.map(({ truth }, i) => ({ id: recordId(OFFICERS, i + 2), truth })),
    ], people),
    companies: measure(store, 'company', town.companies.map((row, i) => ({ id: recordId(COMPANIES, i + 2), truth: row.truth })), firms),
    remarks: people.remarks,
  }
}

function measure(reader: Reader, party: JoinedKind, rows: readonly { id: number; truth: number }[], { pairs: { compared, proposed } }: Joined): TownMeasures {
  const entityOf = entityOfRecords(reader, party)
  const named = rows.filter(({ id }) => entityOf.has(id))
  const meant = named.map(({ truth }) => truth)
  const made = named.map(({ id }) => entityOf.get(id) ?? 0)
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
  return { pairs: measurePairs(meant, made), clusters: measureClusters(meant, made), withHuman: measurePairs(meant, made.map(find)), compared, proposed, rows: rows.length }
}
