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

const TOLD = `
  WITH asked AS (SELECT value AS address_id FROM json_each(?)), running AS (SELECT value AS office FROM json_each(?)),
    related AS (
      SELECT DISTINCT kvk, address_id FROM asked JOIN company_record USING (address_id)
       WHERE kvk IS NOT NULL AND (SELECT count(DISTINCT other.kvk) FROM company_record AS other WHERE other.address_id = asked.address_id) <= ?),
    former AS MATERIALIZED (
      SELECT content ->> 'kvk' AS kvk, ${PAST_ADDRESS} AS address_id, content ->> 'name' AS name, content ->> 'trade_name' AS trade_name
        FROM past_record WHERE table_name = 'company_record' AND content ->> 'kvk' IS NOT NULL),
    told AS (
      SELECT office.kvk, person.address_id, 1 AS is_home
        FROM asked JOIN person_record AS person USING (address_id) JOIN office_record AS office ON office.person_id = person.person_id
       WHERE office.office IN (SELECT office FROM running)
      UNION SELECT office.officer_kvk, address_id, 1 FROM related JOIN office_record AS office USING (kvk) WHERE office.officer_kvk IS NOT NULL AND office.office IN (SELECT office FROM running)
      UNION SELECT office.kvk, address_id, 1 FROM related JOIN office_record AS office ON office.officer_kvk = related.kvk WHERE office.office IN (SELECT office FROM running)
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

const BESIDE = `
  WITH beside AS MATERIALIZED (
      SELECT id, applicant_name AS name, person_id FROM permit_record WHERE applicant_kvk IS NULL AND applicant_name <> '' AND person_id IS NOT NULL
      UNION ALL SELECT id, owner_name, person_id FROM ownership_record WHERE owner_kvk IS NULL AND owner_name <> '' AND person_id IS NOT NULL)
  SELECT DISTINCT beside.id, beside.name, office.kvk, register.name AS registered, register.trade_name AS tradeName, register.legal_form AS legalForm
    FROM beside JOIN office_record AS office USING (person_id) JOIN company_record AS register ON register.kvk = office.kvk
   WHERE office.office IN (SELECT value FROM json_each(?))
   ORDER BY 1, 3, 4, 5, 6`

/** A row that names a person and gives a company's name without its number, and how the register names a company that person runs. */
export interface NameBeside {
  id: number
  name: string
  kvk: number
  registered: string
  tradeName: string
  legalForm: string
}

/** Every such row with every such company. @param offices as in {@link placesTold} */
export function namesBeside(reader: Reader, offices: readonly string[]): NameBeside[] {
  return reader.all<NameBeside>(BESIDE, JSON.stringify(offices))
}
