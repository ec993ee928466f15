import type { Reader } from './database.ts'
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

/** What happened since a run joined all companies, or added to them, while what it rests on stands. */
export interface SinceRun {
  /** persons of whom rows may have come or gone */
  persons: readonly number[]
  /** rows that came stand after this one */
  lastRecord: number
}

/** A company of which another thing may be told than was, and where it may; null where that is nowhere any more. */
export interface PlaceToTell {
  kvk: number
  addressId: number | null
}

const TO_TELL = `
  WITH running AS (SELECT value AS office FROM json_each(?)), since AS (SELECT ? AS record),
    run AS MATERIALIZED (
      SELECT DISTINCT office.kvk, person_id FROM (SELECT value AS person_id FROM json_each(?)) CROSS JOIN office_record AS office USING (person_id)
       WHERE office.office IN (SELECT office FROM running)),
    added AS (SELECT kvk, officer_kvk FROM since JOIN office_record NOT INDEXED ON id > record WHERE officer_kvk IS NOT NULL)
  SELECT run.kvk, person.address_id AS addressId FROM run LEFT JOIN person_record AS person USING (person_id)
  UNION SELECT added.officer_kvk, stands.address_id FROM added JOIN company_record AS stands ON stands.kvk = added.kvk
  UNION SELECT added.kvk, stands.address_id FROM added JOIN company_record AS stands ON stands.kvk = added.officer_kvk
  UNION SELECT kvk, address_id FROM since JOIN inspection_record ON id > record WHERE kvk IS NOT NULL
  UNION SELECT kvk, address_id FROM since JOIN measure_record ON id > record WHERE kvk IS NOT NULL`

/**
 * The companies of which {@link placesTold} may tell something else than at a run before: what these persons run, with where they are
 * registered now, and what rows that came since tell. Of each also holds: what was told of it before may no longer be.
 * @param offices as in {@link placesTold}
 */
export function placesToTell(reader: Reader, { persons, lastRecord }: SinceRun, offices: readonly string[]): PlaceToTell[] {
  return reader.all<PlaceToTell>(TO_TELL, JSON.stringify(offices), lastRecord, JSON.stringify(persons))
}
