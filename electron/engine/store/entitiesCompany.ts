import { FEW_COMPANIES } from './companyPlaces.ts'
import type { Reader, Writer } from './database.ts'

/** A row of the trade register: a company, or one of its establishments. */
export interface CompanyRow {
  id: number
  kvk: number | null
  branchNumber: number | null
  rsin: number | null
  name: string
  tradeName: string
  legalForm: string
  sbi: string
  sbiVersion: string
  started: string | null
  ended: string | null
  employees: number | null
  isMain: number | null
  addressId: number | null
  /** the matched address as `a` with its id, else postcode and number as written, else empty */
  place: string
  companyId: number | null
}

/** A row of another kind that names a company: by its KVK number, or by its name alone. */
export interface CompanyMention {
  id: number
  kvk: number | null
  /** as that row writes it; often empty where a number stands */
  name: string
  /** where that row says it owns or asks for something, as in {@link CompanyRow}; empty where it has no address */
  place: string
  /** of an officer: the KVK number of the company it holds an office in */
  within: number | null
  /** of an officer without a number: where that company stands, as places between commas; not where so many stand that it says little */
  homes: string
  /** 1: the row names a person too, so that a name without a number may be of nothing but him */
  isBeside: number
  companyId: number | null
}

/** Where rows name a company, besides the trade register. The first three can name one without its number; only they and `office` make a company known by themselves. */
export const mentionPlaces = ['officer', 'owner', 'applicant', 'office', 'inspection', 'measure', 'signal'] as const
export type MentionPlace = (typeof mentionPlaces)[number]

const PLACE = `coalesce('a' || address_id, iif(given_postcode <> '' AND given_number IS NOT NULL, given_postcode || ' ' || given_number || given_letter || ' ' || given_suffix, '')) AS place`

const ROWS = `SELECT id, kvk, branch_number AS branchNumber, rsin, name, trade_name AS tradeName, legal_form AS legalForm, sbi, sbi_version AS sbiVersion,
  started, ended, employees, is_main AS isMain, address_id AS addressId, company_id AS companyId, ${PLACE} FROM company_record`

export function listCompanyRows(reader: Reader): CompanyRow[] {
  return reader.all<CompanyRow>(`${ROWS} ORDER BY id`)
}

/** Rows by their record ids; those that are there, ascending. */
export function companyRowsOf(reader: Reader, ids: readonly number[]): CompanyRow[] {
  return reader.all<CompanyRow>(`${ROWS} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`, JSON.stringify(ids))
}

const NO_PERSON = "family_name = '' AND bsn_hash IS NULL"
const ALONE = "'' AS homes, 0 AS isBeside"
const NOWHERE = `'' AS place, NULL AS within, ${ALONE}`
const MAYBE_BESIDE = `NULL AS within, '' AS homes, NOT (${NO_PERSON}) AS isBeside`
const FEW_THERE = `(SELECT count(DISTINCT other.kvk) FROM company_record AS other WHERE other.address_id = directed.address_id) <= ${FEW_COMPANIES}`
const DIRECTED = `(SELECT group_concat(DISTINCT 'a' || directed.address_id) FROM company_record AS directed WHERE directed.kvk = office_record.kvk AND ${FEW_THERE})`

/** The KVK number of a party, or the one its RSIN stands with in the trade register where that is only one. */
const numbered = (kvk: string, rsin: string): string => `coalesce(${kvk}, iif(${rsin} IS NULL, NULL, (SELECT iif(min(known.kvk) = max(known.kvk), min(known.kvk), NULL) FROM company_record AS known WHERE known.rsin = ${rsin})))`

const mentions: Record<MentionPlace, string> = {
  officer: `SELECT id, officer_kvk AS kvk, officer_name AS name, '' AS place, kvk AS within, iif(officer_kvk IS NULL, coalesce(${DIRECTED}, ''), '') AS homes, 0 AS isBeside, officer_company_id AS companyId FROM office_record
     WHERE officer_kvk IS NOT NULL OR (officer_name <> '' AND ${NO_PERSON}) ORDER BY id`,
  owner: `SELECT id, ${numbered('owner_kvk', 'owner_rsin')} AS kvk, owner_name AS name, ${PLACE}, ${MAYBE_BESIDE}, company_id AS companyId FROM ownership_record
     WHERE owner_kvk IS NOT NULL OR owner_rsin IS NOT NULL OR owner_name <> '' ORDER BY id`,
  applicant: `SELECT id, ${numbered('applicant_kvk', 'applicant_rsin')} AS kvk, applicant_name AS name, ${PLACE}, ${MAYBE_BESIDE}, company_id AS companyId FROM permit_record
     WHERE applicant_kvk IS NOT NULL OR applicant_rsin IS NOT NULL OR applicant_name <> '' ORDER BY id`,
  office: `SELECT id, kvk, '' AS name, ${NOWHERE}, company_id AS companyId FROM office_record ORDER BY id`,
  inspection: `SELECT id, kvk, '' AS name, ${NOWHERE}, company_id AS companyId FROM inspection_record WHERE kvk IS NOT NULL ORDER BY id`,
  measure: `SELECT id, kvk, '' AS name, ${NOWHERE}, company_id AS companyId FROM measure_record WHERE kvk IS NOT NULL ORDER BY id`,
  signal: `SELECT id, kvk, '' AS name, ${NOWHERE}, company_id AS companyId FROM signal_record WHERE kvk IS NOT NULL ORDER BY id`,
}

