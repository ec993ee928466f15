import type { Reader } from './database.ts'

/** A row that names a person and gives a company's name without its number, and how the register names a company that person runs. */
export interface NameBeside {
  id: number
  name: string
  kvk: number
  registered: string
  tradeName: string
  legalForm: string
}

/** Such rows, by the indexes that hold no other. @param join what brings each table to those that are asked for */
const rows = (join: (table: string) => string): string => `
  SELECT id, applicant_name AS name, person_id FROM ${join('permit_record INDEXED BY permit_record_beside')} WHERE applicant_kvk IS NULL AND applicant_name <> '' AND person_id IS NOT NULL
  UNION ALL SELECT id, owner_name, person_id FROM ${join('ownership_record INDEXED BY ownership_record_beside')} WHERE owner_kvk IS NULL AND owner_name <> '' AND person_id IS NOT NULL`

const ALL = `beside AS MATERIALIZED (${rows((table) => table)})`
const THEIRS = `beside AS MATERIALIZED (${rows((table) => `(SELECT value AS person_id FROM json_each(?)) CROSS JOIN ${table} USING (person_id)`)})`

const names = (beside: string): string => `
  WITH ${beside}
  SELECT DISTINCT beside.id, beside.name, office.kvk, register.name AS registered, register.trade_name AS tradeName, register.legal_form AS legalForm
    FROM beside JOIN office_record AS office USING (person_id) JOIN company_record AS register ON register.kvk = office.kvk
   WHERE office.office IN (SELECT value FROM json_each(?))
   ORDER BY 1, 3, 4, 5, 6`
const [NAMES, THEIR_NAMES, THEIR_ROWS] = [names(ALL), names(THEIRS), `WITH ${THEIRS} SELECT id FROM beside`]

/**
 * Every such row with every such company.
 * @param offices the offices whose holders count, as stored
 * @param persons of whom; null for everybody
 */
export function namesBeside(reader: Reader, offices: readonly string[], persons: readonly number[] | null): NameBeside[] {
  const asked = JSON.stringify(persons)
  return persons ? reader.all(THEIR_NAMES, asked, asked, JSON.stringify(offices)) : reader.all(NAMES, JSON.stringify(offices))
}

/** The rows that name one of these persons and give a company's name without its number, whether he runs one or not. */
export function rowsBeside(reader: Reader, persons: readonly number[]): number[] {
  const asked = JSON.stringify(persons)
  return reader.all<{ id: number }>(THEIR_ROWS, asked, asked).map(({ id }) => id)
}
