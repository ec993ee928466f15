import type { Reader, Value } from './database.ts'
import { locations, measures, premises, sources, type Measure, type MeasureName, type OfSource, type Rows, type SourceName, type Within } from './measures.ts'
import { signalsAtPlaces } from './placedSignals.ts'

/** The parameters of an indicator with the first and last day it counts; bound as one JSON text. */
export interface Given {
  first: string
  day: string
  /** of the rows counted, only those of this day or later */
  since?: string
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

/** What a statement draws from. */
export function sourcesOf(sql: string): SourceName[] {
  return names.filter((name) => NAMED[name].test(sql))
}

/** The lowest and the highest id of all addresses. */
export interface AddressBounds {
  first: number
  last: number
}

export function addressBounds(reader: Reader): AddressBounds {
  const found = reader.get<{ first: number | null; last: number | null }>('SELECT (SELECT min(id) FROM address) AS first, (SELECT max(id) FROM address) AS last')
  return { first: found?.first ?? 0, last: found?.last ?? 0 }
}

/** Where the area of an address is looked up: in the register, or with {@link withPlaces} in a table of nothing else. */
type Places = 'address' | 'place'
const AREA_OF = { address: 'JOIN address AS a ON a.id = counted.address', place: 'JOIN temp.place AS a ON a.id = counted.address' }
const AREA_JOIN = `FROM counted ${AREA_OF.address}`
const SOLE_COMPANY = `(SELECT CASE WHEN count(DISTINCT l.company_id) = 1 THEN min(l.company_id) END FROM branch_location AS l
  WHERE l.address_id = counted.address AND (l.started IS NULL OR l.started <= counted.date) AND (l.ended IS NULL OR l.ended >= counted.date))`
/** The company an event comes to, by {@link measures} `party`. */
const COMPANY = { company: 'counted.company', tenant: `coalesce(counted.company, ${SOLE_COMPANY})` }
const BRANCH_JOIN = {
  company: `FROM counted JOIN company AS c ON c.id = ${COMPANY.company}`,
  tenant: `FROM counted JOIN company AS c ON c.id = ${COMPANY.tenant}`,
}
/** As a list of addresses: rows that were put together of others are then made once, and looked up in it. */
const IS_IN_AREAS = 'counted.address IN (SELECT id FROM address WHERE area_id IN (SELECT value FROM json_each(?)))'
const IN_AREAS = `WHERE ${IS_IN_AREAS}`
const IN_BRANCH = 'WHERE c.sbi_version = ? AND c.sbi GLOB ?'
const ADDRESS_OF = 'LEFT JOIN address AS p ON p.id = counted.address LEFT JOIN street AS s ON s.id = p.street_id'
const ROW = `SELECT counted.record AS record, counted.date AS date, counted.detail AS detail,
  s.name AS street, p.number AS number, p.letter AS letter, p.suffix AS suffix, p.postcode AS postcode`

/** Which side of a measure is counted, or both in one go where the events are among the rows that can carry one. */
export type Sides = Side | 'both'

/** Statement that counts sides of a measure, for areas, branches or both; equal texts count the same. */
export interface Fragment extends Rows {
  party: 'company' | 'tenant'
  sides: Sides
  /** counted a range of addresses at a time (store/countRanges.ts) */
  isPerAddress: boolean
  /** after a few signals came it can be counted with {@link countPlaced} */
  isPerPlace: boolean
}

/** What counts both sides of a measure in one go, or null where its events are no part of what can carry one. */
export function bothSides(measure: MeasureName, subject: 'area' | 'branch'): Fragment | null {
  const { marked, party, [subject]: rows }: Measure = measures[measure]
  if (marked === undefined || rows === null) return null
  return fragmentOf(marked, party, 'both')
}

/** What counts one side of a measure. */
export function oneSide(measure: MeasureName, side: Side, subject: 'area' | 'branch'): Fragment {
  const { party, isPerPlace = false }: Measure = measures[measure]
  return { ...fragmentOf(rowsOf(measure, side, subject), party, side), isPerPlace: isPerPlace && side === 'events' }
}

function fragmentOf(rows: Rows, party: Fragment['party'], sides: Sides): Fragment {
  return { ...rows, party: rows.namesCompany ? 'company' : party, sides, isPerAddress: sourcesOf(rows.sql).length > 0, isPerPlace: false }
}

/** The same rows, of them only those of the day given as `since` or later. */
export function newerRows({ ofSource, ...fragment }: Fragment): Fragment {
  return { ...fragment, sql: sinceGiven(fragment.sql), ...(ofSource && { ofSource: sinceGivenOf(ofSource) }) }
}

const SINCE_GIVEN = "date >= (SELECT j->>'since' FROM given)"

function sinceGiven(sql: string): string {
  return `SELECT * FROM (${sql}) WHERE ${SINCE_GIVEN}`
}

function sinceGivenOf(ofSource: OfSource): OfSource {
  return { ...ofSource, counted: `${ofSource.counted} AND ${SINCE_GIVEN}` }
}

/** A count per buurt, per SBI code as registered, or per both; only the side that was asked is filled in. */
export interface CountRow {
  area?: number | null
  version?: string | null
  sbi?: string | null
  events?: number
  exposure?: number
}

/** How counts are grouped. */
export type Grouping = 'area' | 'branch' | 'areaAndBranch'

/** What was prepared for counting: what fragments about addresses draw from (store/countRanges.ts), places ({@link withPlaces}), or nothing. */
export type Prepared = 'range' | 'places' | 'nothing'

export function countRows(reader: Reader, fragment: Fragment, by: Grouping, given: Given, prepared: Prepared = 'nothing'): CountRow[] {
  const within = prepared === 'range' ? null : 'everywhere'
  return reader.all<CountRow>(over(fragment.sql, grouped(fragment, by, prepared === 'places' ? 'place' : 'address'), within), JSON.stringify(given))
}

/** Of a fragment that is counted per place: only the places that signals came to since counts were kept, with those signals and without. */
export function countPlaced(reader: Reader, fragment: Fragment, by: Grouping, given: Given): Record<'before' | 'now', CountRow[]> {
  const count = (signals: string) => reader.all<CountRow>(over(fragment.sql, grouped(fragment, by, 'address'), 'everywhere', [signals]), JSON.stringify(given))
  return { before: count(signalsAtPlaces.before), now: count(signalsAtPlaces.now) }
}

/** The whole statement that counts a fragment, with what it draws from: equal ones with equal parameters count the same. */
export function countingText(fragment: Fragment, by: Grouping): string {
  return over(fragment.sql, grouped(fragment, by, 'address'), 'everywhere')
}

/**
 * Lets `count` look up areas in a temporary table in memory. A register of millions of addresses is larger than the cache, and events come
 * in no order of address: reading it once from front to back takes less than looking into it for every event.
 */
export function withPlaces<T>(reader: Reader, count: () => T): T {
  reader.scratch('DROP TABLE IF EXISTS temp.place')
  reader.scratch('CREATE TEMP TABLE place (id INTEGER PRIMARY KEY, area_id)')
  try {
    reader.scratch('INSERT INTO temp.place SELECT id, area_id FROM address WHERE +area_id IS NOT NULL')
    return count()
  } finally {
    reader.scratch('DROP TABLE temp.place')
  }
}

function grouped({ sql, party, sides }: Fragment, by: Grouping, places: Places): string {
  const counts = sides === 'both' ? 'count(*) AS exposure, sum(is_event) AS events' : `count(*) AS ${sides}`
  if (by === 'branch') return `SELECT c.sbi_version AS version, c.sbi AS sbi, ${counts} ${BRANCH_JOIN[party]} GROUP BY c.sbi_version, c.sbi`
  if (by === 'areaAndBranch') {
    return `SELECT a.area_id AS area, c.sbi_version AS version, c.sbi AS sbi, ${counts} FROM counted LEFT ${AREA_OF[places]}
      LEFT JOIN company AS c ON c.id = ${COMPANY[party]} GROUP BY a.area_id, c.sbi_version, c.sbi`
  }
  return sourcesOf(sql).length > 0
    ? `SELECT area, ${counts} FROM counted WHERE area > 0 GROUP BY area`
    : `SELECT a.area_id AS area, ${counts} FROM counted ${AREA_OF[places]} WHERE a.area_id IS NOT NULL GROUP BY a.area_id`
}

/** Events or exposure per buurt: id of `area` → count. Rows outside any area are not counted. */
export function countByArea(reader: Reader, measure: MeasureName, side: Side, given: Given): Map<number, number> {
  return byArea(countRows(reader, oneSide(measure, side, 'area'), 'area', given), side)
}

/** Events or exposure per SBI code as registered. */
export function countByBranch(reader: Reader, measure: MeasureName, side: Side, given: Given): BranchCount[] {
  return byBranch(countRows(reader, oneSide(measure, side, 'branch'), 'branch', given), side)
}

/** Whether there are more addresses than so many. */
export function hasAddresses(reader: Reader, more: number): boolean {
  return reader.get('SELECT 1 FROM address LIMIT 1 OFFSET ?', more) !== undefined
}

/** Addresses in use, dwellings as events among them. */
export const PREMISES: Fragment = fragmentOf(premises, 'company', 'both')

/** Vestigingen, whatever they do. */
export const LOCATIONS: Fragment = fragmentOf(locations, 'company', 'exposure')

export interface BranchCount {
  version: string
  sbi: string
  n: number
}

/** The events of one area or branch, newest first, and how many there are: the very rows `countBy…` counts. */
export function eventRows(reader: Reader, measure: MeasureName, given: Given, place: Place, page: { offset: number; limit: number }): { rows: CountedRow[]; total: number } {
  const { events, party } = measures[measure]
  const inPlace = 'areas' in place ? `FROM counted ${ADDRESS_OF} ${IN_AREAS}` : `${BRANCH_JOIN[party]} ${ADDRESS_OF} ${IN_BRANCH}`
  const values: Value[] = 'areas' in place ? [JSON.stringify(place.areas)] : [place.version, `${place.start}*`]
  const within = 'areas' in place ? 'areas' : 'branch'
  const json = JSON.stringify({ ...given, ...place })
  const sql = over(events.sql, `${ROW}, count(*) OVER () AS total ${inPlace} ORDER BY counted.date DESC, counted.record, counted.detail LIMIT ? OFFSET ?`, within)
  const rows = reader.all<CountedRow & { total: number }>(sql, json, ...values, page.limit, page.offset)
  const total = rows[0]?.total ?? (page.offset === 0 ? 0 : eventRows(reader, measure, given, place, { offset: 0, limit: 1 }).total)
  return { rows: rows.map(({ total: _total, ...row }) => row), total }
}

/** Events of, or exposure in, one area or branch: what `countBy…` counts there, or of that only what is of `since` or later. */
export function countInPlace(reader: Reader, measure: MeasureName, side: Side, given: Given, place: Place): number {
  const inPlace = inPlaceOf(measure, place)
  const rows = rowsOf(measure, side, 'areas' in place ? 'area' : 'branch').sql
  const sql = over(given.since === undefined ? rows : sinceGiven(rows), `SELECT count(*) AS n ${inPlace.sql}`, inPlace.within)
  return reader.get<{ n: number }>(sql, JSON.stringify({ ...given, ...place }), ...inPlace.values)?.n ?? 0
}

/** Events of half a year: all of them, how many lie in one area or branch, and of how many that cannot be told. */
export interface CountedHalf {
  all: number
  own: number
  unplaced: number
}

const HALF = "substr(date, 1, 4) || '-' || (CASE WHEN substr(date, 6, 2) > '06' THEN 2 ELSE 1 END)"

/** Events per half year, `2025-1` for the first of 2025: all of them, and how many lie in some areas. */
export function countByHalfYear(reader: Reader, measure: MeasureName, given: Given, areas: readonly number[]): Map<string, CountedHalf> {
  // one pass tells both: to look for the few in one place takes as long as to count them all
  const sql = over(
    measures[measure].events.sql,
    `SELECT ${HALF} AS half, count(*) AS [all], total(is_own) AS own
      FROM (SELECT counted.date AS date, ${IS_IN_AREAS} AS is_own FROM counted) WHERE date IS NOT NULL GROUP BY half`,
    'everywhere',
  )
  return new Map(reader.all<{ half: string; all: number; own: number }>(sql, JSON.stringify(given), JSON.stringify(areas)).map(({ half, all, own }) => [half, { all, own, unplaced: 0 }]))
}

/** Events per half year and per SBI code of the company they come to; code and version are '' where there is none. */
export function countByHalfYearAndCode(reader: Reader, measure: MeasureName, given: Given): { half: string; version: string; sbi: string; events: number }[] {
  const sql = over(
    measures[measure].events.sql,
    `SELECT ${HALF} AS half, coalesce(c.sbi_version, '') AS version, coalesce(c.sbi, '') AS sbi, count(*) AS events
      FROM counted LEFT JOIN company AS c ON c.id = ${COMPANY[measures[measure].party]} WHERE date IS NOT NULL GROUP BY half, version, sbi`,
    'everywhere',
  )
  return reader.all(sql, JSON.stringify(given))
}

/** Vestigingen per buurt in one version of the SBI: of a branch, and of all together. */
export function countBranchByArea(reader: Reader, day: string, version: string, start: string): { area: number; own: number; all: number }[] {
  const sql = over(
    locations.sql,
    `SELECT a.area_id AS area, sum(c.sbi GLOB ?) AS own, count(*) AS [all] ${AREA_JOIN} JOIN company AS c ON c.id = counted.company
      WHERE a.area_id IS NOT NULL AND c.sbi_version = ? GROUP BY a.area_id`,
    'everywhere',
  )
  return reader.all(sql, JSON.stringify({ first: day, day }), `${start}*`, version)
}

function inPlaceOf(measure: MeasureName, place: Place): { sql: string; values: Value[]; within: Within } {
  if ('areas' in place) return { sql: `FROM counted ${IN_AREAS}`, values: [JSON.stringify(place.areas)], within: 'areas' }
  return { sql: `${BRANCH_JOIN[measures[measure].party]} ${IN_BRANCH}`, values: [place.version, `${place.start}*`], within: 'branch' }
}

/** @throws Error where the measure does not exist for branches */
function rowsOf(measure: MeasureName, side: Side, subject: 'area' | 'branch'): Rows {
  const { events, [subject]: carriers }: Measure = measures[measure]
  if (side === 'events') return events
  if (carriers === null) throw new Error(`${measure} does not exist for a ${subject}`)
  return carriers
}

function byArea(rows: readonly CountRow[], side: Side): Map<number, number> {
  return new Map(rows.map((row) => [row.area ?? 0, row[side] ?? 0]))
}

function byBranch(rows: readonly CountRow[], side: Side): BranchCount[] {
  return rows.map(({ version, sbi, [side]: n }) => ({ version: version ?? '', sbi: sbi ?? '', n: n ?? 0 }))
}

/**
 * Fixed fragments put together; every value is bound.
 * @param within of which addresses, or null where these were prepared
 * @param before tables that stand before those of the vault
 */
function over(fragment: string, rest: string, within: Within | null, before: readonly string[] = []): string {
  const needed = within === null ? [] : sourcesOf(fragment).map((name) => `${name} AS (${sources[name](within)})`)
  return `WITH given(j) AS (SELECT ?), ${[...before, ...needed, `counted AS (${fragment})`].join(', ')} ${rest}`
}