function ofEach(write: (statement: string) => string): Record<MentionPlace, string> {
  return {
    officer: write(mentions.officer), owner: write(mentions.owner), applicant: write(mentions.applicant), office: write(mentions.office),
    inspection: write(mentions.inspection), measure: write(mentions.measure), signal: write(mentions.signal),
  }
}

const newer = ofEach((statement) => `SELECT * FROM (${statement}) WHERE id > ?`)
const ofRecords = ofEach((statement) => `SELECT * FROM (${statement}) WHERE id IN (SELECT value FROM json_each(?))`)
const ofCompanies = ofEach((statement) => `SELECT * FROM (${statement}) WHERE companyId IN (SELECT value FROM json_each(?))`)

export function listCompanyMentions(reader: Reader, place: MentionPlace): CompanyMention[] {
  return reader.all<CompanyMention>(mentions[place])
}

/** The mentions in rows after one. */
export function companyMentionsAfter(reader: Reader, place: MentionPlace, record: number): CompanyMention[] {
  return reader.all<CompanyMention>(newer[place], record)
}

/** The mentions in these rows. */
export function companyMentionsOf(reader: Reader, place: MentionPlace, ids: readonly number[]): CompanyMention[] {
  return reader.all<CompanyMention>(ofRecords[place], JSON.stringify(ids))
}

/** The mentions that were joined to these companies. */
export function mentionsOfCompanies(reader: Reader, place: MentionPlace, companies: readonly number[]): CompanyMention[] {
  return reader.all<CompanyMention>(ofCompanies[place], JSON.stringify(companies))
}

/** Records at some of these addresses that name a company, or name as officer without a number what runs one that stands there. */
export function companyRecordsAt(reader: Reader, addresses: readonly number[]): { id: number; addressId: number }[] {
  return reader.all(
    `WITH asked AS (SELECT value AS address_id FROM json_each(?))
     SELECT id, address_id AS addressId FROM company_record JOIN asked USING (address_id) WHERE company_id IS NOT NULL
     UNION ALL SELECT id, address_id FROM ownership_record JOIN asked USING (address_id) WHERE company_id IS NOT NULL
     UNION ALL SELECT id, address_id FROM permit_record JOIN asked USING (address_id) WHERE company_id IS NOT NULL
     UNION ALL SELECT office.id, directed.address_id FROM asked JOIN company_record AS directed USING (address_id) JOIN office_record AS office ON office.company_id = directed.company_id
       WHERE office.officer_kvk IS NULL AND office.officer_company_id IS NOT NULL`,
    JSON.stringify(addresses),
  )
}

const updates: Record<MentionPlace | 'register', string> = {
  register: 'UPDATE company_record SET company_id = ? WHERE id = ?',
  office: 'UPDATE office_record SET company_id = ? WHERE id = ?',
  officer: 'UPDATE office_record SET officer_company_id = ? WHERE id = ?',
  owner: 'UPDATE ownership_record SET company_id = ? WHERE id = ?',
  applicant: 'UPDATE permit_record SET company_id = ? WHERE id = ?',
  inspection: 'UPDATE inspection_record SET company_id = ? WHERE id = ?',
  measure: 'UPDATE measure_record SET company_id = ? WHERE id = ?',
  signal: 'UPDATE signal_record SET company_id = ? WHERE id = ?',
}

export function saveCompanyId(writer: Writer, place: MentionPlace | 'register'): (recordId: number, companyId: number | null) => void {
  const update = writer.prepare(updates[place])
  return (recordId, companyId) => void update(companyId, recordId)
}

/** What a row that is no longer there said of a company it named. */
export type FormerName = Pick<CompanyMention, 'id' | 'name' | 'place' | 'within'>

/** Of these records those that named a company in another register than the trade register, and were replaced or ended by a later delivery. */
export function formerNames(reader: Reader, records: readonly number[]): FormerName[] {
  return reader.all<FormerName>(
    `WITH told AS (
       SELECT record_id AS id, iif(table_name = 'office_record', content ->> 'kvk', NULL) AS within,
              coalesce(nullif(content ->> 'officer_name', ''), nullif(content ->> 'owner_name', ''), content ->> 'applicant_name', '') AS name,
              content ->> 'address_id' AS address_id, content ->> 'given_postcode' AS given_postcode, content ->> 'given_number' AS given_number,
              content ->> 'given_letter' AS given_letter, content ->> 'given_suffix' AS given_suffix
         FROM past_record WHERE record_id IN (SELECT value FROM json_each(?)) AND table_name IN ('office_record', 'ownership_record', 'permit_record'))
     SELECT id, within, name, ${PLACE} FROM told WHERE name <> '' ORDER BY id`,
    JSON.stringify(records),
  )
}

