import type { Delivery } from '#shared/contract/sources.ts'
import type { RowIssue } from '#shared/model/source.ts'
import type { Reader, Writer } from './database.ts'
import { identifier } from './sql.ts'

/** A delivery as it is written when its rows are about to follow. */
export interface NewDelivery {
  kind: string
  file: string
  hash: string
  sheet: string
  readAs: string
  supplier: string
  referenceDate: string | null
  /** JSON */
  mapping: string
  fingerprint: string
  purpose: string
  account: string
  name: string
  at: string
  /** JSON */
  dropped: string
  /** hash over the headings */
  shape: string
  /** first delivery of the source; null when this is it */
  seriesId: number | null
  isComplete: boolean
}

export interface DeliveryCounts {
  rowsRead: number
  accepted: number
  repaired: number
  refused: number
  /** rows among those read that do not show in their workbook */
  hiddenRows: number
}

/** A delivery with what is needed to read one of its rows back or to export its refusals. */
export interface StoredDelivery {
  id: number
  kind: string
  file: string
  sheet: string
  readAs: string
  supplier: string
  referenceDate: string | null
  mapping: string
  withdrawnAt: string | null
}

/** Writes a delivery and returns its id, the upper half of the record ids of its rows. */
export function insertDelivery(writer: Writer, delivery: NewDelivery): number {
  return writer.run(
    `INSERT INTO delivery (kind, file, hash, sheet, read_as, supplier, reference_date, mapping, fingerprint, purpose, account, name, at, dropped,
       shape, series_id, is_complete, rows_read, accepted, repaired, refused) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)`,
    delivery.kind, delivery.file, delivery.hash, delivery.sheet, delivery.readAs, delivery.supplier, delivery.referenceDate, delivery.mapping,
    delivery.fingerprint, delivery.purpose, delivery.account, delivery.name, delivery.at, delivery.dropped,
    delivery.shape, delivery.seriesId, delivery.isComplete ? 1 : 0,
  ).lastId
}

/** What a delivery did to the state of its source. */
export function saveChange(writer: Writer, id: number, change: { added: number; changed: number; gone: number; unchanged: number }): void {
  writer.run('UPDATE delivery SET added = ?, changed = ?, gone = ?, unchanged = ? WHERE id = ?', change.added, change.changed, change.gone, change.unchanged, id)
}

/** A delivery that was not withdrawn, with what tells its source. */
export interface StandingDelivery {
  id: number
  kind: string
  supplier: string
  file: string
  sheet: string
  hash: string
  at: string
  referenceDate: string | null
  seriesId: number
  isComplete: number
}

const STANDING = `SELECT id, kind, supplier, file, sheet, hash, at, reference_date AS referenceDate, coalesce(series_id, id) AS seriesId, is_complete AS isComplete
  FROM delivery WHERE withdrawn_at IS NULL`

/** Deliveries of a kind that stand, newest first. */
export function standingDeliveries(reader: Reader, kind: string): StandingDelivery[] {
  return reader.all<StandingDelivery>(`${STANDING} AND kind = ? ORDER BY id DESC`, kind)
}

/** Deliveries of a source that stand, oldest first. */
export function seriesOf(reader: Reader, seriesId: number): StandingDelivery[] {
  return reader.all<StandingDelivery>(`${STANDING} AND coalesce(series_id, id) = ? ORDER BY id`, seriesId)
}

export function findStanding(reader: Reader, id: number): StandingDelivery | undefined {
  return reader.get<StandingDelivery>(`${STANDING} AND id = ?`, id)
}

/** Keeps of a delivery only that it was there; its fingerprint is free for the same file again. */
export function markWithdrawn(writer: Writer, id: number, withdrawal: { at: string; by: string; reason: string }): void {
  for (const table of ['row_issue', 'refused_row']) writer.run(`DELETE FROM ${identifier(table)} WHERE delivery_id = ?`, id)
  writer.run(
    "UPDATE delivery SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?, fingerprint = 'ingetrokken ' || id || ' ' || fingerprint WHERE id = ?",
    withdrawal.at, withdrawal.by, withdrawal.reason, id,
  )
}

/** @param hiddenColumns headings of columns that were taken in and do not show in their workbook */
export function finishDelivery(writer: Writer, id: number, counts: DeliveryCounts, hiddenColumns: readonly string[]): void {
  writer.run(
    'UPDATE delivery SET rows_read = ?, accepted = ?, repaired = ?, refused = ?, hidden_rows = ?, hidden_columns = ? WHERE id = ?',
    counts.rowsRead, counts.accepted, counts.repaired, counts.refused, counts.hiddenRows, JSON.stringify(hiddenColumns), id,
  )
}

/** Keeps the rows above the headings with the mapping of a delivery. */
export function keepTitles(writer: Writer, id: number, titles: readonly (readonly string[])[]): void {
  writer.run("UPDATE delivery SET mapping = json_set(mapping, '$.titles', json(?)) WHERE id = ?", JSON.stringify(titles), id)
}

/** The earlier delivery of the same file, sheet, kind and mapping. */
export function findByFingerprint(reader: Reader, fingerprint: string): { id: number; dropped: string } | null {
  return reader.get<{ id: number; dropped: string }>('SELECT id, dropped FROM delivery WHERE fingerprint = ?', fingerprint) ?? null
}

