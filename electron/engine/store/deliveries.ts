import type { Delivery } from '#shared/contract/sources.ts'
import type { RowIssue } from '#shared/model/source.ts'
import type { Reader, Writer } from './database.ts'

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
}

export interface DeliveryCounts {
  rowsRead: number
  accepted: number
  repaired: number
  refused: number
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
}

/** Writes a delivery and returns its id, the upper half of the record ids of its rows. */
export function insertDelivery(writer: Writer, delivery: NewDelivery): number {
  return writer.run(
    `INSERT INTO delivery (kind, file, hash, sheet, read_as, supplier, reference_date, mapping, fingerprint, purpose, account, name, at, dropped,
       rows_read, accepted, repaired, refused) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)`,
    delivery.kind, delivery.file, delivery.hash, delivery.sheet, delivery.readAs, delivery.supplier, delivery.referenceDate, delivery.mapping,
    delivery.fingerprint, delivery.purpose, delivery.account, delivery.name, delivery.at, delivery.dropped,
  ).lastId
}

export function finishDelivery(writer: Writer, id: number, counts: DeliveryCounts): void {
  writer.run(
    'UPDATE delivery SET rows_read = ?, accepted = ?, repaired = ?, refused = ? WHERE id = ?',
    counts.rowsRead, counts.accepted, counts.repaired, counts.refused, id,
  )
}

/** The earlier delivery of the same file, sheet, kind and mapping. */
export function findByFingerprint(reader: Reader, fingerprint: string): { id: number; dropped: string } | null {
  return reader.get<{ id: number; dropped: string }>('SELECT id, dropped FROM delivery WHERE fingerprint = ?', fingerprint) ?? null
}

export function countsOf(reader: Reader, id: number): DeliveryCounts {
  const counts = reader.get<DeliveryCounts>('SELECT rows_read AS rowsRead, accepted, repaired, refused FROM delivery WHERE id = ?', id)
  return counts ?? { rowsRead: 0, accepted: 0, repaired: 0, refused: 0 }
}

export function findByHash(reader: Reader, hash: string): { deliveryId: number; at: string; sheet: string }[] {
  return reader.all('SELECT id AS deliveryId, at, sheet FROM delivery WHERE hash = ? ORDER BY id', hash)
}

export function findDelivery(reader: Reader, id: number): StoredDelivery | null {
  const row = reader.get<StoredDelivery>(
    'SELECT id, kind, file, sheet, read_as AS readAs, supplier, reference_date AS referenceDate, mapping FROM delivery WHERE id = ?', id,
  )
  return row ?? null
}

/** All deliveries, newest first; the label of the kind is for whoever knows the kinds. */
export function listDeliveries(reader: Reader): Omit<Delivery, 'kindLabel'>[] {
  return reader.all(`
    SELECT id, kind, file, sheet, supplier, reference_date AS referenceDate, at, name AS "by", rows_read AS rowsRead, accepted, repaired, refused
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
