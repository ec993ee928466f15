import type { JoinedKind } from './entities.ts'
import type { Reader } from './database.ts'

/** What a record says of whom it names, as JSON: its table, its own number and the name; without a number the address as given. */
export interface RecordIdentity {
  id: number
  identity: string
}

const PERSON = "coalesce(hex(bsn_hash), ''), given_names, initials, prefix, family_name, coalesce(birth_date, '')"
const PLACE = "given_street, given_number, given_letter, given_suffix, given_postcode, given_city"
const NAMED = "(family_name <> '' OR bsn_hash IS NOT NULL)"

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
    over(`SELECT id, json_array('person', person_number, ${PERSON}, iif(person_number = '' AND bsn_hash IS NULL, json_array(${PLACE}), '')) AS identity FROM person_record`, NAMED),
    over(`SELECT id, json_array('office', kvk, office, ${PERSON}) AS identity FROM office_record`, NAMED),
    over(`SELECT id, json_array('ownership', cadastral_id, ${PERSON}, iif(cadastral_id = '', json_array(${PLACE}), '')) AS identity FROM ownership_record`, NAMED),
    over(`SELECT id, json_array('permit', case_number, ${PERSON}, iif(case_number = '', json_array(${PLACE}), '')) AS identity FROM permit_record`, NAMED),
  ],
  company: [
    over(
      `SELECT id, json_array('company', kvk, branch_number, rsin, name, trade_name,
                 iif(kvk IS NULL AND branch_number IS NULL AND rsin IS NULL, json_array(${PLACE}), '')) AS identity FROM company_record`,
      'TRUE',
    ),
    over("SELECT id, json_array('officer', kvk, office, officer_kvk, officer_name) AS identity FROM office_record", "(officer_kvk IS NOT NULL OR officer_name <> '')"),
    over(
      `SELECT id, json_array('owner', cadastral_id, owner_kvk, owner_name, iif(cadastral_id = '', json_array(${PLACE}), '')) AS identity FROM ownership_record`,
      "(owner_kvk IS NOT NULL OR owner_name <> '')",
    ),
    over(
      `SELECT id, json_array('applicant', case_number, applicant_kvk, applicant_name, iif(case_number = '', json_array(${PLACE}), '')) AS identity FROM permit_record`,
      "(applicant_kvk IS NOT NULL OR applicant_name <> '')",
    ),
  ],
}

/** Every record that names such a party. */
export function* eachRecordIdentity(reader: Reader, party: JoinedKind): Generator<RecordIdentity, void> {
  for (const { every } of statements[party]) yield* reader.each<RecordIdentity>(every)
}

/** That of one record; undefined when there is no such record, or it names no such party. */
export function recordIdentity(reader: Reader, party: JoinedKind, recordId: number): string | undefined {
  for (const { one } of statements[party]) {
    const found = reader.get<RecordIdentity>(one, recordId)
    if (found) return found.identity
  }
  return undefined
}
