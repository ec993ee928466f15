import type { Reader, Writer } from './database.ts'
import type { JoinedKind } from './entities.ts'

export type StoredVerdict = 'zelfde' | 'verschillend' | 'onzeker'
export type DeedKind = 'oordeel' | 'samenvoegen' | 'losmaken' | 'intrekken'

/** Two rows a deed is about: by key, in any order, and by the rows on the screen as they stood there (the row let go first). */
export interface DecidedRows {
  leftKey: Uint8Array
  rightKey: Uint8Array
  leftRecord: number
  rightRecord: number
}

/** What is written down of a deed besides its rows. */
export interface NewDeed {
  kind: DeedKind
  party: JoinedKind
  verdict: StoredVerdict | 'ingetrokken'
  reason: string
  account: string
  name: string
  at: string
}

/** Appends a deed, one line per pair of rows; for those rows it holds from now on, instead of what held. Returns its number. */
export function appendDeed(writer: Writer, deed: NewDeed, rows: readonly DecidedRows[]): number {
  let number = 0
  for (const pair of rows) {
    const { leftKey, rightKey, leftRecord, rightRecord } = inOrder(pair)
    const { lastId } = writer.run(
      `INSERT INTO link_decision (deed, deed_kind, at, account, name, party, left_key, right_key, left_record, right_record, verdict, reason, revoked_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`,
      number, deed.kind, deed.at, deed.account, deed.name, deed.party, leftKey, rightKey, leftRecord, rightRecord, deed.verdict, deed.reason,
    )
    if (number === 0) {
      number = lastId
      writer.run('UPDATE link_decision SET deed = ? WHERE id = ?', number, lastId)
    }
  }
  return number
}

/** Keys in their fixed order, so that a pair stands once. */
function inOrder(rows: DecidedRows): DecidedRows {
  if (Buffer.compare(rows.leftKey, rows.rightKey) <= 0) return rows
  return { ...rows, leftKey: rows.rightKey, rightKey: rows.leftKey }
}

/** A line of the ledger with its rows; keys in hexadecimal, in their fixed order, which need not be that of the rows. */
export interface LedgerLine {
  id: number
  party: JoinedKind
  leftKey: string
  rightKey: string
  leftRecord: number
  rightRecord: number
}

/** Every line. */
export function ledgerLines(reader: Reader): LedgerLine[] {
  return reader.all<LedgerLine>('SELECT id, party, lower(hex(left_key)) AS leftKey, lower(hex(right_key)) AS rightKey, left_record AS leftRecord, right_record AS rightRecord FROM link_decision ORDER BY id')
}

/** Names the rows that stand in the place of those of a line. */
export function saveLineRows(writer: Writer, id: number, leftRecord: number, rightRecord: number): void {
  writer.run('UPDATE link_decision SET left_record = ?, right_record = ? WHERE id = ?', leftRecord, rightRecord, id)
}

/** Puts other keys with a line: the same rows, spelled in another way. */
export function saveLineKeys(writer: Writer, id: number, rows: DecidedRows): void {
  const { leftKey, rightKey, leftRecord, rightRecord } = inOrder(rows)
  writer.run('UPDATE link_decision SET left_key = ?, right_key = ?, left_record = ?, right_record = ? WHERE id = ?', leftKey, rightKey, leftRecord, rightRecord, id)
}

/** Marks a deed, all its lines, as taken back by a later line; what held before it holds again. */
export function revokeDeed(writer: Writer, deed: number, by: number): void {
  writer.run('UPDATE link_decision SET revoked_by = ? WHERE deed = ?', by, deed)
}

export interface DeedRow {
  deed: number
  deedKind: DeedKind
  at: string
  name: string
  party: JoinedKind
  verdict: StoredVerdict | 'ingetrokken'
  reason: string
  leftKey: Uint8Array
  rightKey: Uint8Array
  leftRecord: number
  rightRecord: number
  /** when it was taken back, or wholly replaced by later deeds, and by whom */
  revokedAt: string | null
  revokedName: string | null
  isWithdrawn: 0 | 1
}

/** A line that was not taken back; the newest of those on a pair of rows holds. */
const STANDS = "revoked_by IS NULL AND verdict <> 'ingetrokken'"

/** The newest later line about the rows of a deed, when there is one about each of them. */
const REPLACED = `(SELECT iif(count(*) = count(later), max(later), NULL) FROM (
  SELECT (SELECT max(n.id) FROM link_decision n
           WHERE n.party = l.party AND n.left_key = l.left_key AND n.right_key = l.right_key AND n.id > l.id AND n.deed <> l.deed AND n.${STANDS}) AS later
    FROM link_decision l WHERE l.deed = d.deed))`

