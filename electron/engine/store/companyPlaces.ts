import type { Reader, Writer } from './database.ts'
import { PAST_ADDRESS } from './pastAddress.ts'

/** An address and a name that rows give of the company with a number, besides the trade register as it stands. */
export interface PlaceTold {
  kvk: number
  addressId: number
  /** 1: who runs the company, or what it runs, stands there; 0: the company itself is or was there */
  isHome: number
  name: string
}

/** Beside more companies than this, standing at one address says little of who runs whom. */
export const FEW_COMPANIES = 10

const FORMER = "content ->> 'kvk' AS kvk, content ->> 'name' AS name, content ->> 'trade_name' AS trade_name"

const TOLD = `
  WITH asked AS (SELECT value AS address_id FROM json_each(?)), running AS (SELECT value AS office FROM json_each(?)),
    related AS (
      SELECT DISTINCT kvk, address_id FROM asked JOIN company_record USING (address_id)
       WHERE kvk IS NOT NULL AND (SELECT count(DISTINCT other.kvk) FROM company_record AS other WHERE other.address_id = asked.address_id) <= ?),
    former AS MATERIALIZED (
      SELECT past.kvk, address_id, past.name, past.trade_name FROM asked JOIN (
        SELECT ${FORMER}, content ->> 'address_id' AS address_id FROM past_record WHERE table_name = 'company_record') AS past USING (address_id) WHERE past.kvk IS NOT NULL
      UNION ALL SELECT past.kvk, address_id, past.name, past.trade_name FROM (
        SELECT ${FORMER}, ${PAST_ADDRESS} AS address_id FROM past_record WHERE table_name = 'company_record' AND content ->> 'address_id' IS NULL
           AND content ->> 'given_postcode' IN (SELECT postcode FROM asked JOIN address ON address.id = asked.address_id)) AS past JOIN asked USING (address_id) WHERE past.kvk IS NOT NULL),
    told AS (
      SELECT office.kvk, person.address_id, 1 AS is_home
        FROM asked JOIN person_record AS person USING (address_id) JOIN office_record AS office ON office.person_id = person.person_id
       WHERE office.office IN (SELECT office FROM running)
      UNION SELECT office.officer_kvk, address_id, 1 FROM related CROSS JOIN office_record AS office USING (kvk) WHERE office.officer_kvk IS NOT NULL AND office.office IN (SELECT office FROM running)
      UNION SELECT office.kvk, address_id, 1 FROM related CROSS JOIN office_record AS office ON office.officer_kvk = related.kvk WHERE office.office IN (SELECT office FROM running)
      UNION SELECT kvk, address_id, 0 FROM asked JOIN inspection_record USING (address_id) WHERE kvk IS NOT NULL
      UNION SELECT kvk, address_id, 0 FROM asked JOIN measure_record USING (address_id) WHERE kvk IS NOT NULL
      UNION SELECT kvk, address_id, 0 FROM former JOIN asked USING (address_id)),
    named AS (
      SELECT told.kvk, told.address_id, is_home, name, trade_name FROM told JOIN company_record AS register ON register.kvk = told.kvk
      UNION SELECT kvk, address_id, 0, name, trade_name FROM former JOIN asked USING (address_id))
  SELECT kvk, address_id AS addressId, is_home AS isHome, name FROM named WHERE name <> ''
  UNION SELECT kvk, address_id, is_home, trade_name FROM named WHERE trade_name <> ''
  ORDER BY 1, 2, 3, 4`

/**
 * What is known at some addresses of companies with a number: their officers are registered there, a company that runs them or that they run
 * stands there among few, an inspection or measure there names them, or an earlier delivery of the trade register placed them there. With
 * each every name the register gives or gave them.
 * @param offices the offices whose holders count, as stored
 */
export function placesTold(reader: Reader, addresses: readonly number[], offices: readonly string[]): PlaceTold[] {
  return reader.all<PlaceTold>(TOLD, JSON.stringify(addresses), JSON.stringify(offices), FEW_COMPANIES)
}

/** Where another thing may be told of companies than was: at an address of anyone, and of a company wherever it was told before. */
export interface PlaceToTell {
  kvk: number | null
  addressId: number | null
}

const TO_TELL = `
  WITH since AS (SELECT ? AS record), running AS (SELECT value AS office FROM json_each(?)),
    held AS MATERIALIZED (
      SELECT kvk, office, officer_kvk, person_id FROM since JOIN office_record NOT INDEXED ON id > record
      UNION SELECT kvk, office, officer_kvk, person_id FROM moved_row CROSS JOIN office_record ON id = record_id)
  SELECT NULL AS kvk, address_id AS addressId FROM since JOIN person_record NOT INDEXED ON id > record
  UNION SELECT NULL, address_id FROM moved_row CROSS JOIN person_record ON id = record_id
  UNION SELECT held.kvk, person.address_id FROM held LEFT JOIN person_record AS person USING (person_id) WHERE held.office IN (SELECT office FROM running)
  UNION SELECT held.officer_kvk, stands.address_id FROM held CROSS JOIN company_record AS stands ON stands.kvk = held.kvk WHERE held.officer_kvk IS NOT NULL
  UNION SELECT held.kvk, stands.address_id FROM held CROSS JOIN company_record AS stands ON stands.kvk = held.officer_kvk
  UNION SELECT kvk, address_id FROM since JOIN inspection_record ON id > record WHERE kvk IS NOT NULL
  UNION SELECT kvk, address_id FROM since JOIN measure_record ON id > record WHERE kvk IS NOT NULL`

/**
 * Where {@link placesTold} may tell something else than at a run before, as far as rows that came since tell it, or that came to be another
 * person's: at addresses of the population register, and where those are registered who hold an office.
 * @param lastRecord rows that came stand after this one
 * @param offices as in {@link placesTold}
 */
export function placesToTell(reader: Reader, lastRecord: number, offices: readonly string[]): PlaceToTell[] {
  return reader.all<PlaceToTell>(TO_TELL, lastRecord, JSON.stringify(offices))
}

/** What is told of companies is known as it is now. */
export function forgetMoved(writer: Writer): void {
  writer.run('DELETE FROM moved_row')
}
