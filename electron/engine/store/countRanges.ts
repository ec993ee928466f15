import { countRows, hasAddresses, sourcesOf, type CountRow, type Fragment, type Given, type Grouping } from './counting.ts'
import type { Reader } from './database.ts'
import { sources, type OfSource, type SourceName } from './measures.ts'

/** Something to count, in one way. */
export interface Asked {
  fragment: Fragment
  by: Grouping
  given: Given
}

/** Addresses by their ids, the first and the last included. */
export interface AddressRange {
  from: number
  to: number
}

/** Gives one range of addresses after another, to one thread or to several, each range once; null when there are no more. */
export type NextRange = (reader: Reader) => AddressRange | null

/**
 * Addresses counted at a time: bounds the memory that counting takes, and is what two threads divide among them. Of a register of very many
 * addresses they are more: where areas lie scattered among them, a range gives a count for nearly every area.
 */
const RANGE = { usual: 10_000, ofVeryMany: 100_000 }
const VERY_MANY = 1_000_000

export function rangeSize(reader: Reader): number {
  return hasAddresses(reader, VERY_MANY) ? RANGE.ofVeryMany : RANGE.usual
}

/** The next so many addresses behind one; the last range has no end. */
export function rangeBehind(reader: Reader, address: number, size: number): AddressRange {
  const last = reader.get<{ id: number }>('SELECT id FROM address WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?', address, size)?.id
  return { from: address + 1, to: last ?? Number.MAX_SAFE_INTEGER }
}

/** What temporary tables of {@link sources} hold, in their order. */
const TABLES: Record<SourceName, string> = {
  used: '(record, id INTEGER PRIMARY KEY, area, use_purpose, floor_area, is_dwelling, is_settled)',
  transfer: '(record, newest, address, area, is_dwelling, company, date, former, price, covers_more, mortgage, lender, woz, woz_date, by_company, seller, former_price, held)',
}

/**
 * Counts what is asked, one range of addresses after another. What fragments draw from stands meanwhile in temporary tables in memory, and
 * all that select rows of one of them by a condition are counted in one go. Sums over the ranges are the counts.
 * @param onRows called with rows of what was asked, by its place in the list
 * @param onStatement called before each statement in each range
 */
export function countRanges(
  reader: Reader, { asked, day, next }: { asked: readonly Asked[]; day: string; next: NextRange }, { onRows, onStatement }: { onRows: (which: number, rows: readonly CountRow[]) => void; onStatement: () => void },
): void {
  const drawn = (['used', 'transfer'] as const).filter((name) => asked.some(({ fragment }) => sourcesOf(fragment.sql).includes(name)))
  // transfers are prepared from the earliest day on that any fragment counts them
  const [first = day] = asked.filter(({ fragment }) => sourcesOf(fragment.sql).includes('transfer')).map(({ given }) => given.first).toSorted()
  const [together, alone] = [togetherOf(asked), [...asked.entries()].filter(([, { fragment }]) => !fragment.ofSource)]
  for (const name of ['used', 'transfer'] as const) reader.scratch(`DROP TABLE IF EXISTS temp.${name}`)
  for (const name of drawn) reader.scratch(`CREATE TEMP TABLE ${name} ${TABLES[name]}`)
  for (let range = next(reader); range; range = next(reader)) {
    const given = JSON.stringify({ first, day, ...range })
    for (const name of drawn) {
      onStatement()
      reader.scratch(`DELETE FROM temp.${name}`)
      reader.scratch(`INSERT INTO temp.${name} WITH given(j) AS (SELECT ?) ${sources[name]('between')}`, given)
    }
    for (const one of together) {
      onStatement()
      const found = reader.all<Row>(one.sql, ...one.values)
      one.counted.forEach(({ which, fragment }, k) => onRows(which, found.flatMap((row) => rowOf(row, k, fragment))))
    }
    for (const [which, { fragment, by, given: own }] of alone) {
      onStatement()
      onRows(which, countRows(reader, fragment, by, own, 'range'))
    }
  }
  for (const name of drawn) reader.scratch(`DROP TABLE temp.${name}`)
}

/** Several that are counted in one go: one source, one way to group. */
interface Together {
  counted: { which: number; fragment: Fragment }[]
  sql: string
  values: string[]
}

interface Row extends Pick<CountRow, 'area' | 'version' | 'sbi'> {
  /** `n0`, `e0`, `n1`, …: how many rows each counted, and how many of them are events where it tells these apart */
  [count: `${'n' | 'e'}${number}`]: number | null
}

function togetherOf(asked: readonly Asked[]): Together[] {
  const ofSources = asked.flatMap(({ fragment, by, given }, which) => (fragment.ofSource ? [{ which, fragment, by, given, ofSource: fragment.ofSource }] : []))
  const groups = Map.groupBy(ofSources, ({ by, ofSource }) => (by === 'area' ? ofSource.source : `${ofSource.source} ${ofSource.company}`))
  return [...groups.values()].map((counted) => ({ counted, sql: sqlOf(counted), values: counted.map(({ given }) => JSON.stringify(given)) }))
}

function sqlOf(counted: readonly { by: Grouping; ofSource: OfSource }[]): string {
  const [{ by, ofSource: { source, company } } = { by: 'area', ofSource: { source: 'used', company: '' } }] = counted
  const givens = counted.map((_, k) => `given${k}(j) AS (SELECT ?)`).join(', ')
  const marks = counted.map(({ ofSource }, k) => `${markOf(ofSource, k)} AS m${k}`).join(', ')
  const sums = counted.map(({ ofSource }, k) => `count(m${k}) AS n${k}${ofSource.isEvent === null ? '' : `, sum(m${k}) AS e${k}`}`).join(', ')
  // the limit keeps SQLite from judging a row twice, for count and for sum
  if (by === 'area') return `WITH ${givens} SELECT area, ${sums} FROM (SELECT area, ${marks} FROM temp.${source} WHERE area > 0 LIMIT -1) GROUP BY area`
  return `WITH ${givens} SELECT c.sbi_version AS version, c.sbi AS sbi, ${sums} FROM (SELECT ${company} AS party, ${marks} FROM temp.${source} WHERE ${company} IS NOT NULL LIMIT -1) AS counted
    JOIN company AS c ON c.id = counted.party GROUP BY c.sbi_version, c.sbi`
}

/** Null for a row that does not count, else whether it is an event. Each has parameters of its own. */
function markOf({ counted, isEvent }: OfSource, k: number): string {
  return `CASE WHEN ${counted} THEN ${isEvent === null ? '1' : `(${isEvent}) IS TRUE`} END`.replaceAll(/\bgiven\b/g, `given${k}`)
}

function rowOf(row: Row, k: number, { sides }: Fragment): CountRow[] {
  const n = row[`n${k}`] ?? 0
  if (n === 0) return []
  const { area = null, version = null, sbi = null } = row
  return [{ area, version, sbi, ...(sides === 'both' ? { exposure: n, events: row[`e${k}`] ?? 0 } : { [sides]: n }) }]
}
