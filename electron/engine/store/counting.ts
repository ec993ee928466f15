import type { Reader, Value } from './database.ts'
import { measures, population, premisesByArea, sources, sourceTables, type MeasureName, type Within } from './measures.ts'

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

/** Names of {@link sources}; a fragment that names one is about addresses and can be counted a range of addresses at a time. */
const names = ['used', 'transfer'] as const
const NAMED = { used: /\bused\b/, transfer: /\btransfer\b/ }

/** Addresses counted at a time: bounds the memory that counting takes. */
const RANGE = 400_000

const AREA_JOIN = 'FROM counted JOIN address AS a ON a.id = counted.address'
const SOLE_COMPANY = `(SELECT CASE WHEN count(DISTINCT l.company_id) = 1 THEN min(l.company_id) END FROM branch_location AS l
  WHERE l.address_id = counted.address AND (l.started IS NULL OR l.started <= counted.date) AND (l.ended IS NULL OR l.ended >= counted.date))`
/** The company an event comes to, by {@link measures} `party`. */
const COMPANY = { company: 'counted.company', tenant: `coalesce(counted.company, ${SOLE_COMPANY})` }
const BRANCH_JOIN = {
  company: `FROM counted JOIN company AS c ON c.id = ${COMPANY.company}`,
  tenant: `FROM counted JOIN company AS c ON c.id = ${COMPANY.tenant}`,
}
const BY_AREA = `SELECT a.area_id AS unit, count(*) AS n ${AREA_JOIN} WHERE a.area_id IS NOT NULL GROUP BY a.area_id`
const IN_AREAS = 'WHERE a.area_id IN (SELECT value FROM json_each(?))'
const IN_BRANCH = 'WHERE c.sbi_version = ? AND c.sbi GLOB ?'
const ADDRESS_OF = 'LEFT JOIN address AS p ON p.id = counted.address LEFT JOIN street AS s ON s.id = p.street_id'
const ROW = `SELECT counted.record AS record, counted.date AS date, counted.detail AS detail,
  s.name AS street, p.number AS number, p.letter AS letter, p.suffix AS suffix, p.postcode AS postcode`

/** What counts one side of a measure: equal texts count the same. Per address means with {@link forEachRange}. */
export function countedBy(measure: MeasureName, side: Side, subject: 'area' | 'branch'): { sql: string; party: 'company' | 'tenant'; isPerAddress: boolean } {
  const sql = fragmentOf(measure, side, subject)
  return { sql, party: measures[measure].party, isPerAddress: drawsFrom(sql) }
}

function drawsFrom(fragment: string): boolean {
  return names.some((name) => NAMED[name].test(fragment))
}

/**
 * Prepares what measures about addresses draw from, one range of addresses after another, and lets `count` count each range. The
 * tables are temporary and in memory; sums over the ranges are the counts.
 * @param first earliest day that any of them counts
 */
export function forEachRange(reader: Reader, { first, day }: Pick<Given, 'first' | 'day'>, count: () => void): void {
  for (const name of names) reader.scratch(`DROP TABLE IF EXISTS temp.${name}`)
  let from = 0
  for (;;) {
    const to = reader.get<{ id: number }>('SELECT id FROM address WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?', from, RANGE)?.id ?? Number.MAX_SAFE_INTEGER
    const given = JSON.stringify({ first, day, from: from + 1, to })
    for (const name of names) {
      reader.scratch(`CREATE TEMP TABLE ${name} ${sourceTables[name]}`)
      reader.scratch(`INSERT INTO temp.${name} WITH given(j) AS (SELECT ?) SELECT * FROM (${sources[name]('between')}) ORDER BY area`, given)
    }
    count()
    for (const name of names) reader.scratch(`DROP TABLE temp.${name}`)
    if (to === Number.MAX_SAFE_INTEGER) return
    from = to
  }
}

/** Events and exposure per buurt: id of `area` → count. Rows outside any area are not counted. */
export function countByArea(reader: Reader, measure: MeasureName, side: Side, given: Given, prepared = false): Map<number, number> {
  return byArea(reader, fragmentOf(measure, side, 'area'), given, prepared)
}

/** Events or exposure per buurt and per SBI code in one go, of what is not counted per range of addresses. */
export function countByBoth(reader: Reader, measure: MeasureName, side: Side, given: Given): { area: number | null; version: string | null; sbi: string | null; n: number }[] {
  const sql = over(
    fragmentOf(measure, side, 'area'),
    `SELECT a.area_id AS area, c.sbi_version AS version, c.sbi AS sbi, count(*) AS n FROM counted LEFT JOIN address AS a ON a.id = counted.address
      LEFT JOIN company AS c ON c.id = ${COMPANY[measures[measure].party]} GROUP BY a.area_id, c.sbi_version, c.sbi`,
    null,
  )
  return reader.all(sql, JSON.stringify(given))
}

/** Addresses in use and dwellings per buurt. */
export function countPremises(reader: Reader): { area: number; addresses: number; dwellings: number }[] {
  return reader.all(premisesByArea)
}

/** Vestigingen per buurt. */
export function countLocationsByArea(reader: Reader, day: string): Map<number, number> {
  return byArea(reader, population, { first: day, day }, false)
}

