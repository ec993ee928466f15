import type { Reader } from './database.ts'
import { PAST_ADDRESS } from './pastAddress.ts'

/** An address and a name that rows give of the company with a number, besides the trade register as it stands. */
export interface PlaceTold {
  kvk: number
  addressId: number
  /** 1: an officer of the company stands there; 0: the company itself is or was there */
  isHome: number
  name: string
}

const TOLD = `
  WITH asked AS (SELECT value AS address_id FROM json_each(?)),
    former AS MATERIALIZED (
      SELECT content ->> 'kvk' AS kvk, ${PAST_ADDRESS} AS address_id, content ->> 'name' AS name, content ->> 'trade_name' AS trade_name
        FROM past_record WHERE table_name = 'company_record' AND content ->> 'kvk' IS NOT NULL),
    told AS (
      SELECT office.kvk, person.address_id, 1 AS is_home
        FROM asked JOIN person_record AS person USING (address_id) JOIN office_record AS office ON office.person_id = person.person_id
       WHERE office.office IN (SELECT value FROM json_each(?))
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
 * What is known at some addresses of companies with a number: their officers are registered there, an inspection or measure there names
 * them, or an earlier delivery of the trade register placed them there. With each every name the register gives or gave them.
 * @param offices the offices whose holders count, as stored
 */
export function placesTold(reader: Reader, addresses: readonly number[], offices: readonly string[]): PlaceTold[] {
  return reader.all<PlaceTold>(TOLD, JSON.stringify(addresses), JSON.stringify(offices))
}
