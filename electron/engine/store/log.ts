import type { AuditAction, AuditEvent } from '#shared/model/audit.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import type { Reader, Store, Writer } from './database.ts'

/** A line without its place in the chain. */
export type LogEntry = Omit<AuditEvent, 'seq' | 'hash'>

/** A line as it stands. */
export interface LogRow extends LogEntry {
  seq: number
  hash: Uint8Array
}

const COLUMNS = 'seq, at, account, name, action, object, purpose, case_number AS caseNumber, result, origin, hash'
const WHERE = "(? IS NULL OR action = ?) AND (? IS NULL OR instr(lower(object || ' ' || name || ' ' || case_number), ?) > 0)"

type Chain = (before: Uint8Array | null, seq: number, entry: LogEntry) => Uint8Array

/** Adds one line behind the last; `chain` computes its hash from the hash before and the line itself. */
export function appendLine(log: Store, entry: LogEntry, chain: Chain): number {
  return log.write((writer) => addLine(writer, entry, chain))
}

/** The same where more is written with it. */
export function addLine(writer: Writer, entry: LogEntry, chain: Chain): number {
  const last = writer.get<{ seq: number; hash: Uint8Array }>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1')
  const seq = (last?.seq ?? 0) + 1
  writer.run(
    'INSERT INTO event (seq, at, account, name, action, object, purpose, case_number, result, origin, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?)',
    seq, entry.at, entry.account, entry.name, entry.action, entry.object, entry.purpose, entry.caseNumber, entry.result, entry.origin,
    chain(last?.hash ?? null, seq, entry),
  )
  return seq
}

/** Lines in order, for verification. */
export function eachLine(log: Reader, from: number): IterableIterator<LogRow> {
  return log.each<LogRow>(`SELECT ${COLUMNS} FROM event WHERE seq >= ? ORDER BY seq`, from)
}

/** Every line in order up to one, for whoever keeps the log elsewhere too. */
export function* eachEvent(log: Reader, until: number): Generator<AuditEvent> {
  for (const row of eachLine(log, 1)) {
    if (row.seq > until) return
    yield toEvent(row)
  }
}

/** Lines that name an entity, oldest first: what came of a call, and what was refused. */
export function linesNaming(log: Reader, key: EntityKey): AuditEvent[] {
  const whole = new RegExp(`(?<![\\w:])${key}(?!\\d)`)
  const rows = log.all<LogRow>(`SELECT ${COLUMNS} FROM event WHERE instr(object, ?) > 0 AND result IN ('done', 'denied') ORDER BY seq`, key)
  return rows.filter(({ object }) => whole.test(object)).map(toEvent)
}

/** Hash of one line, also of the last one before the head; null when it is not known. */
export function hashOf(log: Reader, seq: number): Uint8Array | null {
  const found = log.get<{ hash: Uint8Array }>('SELECT hash FROM event WHERE seq = ? UNION ALL SELECT until_hash FROM head WHERE until = ?', seq, seq)
  return found?.hash ?? null
}

export function lastLine(log: Reader): { seq: number; hash: string } | null {
  const row = log.get<{ seq: number; hash: Uint8Array }>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1')
  return row ? { seq: row.seq, hash: Buffer.from(row.hash).toString('hex') } : null
}

/** How many lines there are. @param until up to which */
export function countLines(log: Reader, until = Number.MAX_SAFE_INTEGER): number {
  return log.get<{ n: number }>('SELECT count(*) AS n FROM event WHERE seq <= ?', until)?.n ?? 0
}

/** Whether something was done of which the line begins with a text. */
export function hasDone(log: Reader, actions: readonly AuditAction[], start: string): boolean {
  const found = log.get<{ found: number }>(
    "SELECT EXISTS (SELECT 1 FROM event WHERE action IN (SELECT value FROM json_each(?)) AND result = 'done' AND substr(object, 1, length(?)) = ?) AS found",
    JSON.stringify(actions), start, start,
  )
  return found?.found === 1
}

/** A page of lines, newest first, optionally of one action or holding a text in object or name. */
export function listLines(
  log: Reader,
  filter: { before?: number | undefined; limit: number; action?: AuditAction | undefined; text?: string | undefined },
): { events: AuditEvent[]; total: number } {
  const action = filter.action ?? null
  const text = filter.text?.trim().toLowerCase() || null
  const rows = log.all<LogRow>(
    `SELECT ${COLUMNS} FROM event WHERE ${WHERE} AND seq < ? ORDER BY seq DESC LIMIT ?`,
    action, action, text, text, filter.before ?? Number.MAX_SAFE_INTEGER, filter.limit,
  )
  const total = log.get<{ n: number }>(`SELECT count(*) AS n FROM event WHERE ${WHERE}`, action, action, text, text)?.n ?? 0
  return { total, events: rows.map(toEvent) }
}

function toEvent(row: LogRow): AuditEvent {
  return { ...row, hash: Buffer.from(row.hash).toString('hex') }
}