/** Events and exposure per SBI code as registered: version → code → count. */
export function countByBranch(reader: Reader, measure: MeasureName, side: Side, given: Given, prepared = false): BranchCount[] {
  return byBranch(reader, fragmentOf(measure, side, 'branch'), measures[measure].party, given, prepared)
}

/** Vestigingen per SBI code. */
export function countLocationsByBranch(reader: Reader, day: string): BranchCount[] {
  return byBranch(reader, population, 'company', { first: day, day }, false)
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
  const within = 'areas' in place ? 'areas' : 'branch'
  const json = JSON.stringify({ ...given, ...place })
  const rowsSql = over(events, `${ROW} ${inPlace} ORDER BY counted.date DESC, counted.record, counted.detail LIMIT ? OFFSET ?`, within)
  const totalSql = over(events, `SELECT count(*) AS n ${inPlace}`, within)
  const rows = reader.all<CountedRow>(rowsSql, json, ...values, page.limit, page.offset)
  return { rows, total: reader.get<{ n: number }>(totalSql, json, ...values)?.n ?? 0 }
}

/** Events of, or exposure in, one area or branch: what `countBy…` counts there. */
export function countInPlace(reader: Reader, measure: MeasureName, side: Side, given: Given, place: Place): number {
  const inPlace = inPlaceOf(measure, place)
  const fragment = fragmentOf(measure, side, 'areas' in place ? 'area' : 'branch')
  const sql = over(fragment, `SELECT count(*) AS n ${inPlace.sql}`, inPlace.within)
  return reader.get<{ n: number }>(sql, JSON.stringify({ ...given, ...place }), ...inPlace.values)?.n ?? 0
}

/** Events per half year, `2025-1` for the first of 2025; of one area or branch, or of all. */
export function countByHalfYear(reader: Reader, measure: MeasureName, given: Given, place: Place | null): Map<string, number> {
  const inPlace = place ? inPlaceOf(measure, place) : { sql: 'FROM counted', values: [], within: 'everywhere' as const }
  const sql = over(
    measures[measure].events,
    `SELECT substr(date, 1, 4) || '-' || (CASE WHEN substr(date, 6, 2) > '06' THEN 2 ELSE 1 END) AS half, count(*) AS n
      FROM (SELECT counted.date AS date ${inPlace.sql}) WHERE date IS NOT NULL GROUP BY half`,
    inPlace.within,
  )
  return new Map(reader.all<{ half: string; n: number }>(sql, JSON.stringify({ ...given, ...place }), ...inPlace.values).map(({ half, n }) => [half, n]))
}

/** Vestigingen per buurt in one version of the SBI: of a branch, and of all together. */
export function countBranchByArea(reader: Reader, day: string, version: string, start: string): { area: number; own: number; all: number }[] {
  const sql = over(
    population,
    `SELECT a.area_id AS area, sum(c.sbi GLOB ?) AS own, count(*) AS [all] ${AREA_JOIN} JOIN company AS c ON c.id = counted.company
      WHERE a.area_id IS NOT NULL AND c.sbi_version = ? GROUP BY a.area_id`,
    'everywhere',
  )
  return reader.all(sql, JSON.stringify({ first: day, day }), `${start}*`, version)
}

function inPlaceOf(measure: MeasureName, place: Place): { sql: string; values: Value[]; within: Within } {
  if ('areas' in place) return { sql: `${AREA_JOIN} ${IN_AREAS}`, values: [JSON.stringify(place.areas)], within: 'areas' }
  return { sql: `${BRANCH_JOIN[measures[measure].party]} ${IN_BRANCH}`, values: [place.version, `${place.start}*`], within: 'branch' }
}

function fragmentOf(measure: MeasureName, side: Side, subject: 'area' | 'branch'): string {
  return side === 'events' ? measures[measure].events : measures[measure][subject]
}

function byArea(reader: Reader, fragment: string, given: Given, prepared: boolean): Map<number, number> {
  const grouped = drawsFrom(fragment) ? 'SELECT area AS unit, count(*) AS n FROM counted WHERE area > 0 GROUP BY area' : BY_AREA
  const sql = over(fragment, grouped, prepared ? null : 'everywhere')
  return new Map(reader.all<{ unit: number; n: number }>(sql, JSON.stringify(given)).map(({ unit, n }) => [unit, n]))
}

function byBranch(reader: Reader, fragment: string, party: 'company' | 'tenant', given: Given, prepared: boolean): BranchCount[] {
  const sql = over(fragment, `SELECT c.sbi_version AS version, c.sbi AS sbi, count(*) AS n ${BRANCH_JOIN[party]} GROUP BY c.sbi_version, c.sbi`, prepared ? null : 'everywhere')
  return reader.all<BranchCount>(sql, JSON.stringify(given))
}

/**
 * Fixed fragments put together; every value is bound.
 * @param within of which addresses, or null where {@link forEachRange} prepared them
 */
function over(fragment: string, rest: string, within: Within | null): string {
  const needed = within === null ? [] : names.filter((name) => NAMED[name].test(fragment)).map((name) => `${name} AS MATERIALIZED (${sources[name](within)}), `)
  return `WITH given(j) AS (SELECT ?), ${needed.join('')}counted AS (${fragment}) ${rest}`
}