export function countsOf(reader: Reader, id: number): DeliveryCounts {
  const counts = reader.get<DeliveryCounts>('SELECT rows_read AS rowsRead, accepted, repaired, refused, hidden_rows AS hiddenRows FROM delivery WHERE id = ?', id)
  return counts ?? { rowsRead: 0, accepted: 0, repaired: 0, refused: 0, hiddenRows: 0 }
}

/** Headings of the columns of a delivery that were taken in and do not show in their workbook. */
export function hiddenColumnsOf(reader: Reader, id: number): string[] {
  return reader.all<{ heading: string }>('SELECT value AS heading FROM delivery, json_each(hidden_columns) WHERE delivery.id = ?', id).map(({ heading }) => heading)
}

export function findByHash(reader: Reader, hash: string): { deliveryId: number; at: string; sheet: string }[] {
  return reader.all('SELECT id AS deliveryId, at, sheet FROM delivery WHERE hash = ? AND withdrawn_at IS NULL ORDER BY id', hash)
}

export function findDelivery(reader: Reader, id: number): StoredDelivery | null {
  const row = reader.get<StoredDelivery>(
    'SELECT id, kind, file, sheet, read_as AS readAs, supplier, reference_date AS referenceDate, mapping, withdrawn_at AS withdrawnAt FROM delivery WHERE id = ?', id,
  )
  return row ?? null
}

/** All deliveries, newest first; the label of the kind is for whoever knows the kinds. */
export function listDeliveries(reader: Reader): Omit<Delivery, 'kindLabel'>[] {
  return reader.all(`
    SELECT id, kind, file, sheet, supplier, reference_date AS referenceDate, at, name AS "by", purpose, hash, rows_read AS rowsRead, accepted, repaired, refused,
      coalesce(series_id, id) AS seriesId, added, changed, gone, unchanged, withdrawn_at AS withdrawnAt, withdrawn_by AS withdrawnBy, withdrawn_reason AS withdrawnReason
    FROM delivery ORDER BY id DESC`)
}

/** An issue as it is stored; the heading follows from the mapping of the delivery. */
export interface StoredIssue {
  row: number
  /** −1: the whole row */
  columnIndex: number
  field: string
  value: string
  severity: RowIssue['severity']
  reason: string
}

export function issueInserter(writer: Writer, deliveryId: number): (issue: StoredIssue) => void {
  const insert = writer.prepare('INSERT INTO row_issue (delivery_id, row, column_index, field, value, severity, reason) VALUES (?, ?, ?, ?, ?, ?, ?)')
  return (issue) => void insert(deliveryId, issue.row, issue.columnIndex, issue.field, issue.value, issue.severity, issue.reason)
}

export function refusedRowInserter(writer: Writer, deliveryId: number): (row: number, cells: string) => void {
  const insert = writer.prepare('INSERT INTO refused_row (delivery_id, row, cells) VALUES (?, ?, ?)')
  return (row, cells) => void insert(deliveryId, row, cells)
}

const ISSUE = 'row, column_index AS columnIndex, field, value, severity, reason'

/** A page of issues: refusals first, then in order of row. */
export function pageOfIssues(reader: Reader, deliveryId: number, offset: number, limit: number): { issues: StoredIssue[]; total: number } {
  const issues = reader.all<StoredIssue>(
    `SELECT ${ISSUE} FROM row_issue WHERE delivery_id = ?
       ORDER BY CASE severity WHEN 'refused' THEN 0 WHEN 'repaired' THEN 1 ELSE 2 END, row, rowid LIMIT ? OFFSET ?`,
    deliveryId, limit, offset,
  )
  const total = reader.get<{ n: number }>('SELECT count(*) AS n FROM row_issue WHERE delivery_id = ?', deliveryId)?.n ?? 0
  return { issues, total }
}

/** Every issue of a delivery, in order of row. */
export function eachIssue(reader: Reader, deliveryId: number): IterableIterator<StoredIssue> {
  return reader.each<StoredIssue>(`SELECT ${ISSUE} FROM row_issue WHERE delivery_id = ? ORDER BY row, rowid`, deliveryId)
}

/** Issues counted by column and reason, refusals first, then the most frequent. @param limit how many groups */
export function groupsOfIssues(reader: Reader, deliveryId: number, limit: number): { columnIndex: number; severity: RowIssue['severity']; reason: string; count: number; firstRow: number }[] {
  return reader.all(
    `SELECT column_index AS columnIndex, severity, reason, count(*) AS count, min(row) AS firstRow FROM row_issue WHERE delivery_id = ?
       GROUP BY column_index, severity, reason ORDER BY CASE severity WHEN 'refused' THEN 0 WHEN 'repaired' THEN 1 ELSE 2 END, count(*) DESC, column_index, reason LIMIT ?`,
    deliveryId, limit,
  )
}

export function issuesOfRow(reader: Reader, deliveryId: number, row: number): StoredIssue[] {
  return reader.all<StoredIssue>(`SELECT ${ISSUE} FROM row_issue WHERE delivery_id = ? AND row = ? ORDER BY rowid`, deliveryId, row)
}

/** The refused rows as delivered, in order, each with its reasons. */
export function eachRefusedRow(reader: Reader, deliveryId: number): IterableIterator<{ row: number; cells: string; reasons: string }> {
  return reader.each(
    `SELECT r.row AS row, r.cells AS cells, coalesce((SELECT group_concat(reason, '; ') FROM row_issue i
       WHERE i.delivery_id = r.delivery_id AND i.row = r.row AND i.severity = 'refused'), '') AS reasons
     FROM refused_row r WHERE r.delivery_id = ? ORDER BY r.row`,
    deliveryId,
  )
}
