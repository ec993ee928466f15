import type { GivenParts } from '#shared/model/address.ts'
import type { Reader } from './database.ts'

/** Where a row names somebody: the register itself, or what another register says of him. */
export type RowRole = 'register' | 'office' | 'owner' | 'applicant'

interface GivenPlace extends Omit<GivenParts, 'bag'> {
  addressId: number | null
}

interface RowInCommon extends GivenPlace {
  role: RowRole
  /** the office, right or permit in the words of the source */
  roleWords: string
  /** the company an office is held in */
  companyId: number | null
  started: string | null
  ended: string | null
}

/** A row as it names a person. `bsnHash` is in hexadecimal and never leaves the engine. */
export interface PersonSideRow extends RowInCommon {
  bsnHash: string
  givenNames: string
  initials: string
  prefix: string
  familyName: string
  birthDate: string | null
}

export interface CompanySideRow extends RowInCommon {
  kvk: number | null
  rsin: number | null
  branchNumber: number | null
  name: string
  tradeName: string
  legalForm: string
  sbi: string
}

const GIVEN = `address_id AS addressId, given_street AS street, given_number AS number, given_letter AS letter, given_suffix AS suffix,
  given_postcode AS postcode, given_city AS city, started, ended`
const NOWHERE = "NULL AS addressId, '' AS street, NULL AS number, '' AS letter, '' AS suffix, '' AS postcode, '' AS city, started, ended"
const NAMED = `coalesce(hex(bsn_hash), '') AS bsnHash, given_names AS givenNames, initials, prefix, family_name AS familyName, birth_date AS birthDate`
const BARE = 'NULL AS branchNumber'
const UNKNOWN = "'' AS tradeName, '' AS legalForm, '' AS sbi"

const persons = [
  `SELECT 'register' AS role, '' AS roleWords, NULL AS companyId, ${NAMED}, ${GIVEN} FROM person_record WHERE id = ?`,
  `SELECT 'office' AS role, office AS roleWords, company_id AS companyId, ${NAMED}, ${NOWHERE} FROM office_record WHERE id = ?`,
  `SELECT 'owner' AS role, real_right AS roleWords, NULL AS companyId, ${NAMED}, ${GIVEN} FROM ownership_record WHERE id = ?`,
  `SELECT 'applicant' AS role, permit_kind AS roleWords, NULL AS companyId, ${NAMED}, ${GIVEN} FROM permit_record WHERE id = ?`,
]

const companies = [
  `SELECT 'register' AS role, '' AS roleWords, NULL AS companyId, kvk, rsin, branch_number AS branchNumber, name, trade_name AS tradeName,
          legal_form AS legalForm, sbi, ${GIVEN} FROM company_record WHERE id = ?`,
  `SELECT 'office' AS role, office AS roleWords, company_id AS companyId, officer_kvk AS kvk, NULL AS rsin, ${BARE}, officer_name AS name, ${UNKNOWN}, ${NOWHERE}
     FROM office_record WHERE id = ?`,
  `SELECT 'owner' AS role, real_right AS roleWords, NULL AS companyId, owner_kvk AS kvk, owner_rsin AS rsin, ${BARE}, owner_name AS name, ${UNKNOWN}, ${GIVEN}
     FROM ownership_record WHERE id = ?`,
  `SELECT 'applicant' AS role, permit_kind AS roleWords, NULL AS companyId, applicant_kvk AS kvk, applicant_rsin AS rsin, ${BARE}, applicant_name AS name, ${UNKNOWN}, ${GIVEN}
     FROM permit_record WHERE id = ?`,
]

/** A row as it names a person; undefined when there is none. */
export function personSide(reader: Reader, record: number): PersonSideRow | undefined {
  return firstRow<PersonSideRow>(reader, persons, record)
}

/** A row as it names a company; undefined when there is none. */
export function companySide(reader: Reader, record: number): CompanySideRow | undefined {
  return firstRow<CompanySideRow>(reader, companies, record)
}

function firstRow<Row>(reader: Reader, selects: readonly string[], record: number): Row | undefined {
  for (const select of selects) {
    const found = reader.get<Row>(select, record)
    if (found) return found
  }
  return undefined
}
