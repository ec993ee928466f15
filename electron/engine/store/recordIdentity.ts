import type { JoinedKind } from './entities.ts'
import type { Reader } from './database.ts'

/** What a record says of whom it names, as it is written. */
export interface RecordIdentity {
  id: number
  /** its table and its own numbers and dates, as JSON */
  own: string
  /** of a person; empty for a company */
  givenNames: string
  initials: string
  prefix: string
  familyName: string
  /** of a company; empty for a person */
  name: string
  tradeName: string
  /** the address as given where the record has no number of its own, else empty */
  place: string
}

const PERSON = "given_names AS givenNames, initials, prefix, family_name AS familyName, '' AS name, '' AS tradeName"
const NOBODY = "'' AS givenNames, '' AS initials, '' AS prefix, '' AS familyName"
const PLACE = "concat_ws(' ', given_street, given_number, given_letter, given_suffix, given_postcode, given_city)"
const NAMED = "(family_name <> '' OR bsn_hash IS NOT NULL)"
const BORN = "coalesce(hex(bsn_hash), ''), coalesce(birth_date, '')"

interface Statements {
  every: string
  one: string
}

/** Two statements over one table, of text that is fixed here. */
function over(select: string, where: string): Statements {
  return { every: [select, 'WHERE', where, 'ORDER BY id'].join(' '), one: [select, 'WHERE id = ? AND', where].join(' ') }
}

/** Per party, table by table in a fixed order, so that equal records have equal texts in every vault of one key. */
const statements: Record<JoinedKind, readonly Statements[]> = {
  person: [
    over(`SELECT id, json_array('person', person_number, ${BORN}) AS own, ${PERSON}, iif(person_number = '' AND bsn_hash IS NULL, ${PLACE}, '') AS place FROM person_record`, NAMED),
    over(`SELECT id, json_array('office', kvk, office, ${BORN}) AS own, ${PERSON}, '' AS place FROM office_record`, NAMED),
    over(`SELECT id, json_array('ownership', cadastral_id, ${BORN}) AS own, ${PERSON}, iif(cadastral_id = '', ${PLACE}, '') AS place FROM ownership_record`, NAMED),
    over(`SELECT id, json_array('permit', case_number, ${BORN}) AS own, ${PERSON}, iif(case_number = '', ${PLACE}, '') AS place FROM permit_record`, NAMED),
  ],
  company: [
    over(
      `SELECT id, json_array('company', kvk, branch_number, rsin) AS own, ${NOBODY}, name, trade_name AS tradeName,
              iif(kvk IS NULL AND branch_number IS NULL AND rsin IS NULL, ${PLACE}, '') AS place FROM company_record`,
      'TRUE',
    ),
    over(`SELECT id, json_array('officer', kvk, office, officer_kvk) AS own, ${NOBODY}, officer_name AS name, '' AS tradeName, '' AS place FROM office_record`, "(officer_kvk IS NOT NULL OR officer_name <> '')"),
    over(
      `SELECT id, json_array('owner', cadastral_id, owner_kvk) AS own, ${NOBODY}, owner_name AS name, '' AS tradeName, iif(cadastral_id = '', ${PLACE}, '') AS place FROM ownership_record`,
      "(owner_kvk IS NOT NULL OR owner_name <> '')",
    ),
    over(
      `SELECT id, json_array('applicant', case_number, applicant_kvk) AS own, ${NOBODY}, applicant_name AS name, '' AS tradeName, iif(case_number = '', ${PLACE}, '') AS place FROM permit_record`,
      "(applicant_kvk IS NOT NULL OR applicant_name <> '')",
    ),
  ],
}

/** Every record that names such a party. */
export function* eachRecordIdentity(reader: Reader, party: JoinedKind): Generator<RecordIdentity, void> {
  for (const { every } of statements[party]) yield* reader.each<RecordIdentity>(every)
}

/** That of one record; undefined when there is no such record, or it names no such party. */
export function recordIdentity(reader: Reader, party: JoinedKind, recordId: number): RecordIdentity | undefined {
  for (const { one } of statements[party]) {
    const found = reader.get<RecordIdentity>(one, recordId)
    if (found) return found
  }
  return undefined
}
