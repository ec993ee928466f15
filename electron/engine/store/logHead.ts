import type { AuditAction } from '#shared/model/audit.ts'
import type { Reader, Writer } from './database.ts'
import { hashOf, type LogRow } from './log.ts'

/** Where the log begins since its oldest lines went; hashes as bytes. */
export interface HeadRow {
  /** the last line before it, its hash and its moment */
  until: number
  untilHash: Uint8Array
  untilAt: string
  keptHash: Uint8Array
  kept: number
  askedBy: string
  endedBy: string
  endedAt: string
  hash: Uint8Array
}

/** A line before the head that stays, with the hash of the line before it; null for the first line of all. */
export interface KeptLine {
  line: LogRow
  before: Uint8Array | null
}

const HEAD = `until, until_hash AS untilHash, until_at AS untilAt, kept_hash AS keptHash, kept, asked_by AS askedBy, ended_by AS endedBy, ended_at AS endedAt, hash`
const LINE = 'e.seq, at, account, name, action, object, purpose, case_number AS caseNumber, result, origin, hash'

/** Null where the log still begins with its first line. */
export function readHead(log: Reader): HeadRow | null {
  return log.get<HeadRow>(`SELECT ${HEAD} FROM head`) ?? null
}

/**
 * The last line of those at the front that are all older than a day; null where there are none, or none that is younger: whoever asks has left a
 * line himself. What a clock that ran ahead wrote among them is passed by.
 * @param day ISO day
 * @param now ISO moment
 */
export function lastOldLine(log: Reader, from: number, day: string, now: string): number | null {
  const first = log.get<{ seq: number }>('SELECT seq FROM event WHERE seq >= ? AND substr(at, 1, 10) >= ? AND at <= ? ORDER BY seq LIMIT 1', from, day, now)
  if (!first) return null
  return log.get<{ seq: number }>('SELECT seq FROM event WHERE seq >= ? AND seq < ? AND substr(at, 1, 10) < ? ORDER BY seq DESC LIMIT 1', from, first.seq, day)?.seq ?? null
}

/** How many lines stand from one up to another, and when these two were written. */
export function linesBetween(log: Reader, from: number, until: number): { lines: number; first: string; last: string } {
  const found = log.get<{ lines: number; first: string | null; last: string | null }>(
    'SELECT count(*) AS lines, (SELECT at FROM event WHERE seq = ?) AS first, (SELECT at FROM event WHERE seq = ?) AS last FROM event WHERE seq BETWEEN ? AND ?', from, until, from, until,
  )
  return { lines: found?.lines ?? 0, first: found?.first ?? '', last: found?.last ?? '' }
}

/** The lines up to one that are of some actions and not older than a day. @param since ISO day */
export function linesOf(log: Reader, until: number, actions: readonly AuditAction[], since: string): LogRow[] {
  return log.all<LogRow>(
    `SELECT ${LINE} FROM event AS e WHERE seq <= ? AND action IN (SELECT value FROM json_each(?)) AND substr(at, 1, 10) >= ? ORDER BY seq`, until, JSON.stringify(actions), since,
  )
}

/** Every line before the head, with what is known of the one before it. */
export function keptLines(log: Reader, until: number): KeptLine[] {
  return log
    .all<LogRow & { before: Uint8Array | null }>(`SELECT ${LINE}, k.before FROM event AS e LEFT JOIN kept_line AS k ON k.seq = e.seq WHERE e.seq <= ? ORDER BY e.seq`, until)
    .map(({ before, ...line }) => ({ line, before: before === null || before.length === 0 ? null : before }))
}

/** Which lines the log says were kept. */
export function countKept(log: Reader): number {
  return log.get<{ n: number }>('SELECT count(*) AS n FROM kept_line')?.n ?? 0
}

/** Puts the head behind a line: what stands before it goes, but for the lines that are kept. */
export function putHead(writer: Writer, head: HeadRow, kept: readonly LogRow[]): void {
  const known = new Map(writer.all<{ seq: number; before: Uint8Array }>('SELECT seq, before FROM kept_line').map(({ seq, before }) => [seq, before]))
  const befores = kept.map(({ seq }) => known.get(seq) ?? hashOf(writer, seq - 1) ?? new Uint8Array())
  writer.run('DELETE FROM kept_line')
  const insert = writer.prepare('INSERT INTO kept_line (seq, before) VALUES (?, ?)')
  kept.forEach(({ seq }, i) => insert(seq, befores[i] ?? new Uint8Array()))
  writer.run('DELETE FROM event WHERE seq <= ? AND seq NOT IN (SELECT seq FROM kept_line)', head.until)
  writer.run('DELETE FROM head')
  writer.run(
    'INSERT INTO head (id, until, until_hash, until_at, kept_hash, kept, asked_by, ended_by, ended_at, hash) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    head.until, head.untilHash, head.untilAt, head.keptHash, head.kept, head.askedBy, head.endedBy, head.endedAt, head.hash,
  )
}
