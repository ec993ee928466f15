import type { Reader, Writer } from './database.ts'
import { ACTIVE, IN_USE } from './measures.ts'

export interface ListRow {
  id: number
  at: string
  name: string
  phenomenon: 'hennep' | 'vastgoed' | 'witwassen'
  seed: string
  size: number
  done: number
}

export interface NewItem {
  addressId: number
  areaCode: string
  origin: 'attention' | 'chance'
  leading: string
  /** chance of class hoger of its area when it was drawn */
  predicted: number | null
}

const LISTS = `SELECT l.id, l.at, l.name, l.phenomenon, l.seed, count(i.position) AS size, count(i.outcome) AS done
  FROM control_list AS l JOIN control_item AS i ON i.list_id = l.id`

export function controlLists(reader: Reader): ListRow[] {
  return reader.all<ListRow>(`${LISTS} GROUP BY l.id ORDER BY l.id DESC`)
}

export function controlList(reader: Reader, id: number): ListRow | null {
  return reader.get<ListRow>(`${LISTS} WHERE l.id = ? GROUP BY l.id`, id) ?? null
}

export function insertControlList(
  writer: Writer, list: { at: string; account: string; name: string; phenomenon: string; setId: number; seed: string }, items: readonly NewItem[],
): number {
  const id = writer.run(
    'INSERT INTO control_list (at, account, name, phenomenon, set_id, seed) VALUES (?,?,?,?,?,?)', list.at, list.account, list.name, list.phenomenon, list.setId, list.seed,
  ).lastId
  const insert = writer.prepare('INSERT INTO control_item (list_id, position, address_id, area_code, origin, leading, predicted) VALUES (?,?,?,?,?,?,?)')
  items.forEach((item, i) => insert(id, i + 1, item.addressId, item.areaCode, item.origin, item.leading, item.predicted))
  return id
}

/** An item as it may be shown: without its origin. */
export interface ItemRow {
  position: number
  addressId: number
  street: string
  number: number
  letter: string
  suffix: string
  postcode: string
  area: string
  outcome: 'confirmed' | 'not-confirmed' | 'unknown' | null
}

export function controlItems(reader: Reader, id: number): ItemRow[] {
  return reader.all<ItemRow>(
    `SELECT i.position, i.address_id AS addressId, s.name AS street, a.number, a.letter, a.suffix, a.postcode, coalesce(r.name, i.area_code) AS area, i.outcome
      FROM control_item AS i JOIN address AS a ON a.id = i.address_id JOIN street AS s ON s.id = a.street_id LEFT JOIN area AS r ON r.code = i.area_code
      WHERE i.list_id = ? ORDER BY i.position`,
    id,
  )
}

/** @returns whether there is such an item */
export function recordOutcome(writer: Writer, id: number, position: number, outcome: string, by: { at: string; account: string }): boolean {
  return writer.run('UPDATE control_item SET outcome = ?, outcome_at = ?, outcome_account = ? WHERE list_id = ? AND position = ?', outcome, by.at, by.account, id, position).changes > 0
}

export interface OutcomeRow {
  phenomenon: 'hennep' | 'vastgoed' | 'witwassen'
  origin: 'attention' | 'chance'
  leading: string
  areaCode: string
  outcome: 'confirmed' | 'not-confirmed' | 'unknown'
  /** chance of class hoger of the area when the list was drawn */
  predicted: number | null
}

/** Every outcome of the lists that are complete. */
export function knownOutcomes(reader: Reader): OutcomeRow[] {
  return reader.all<OutcomeRow>(
    `SELECT l.phenomenon, i.origin, i.leading, i.area_code AS areaCode, i.outcome, i.predicted
      FROM control_item AS i JOIN control_list AS l ON l.id = i.list_id
      WHERE l.id NOT IN (SELECT list_id FROM control_item WHERE outcome IS NULL) ORDER BY l.id, i.position`,
  )
}

/** Which addresses can be drawn: in use, and with a vestiging on a day when one is given. */
const DRAWABLE = `${IN_USE} AND ((SELECT j->>'day' FROM given) IS NULL OR id IN (SELECT address_id FROM branch_location WHERE ${ACTIVE}))`

const COUNT_DRAWABLE = `WITH given(j) AS (SELECT ?) SELECT area_id AS area, count(*) AS n FROM address WHERE area_id IS NOT NULL AND ${DRAWABLE} GROUP BY area_id`
const FIND_DRAWABLE = `WITH given(j) AS (SELECT ?) SELECT id FROM address WHERE area_id = ? AND ${DRAWABLE} ORDER BY id LIMIT 1 OFFSET ?`

/** Addresses that can be drawn per buurt: id of `area` → count. @param day on which there must be a vestiging */
export function drawableCounts(reader: Reader, day: string | null): Map<number, number> {
  return new Map(reader.all<{ area: number; n: number }>(COUNT_DRAWABLE, JSON.stringify({ day })).map(({ area, n }) => [area, n]))
}

/** The address at a place among those of a buurt that can be drawn. */
export function drawableAddress(reader: Reader, area: number, place: number, day: string | null): number | null {
  return reader.get<{ id: number }>(FIND_DRAWABLE, JSON.stringify({ day }), area, place)?.id ?? null
}

/** What was found per buurt after a day: measures, and inspections that found something. */
export function findingsByArea(reader: Reader, phenomenon: string, after: string, until: string): Map<number, number> {
  const rows = reader.all<{ area: number; n: number }>(
    `SELECT a.area_id AS area, count(*) AS n FROM (
        SELECT address_id FROM measure_record WHERE phenomenon = ? AND started > ? AND started <= ?
        UNION ALL
        SELECT address_id FROM inspection_record WHERE phenomenon = ? AND inspected > ? AND inspected <= ? AND outcome IN ('overtreding', 'kwekerij'))
      JOIN address AS a ON a.id = address_id WHERE a.area_id IS NOT NULL GROUP BY a.area_id`,
    phenomenon, after, until, phenomenon, after, until,
  )
  return new Map(rows.map(({ area, n }) => [area, n]))
}