/** The KVK numbers of those of these companies that exist, by id. */
export function keysOfCompanies(reader: Reader, ids: readonly number[]): Map<number, number | null> {
  return new Map(reader.all<{ id: number; kvk: number | null }>('SELECT id, kvk FROM company WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)).map(({ id, kvk }) => [id, kvk]))
}

/** The KVK numbers of the companies that exist, by id. */
export function companyKeys(reader: Reader): Map<number, number | null> {
  return new Map(reader.all<{ id: number; kvk: number | null }>('SELECT id, kvk FROM company ORDER BY id').map(({ id, kvk }) => [id, kvk]))
}

export interface CompanyEntity {
  id: number
  kvk: number | null
  rsin: number | null
  name: string
  nameKey: string
  legalForm: string
  sbi: string
  sbiVersion: string
  started: string | null
  ended: string | null
  leadRecord: number
}

export function saveCompany(writer: Writer): (company: CompanyEntity) => void {
  const upsert = writer.prepare(
    `INSERT INTO company (id, kvk, rsin, name, name_key, legal_form, sbi, sbi_version, started, ended, lead_record) VALUES (?,?,?,?,?,?,?,?,?,?,?)
     ON CONFLICT (id) DO UPDATE SET kvk = excluded.kvk, rsin = excluded.rsin, name = excluded.name, name_key = excluded.name_key,
       legal_form = excluded.legal_form, sbi = excluded.sbi, sbi_version = excluded.sbi_version, started = excluded.started, ended = excluded.ended,
       lead_record = excluded.lead_record`,
  )
  return (c) => void upsert(c.id, c.kvk, c.rsin, c.name, c.nameKey, c.legalForm, c.sbi, c.sbiVersion, c.started, c.ended, c.leadRecord)
}

export function deleteCompany(writer: Writer): (id: number) => void {
  const remove = writer.prepare('DELETE FROM company WHERE id = ?')
  return (id) => void remove(id)
}

export interface BranchLocation {
  id: number
  branchNumber: number | null
  companyId: number
  name: string
  addressId: number | null
  sbi: string
  sbiVersion: string
  started: string | null
  ended: string | null
  employees: number | null
  recordId: number
}

/** Removes the establishments of these companies. */
export function clearBranchesOf(writer: Writer, companies: readonly number[]): void {
  writer.run('DELETE FROM branch_location WHERE company_id IN (SELECT value FROM json_each(?))', JSON.stringify(companies))
}

/** Of these vestigingsnummers those at which an establishment is written. */
export function branchNumbersPlaced(reader: Reader, numbers: readonly number[]): number[] {
  return reader.all<{ number: number }>('SELECT branch_number AS number FROM branch_location WHERE branch_number IN (SELECT value FROM json_each(?))', JSON.stringify(numbers)).map(({ number }) => number)
}

export function addBranchLocation(writer: Writer): (location: BranchLocation) => void {
  const insert = writer.prepare(
    `INSERT INTO branch_location (id, branch_number, company_id, name, address_id, sbi, sbi_version, started, ended, employees, record_id)
     VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
  )
  return (l) => void insert(l.id, l.branchNumber, l.companyId, l.name, l.addressId, l.sbi, l.sbiVersion, l.started, l.ended, l.employees, l.recordId)
}

/** The company with this KVK number. */
export function findCompanyOfKvk(reader: Reader, kvk: number): number | undefined {
  return reader.get<{ id: number }>('SELECT id FROM company WHERE kvk = ?', kvk)?.id
}

/** Whether the trade register gives a company, under this number, this name and this place; an empty one is always given. */
export function registerGives(reader: Reader, companyId: number, { kvk, name, place }: Pick<CompanyMention, 'kvk' | 'name' | 'place'>): boolean {
  const rows = reader.all<{ name: string; tradeName: string; place: string }>(
    `SELECT name, trade_name AS tradeName, ${PLACE} FROM company_record WHERE company_id = ? AND kvk = ?`, companyId, kvk,
  )
  return rows.length > 0 && (name === '' || rows.some((row) => row.name === name || row.tradeName === name)) && (place === '' || rows.some((row) => row.place === place))
}

/** Whether a company is known by offices held in it alone: no row of the register and no officer, owner or applicant is it. */
export function isOnlyHeld(reader: Reader, companyId: number): boolean {
  return reader.get<{ n: number }>(
    `SELECT 1 AS n WHERE EXISTS (SELECT 1 FROM company_record WHERE company_id = ?) OR EXISTS (SELECT 1 FROM office_record WHERE officer_company_id = ?)
       OR EXISTS (SELECT 1 FROM ownership_record WHERE company_id = ?) OR EXISTS (SELECT 1 FROM permit_record WHERE company_id = ?)`,
    companyId, companyId, companyId, companyId,
  ) === undefined
}