const DEED = `SELECT d.deed, d.deed_kind AS deedKind, d.at, d.name, d.party, d.verdict, d.reason, d.left_key AS leftKey, d.right_key AS rightKey,
  d.left_record AS leftRecord, d.right_record AS rightRecord, r.at AS revokedAt, r.name AS revokedName, d.revoked_by IS NOT NULL AS isWithdrawn
  FROM link_decision d LEFT JOIN link_decision r ON r.id = coalesce(d.revoked_by, iif(d.verdict = 'ingetrokken', NULL, ${REPLACED}))`

/** A deed by its first line. */
export function findDeed(reader: Reader, deed: number): DeedRow | undefined {
  return reader.get<DeedRow>(`${DEED} WHERE d.id = ? AND d.deed = d.id`, deed)
}

/** The newest deeds first, by their first lines. @param before only older ones than this */
export function listDeeds(reader: Reader, before: number, limit: number): DeedRow[] {
  return reader.all<DeedRow>(`${DEED} WHERE d.id = d.deed AND d.id < ? ORDER BY d.id DESC LIMIT ?`, before, limit)
}

export function countDeeds(reader: Reader): number {
  return reader.get<{ n: number }>('SELECT count(*) AS n FROM link_decision WHERE id = deed')?.n ?? 0
}

/** Verdicts that hold, by pair of keys. */
export interface HeldVerdict {
  leftKey: string
  rightKey: string
  verdict: StoredVerdict
  deed: number
  /** the rows on the screen when it was decided, or those a later delivery put in their place */
  leftRecord: number
  rightRecord: number
}

/** Every verdict that holds for a party, the oldest first; keys in hexadecimal, left below right. */
export function heldVerdicts(reader: Reader, party: JoinedKind): HeldVerdict[] {
  return reader.all<HeldVerdict>(
    `SELECT lower(hex(left_key)) AS leftKey, lower(hex(right_key)) AS rightKey, verdict, deed, left_record AS leftRecord, right_record AS rightRecord
       FROM link_decision WHERE id IN (SELECT max(id) FROM link_decision WHERE party = ? AND ${STANDS} GROUP BY left_key, right_key) ORDER BY id`,
    party,
  )
}

/** How many deeds hold, at least for some of their rows, and the number of the newest line. */
export function ledgerState(reader: Reader): { held: number; newest: number } {
  const row = reader.get<{ held: number; newest: number }>(
    `SELECT (SELECT count(DISTINCT deed) FROM link_decision WHERE id IN (SELECT max(id) FROM link_decision WHERE ${STANDS} GROUP BY party, left_key, right_key)) AS held,
            coalesce(max(id), 0) AS newest FROM link_decision`,
  )
  return row ?? { held: 0, newest: 0 }
}

/** The newest line about a party; 0 without one. */
export function newestLine(reader: Reader, party: JoinedKind): number {
  return reader.get<{ newest: number }>('SELECT coalesce(max(id), 0) AS newest FROM link_decision WHERE party = ?', party)?.newest ?? 0
}

/**
 * Deeds that make something else hold than after this line: what was decided and taken back since counts for nothing, and neither does putting
 * aside where nothing held.
 */
export function countDeedsAfter(reader: Reader, line: number): number {
  const row = reader.get<{ n: number }>(
    `WITH since AS MATERIALIZED (SELECT ? AS line),
       touched AS (SELECT DISTINCT party, left_key, right_key FROM link_decision, since WHERE id > line OR revoked_by > line),
       held AS (SELECT party, left_key, right_key, deed, nullif(verdict, 'onzeker') AS verdict FROM link_decision
         WHERE id IN (SELECT max(id) FROM link_decision WHERE ${STANDS} GROUP BY party, left_key, right_key)),
       before AS (SELECT party, left_key, right_key, deed, nullif(verdict, 'onzeker') AS verdict FROM link_decision
         WHERE id IN (SELECT max(id) FROM link_decision, since WHERE id <= line AND verdict <> 'ingetrokken' AND (revoked_by IS NULL OR revoked_by > line) GROUP BY party, left_key, right_key))
     SELECT count(DISTINCT coalesce(held.deed, before.deed)) AS n
       FROM touched LEFT JOIN held USING (party, left_key, right_key) LEFT JOIN before USING (party, left_key, right_key)
      WHERE held.verdict IS NOT before.verdict`,
    line,
  )
  return row?.n ?? 0
}
