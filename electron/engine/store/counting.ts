import type { Reader, Value } from './database.ts'
import { measures, populations, type MeasureName } from './measures.ts'

/** The parameters of an indicator with the first and last day it counts; bound as one JSON text. */
export interface Given {
  first: string
  day: string
  [parameter: string]: unknown
}

/** What is counted of a measure: the events, or the rows that can carry one. */
export type Side = 'events' | 'exposure'

/** The buurten an area consists of (ids of `area`), or the beginning of the SBI codes of a branch and their version. */
export type Place = { areas: readonly number[] } | { version: string; start: string }

/** A row that was counted, with its address where it has one. */
export interface CountedRow {
  record: number
  date: string | null
  detail: string | number | null
  street: string | null
  number: number | null
  letter: string | null
  suffix: string | null
  postcode: string | null
}

const AREA_JOIN = 'FROM counted JOIN address AS a ON a.id = counted.address'
const SOLE_COMPANY = `(SELECT CASE WHEN count(DISTINCT l.company_id) = 1 THEN min(l.company_id) END FROM branch_location AS l
  WHERE l.address_id = counted.address AND (l.started IS NULL OR l.started <= counted.date) AND (l.ended IS NULL OR l.ended >= counted.date))`
const BRANCH_JOIN = {
  company: 'FROM counted JOIN company AS c ON c.id = counted.company',
  tenant: `FROM counted JOIN company AS c ON c.id = coalesce(counted.company, ${SOLE_COMPANY})`,
}
const IN_AREAS = 'WHERE a.area_id IN (SELECT value FROM json_each(?))'
const IN_BRANCH = 'WHERE c.sbi_version = ? AND c.sbi GLOB ?'
const ADDRESS_OF = 'LEFT JOIN address AS p ON p.id = counted.address LEFT JOIN street AS s ON s.id = p.street_id'
const ROW = `SELECT counted.record AS record, counted.date AS date, counted.detail AS detail,
  s.name AS street, p.number AS number, p.letter AS letter, p.suffix AS suffix, p.postcode AS postcode`

/** Events and exposure per buurt: id of `area` → count. Rows outside any area are not counted. */
export function countByArea(reader: Reader, measure: MeasureName, side: Side, given: Given): Map<number, number> {
  return byArea(reader, side === 'events' ? measures[measure].events : measures[measure].area, given)
}

/** Addresses or dwellings in use per buurt. */
export function countPopulation(reader: Reader, population: 'addresses' | 'dwellings' | 'locations', day: string): Map<number, number> {
  return byArea(reader, populations[population], { first: day, day })
}

/** Events and exposure per SBI code as registered: version → code → count. */
export function countByBranch(reader: Reader, measure: MeasureName, side: Side, given: Given): BranchCount[] {
  const { events, branch, party } = measures[measure]
  return byBranch(reader, side === 'events' ? events : branch, party, given)
}

/** Vestigingen per SBI code. */
export function countLocationsByBranch(reader: Reader, day: string): BranchCount[] {
  return byBranch(reader, populations.locations, 'company', { first: day, day })
}

export interface BranchCount {
  version: string
  sbi: string
  n: number
}

/** The events of one area or branch, newest first, and how many there are: the very rows `countBy…` counts. */
export function eventRows(reader: Reader, measure: MeasureName, given: Given, place: Place, page: { offset: number; limit: number }): { rows: CountedRow[]; total: number } {
  const { events, party } = measures[measure]
  const inPlace = 'areas' in place ? `${AREA_JOIN} ${ADDRESS_OF} ${IN_AREAS}` : `${BRANCH_JOIN[party]} ${ADDRESS_OF} ${IN_BRANCH}`
  const values: Value[] = 'areas' in place ? [JSON.stringify(place.areas)] : [place.version, `${place.start}*`]
  const rowsSql = over(events, `${ROW} ${inPlace} ORDER BY counted.date DESC, counted.record, counted.detail LIMIT ? OFFSET ?`)
  const totalSql = over(events, `SELECT count(*) AS n ${inPlace}`)
  const rows = reader.all<CountedRow>(rowsSql, JSON.stringify(given), ...values, page.limit, page.offset)
  return { rows, total: reader.get<{ n: number }>(totalSql, JSON.stringify(given), ...values)?.n ?? 0 }
}

function byArea(reader: Reader, fragment: string, given: Given): Map<number, number> {
  const sql = over(fragment, `SELECT a.area_id AS unit, count(*) AS n ${AREA_JOIN} WHERE a.area_id IS NOT NULL GROUP BY a.area_id`)
  return new Map(reader.all<{ unit: number; n: number }>(sql, JSON.stringify(given)).map(({ unit, n }) => [unit, n]))
}

function byBranch(reader: Reader, fragment: string, party: 'company' | 'tenant', given: Given): BranchCount[] {
  const sql = over(fragment, `SELECT c.sbi_version AS version, c.sbi AS sbi, count(*) AS n ${BRANCH_JOIN[party]} GROUP BY c.sbi_version, c.sbi`)
  return reader.all<BranchCount>(sql, JSON.stringify(given))
}

/** Fixed fragments put together; every value is bound. */
function over(fragment: string, rest: string): string {
  return `WITH given(j) AS (SELECT ?), counted AS (${fragment}) ${rest}`
}
