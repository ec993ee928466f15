import type { Reader, Writer } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'

/** Per register: to which addresses and companies its rows were matched, in two sums that indexes alone can give. */
const MATCHES = [
  'SELECT count(address_id) AS n, total(address_id % 1000003) AS s FROM company_record WHERE address_id IS NOT NULL',
  'SELECT count(address_id) AS n, total(address_id % 1000003) AS s FROM person_record WHERE address_id IS NOT NULL',
  'SELECT count(address_id) AS n, total(address_id % 1000003) AS s FROM ownership_record WHERE address_id IS NOT NULL',
  'SELECT count(address_id) AS n, total(address_id % 1000003) AS s FROM permit_record WHERE address_id IS NOT NULL',
  'SELECT count(address_id) AS n, total(address_id % 1000003) AS s FROM inspection_record WHERE address_id IS NOT NULL',
  'SELECT count(address_id) AS n, total(address_id % 1000003) AS s FROM measure_record WHERE address_id IS NOT NULL',
  'SELECT count(*) AS n, total(address_id % 1000003) AS s FROM signal_record WHERE address_id IS NOT NULL',
  'SELECT count(company_id) AS n, total(company_id) AS s FROM ownership_record WHERE company_id IS NOT NULL',
  'SELECT count(company_id) AS n, total(company_id) AS s FROM office_record WHERE company_id IS NOT NULL',
  'SELECT count(area_id) AS n, total(area_id) AS s FROM address WHERE area_id IS NOT NULL',
] as const

/** Notes at the end of a link run what was matched to what, so that whoever computed from it sees that it changed. */
export function writeMatchStamp(writer: Writer): void {
  const sums = MATCHES.map((sql) => writer.get<{ n: number; s: number }>(sql))
  writeMeta(writer, 'match-stamp', JSON.stringify(sums.map((one) => [one?.n ?? 0, one?.s ?? 0])))
}

/** Empty before the first link run. */
export function readMatchStamp(reader: Reader): string {
  return readMeta(reader, 'match-stamp') ?? ''
}
