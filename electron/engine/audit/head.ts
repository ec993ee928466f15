import { createHash } from 'node:crypto'
import type { AuditAction } from '#shared/model/audit.ts'
import type { Reader, Store } from '../store/database.ts'
import { overwriting, proofRows, type ProofRow } from '../store/destructions.ts'
import { addLine, hashOf, type LogEntry, type LogRow } from '../store/log.ts'
import { countKept, keptLines, linesBetween, linesOf, putHead, readHead, type HeadRow } from '../store/logHead.ts'
import { chainHash } from './chainHash.ts'
import { keyedHash } from './redact.ts'

/** Lines that prove a destruction, with who asked for it; they stay for longer than the others. */
export const provingActions: readonly AuditAction[] = [
  'reference-destruction-ask', 'reference-destruction', 'score-destruction-ask', 'score-destruction', 'triage-destruction-ask', 'triage-destruction', 'case-destruction-ask', 'case-destruction',
  'bibob-destruction-ask', 'bibob-destruction',
  'destruction-again', 'destruction-list-save', 'destruction-list-read', 'log-destruction-ask', 'log-destruction', 'log-shorten',
]

/** By which proofs, and other copies, know the line up to which a log was ended. @param hash of that line, hex */
export function endMark(until: number, hash: string, hashKey: string): Buffer {
  return keyedHash(JSON.stringify(['log', until, hash]), hashKey)
}

/** What is ended: which line is the last of it, from which day on its lines of destructions are kept, and who decided. */
export interface Ending {
  until: number
  keptSince: string
  askedBy: string
  endedBy: string
  endedAt: string
}

/**
 * Ends the oldest lines of a log: what proves a destruction stays, the rest is overwritten, and a line at the end says with which head the log goes
 * on. All of it or nothing.
 * @param entry of the line that says so, without what it says
 * @returns how many lines went
 */
export function shortenLog(log: Store, { until, keptSince, askedBy, endedBy, endedAt }: Ending, entry: Omit<LogEntry, 'action' | 'object' | 'result'>): number {
  return log.write((writer) => {
    const before = linesBetween(writer, 1, until)
    const untilHash = hashOf(writer, until)
    if (untilHash === null) throw new Error('a log is ended at a line it does not have')
    const kept = linesOf(writer, until, provingActions, keptSince)
    const gone = before.lines - kept.length
    const head = sealed({ until, untilHash, untilAt: before.last, keptHash: hashOfKept(kept), kept: kept.length, askedBy, endedBy, endedAt })
    // first, so that it follows from the last line, whichever go
    addLine(writer, { ...entry, action: 'log-shorten', object: `${headMark(head)}, ${gone} regels tot en met regel ${until}`, result: 'done' }, chainHash)
    overwriting(writer, () => putHead(writer, head, kept))
    return gone
  })
}

/** Whether a head is as it was sealed, the lines before it are the ones that were kept, and a line behind it names it. */
export function isHeadWhole(log: Reader, head: HeadRow): boolean {
  const lines = keptLines(log, head.until)
  return (
    isSame(sealed(head).hash, head.hash) &&
    lines.every(({ line, before }) => isSame(chainHash(before, line.seq, line), line.hash)) &&
    lines.length === head.kept &&
    countKept(log) === head.kept &&
    isSame(hashOfKept(lines.map(({ line }) => line)), head.keptHash) &&
    isNamed(log, head)
  )
}

/** Whether the vault has the proof that a log was ended there. @param hashKey hex key of the vault */
export function vouchedBy(store: Reader, hashKey: string): (head: HeadRow) => boolean {
  return ({ until, untilHash }) => proofRows(store, 'log').some((proof) => proof.subjectId === until && proof.mark === endMark(until, hex(untilHash), hashKey).toString('hex'))
}

/** The furthest end a vault has a proof of, and this log is not ended at but could be; null where there is none. */
export function openEnd(store: Reader, log: Reader, hashKey: string): ProofRow | null {
  const from = readHead(log)?.until ?? 0
  const fits = ({ subjectId: until, mark }: ProofRow) => {
    const hash = hashOf(log, until)
    return until > from && hash !== null && mark === endMark(until, hex(hash), hashKey).toString('hex')
  }
  return proofRows(store, 'log').filter(fits).toSorted((one, other) => other.subjectId - one.subjectId)[0] ?? null
}

function isNamed(log: Reader, head: HeadRow): boolean {
  return linesOf(log, Number.MAX_SAFE_INTEGER, ['log-shorten'], '').some(({ seq, result, object }) => seq > head.until && result === 'done' && object.startsWith(headMark(head)))
}

function headMark({ hash }: Pick<HeadRow, 'hash'>): string {
  return `begin ${hex(hash)}`
}

function sealed(parts: Omit<HeadRow, 'hash'>): HeadRow {
  const { until, untilHash, untilAt, keptHash, kept, askedBy, endedBy, endedAt } = parts
  const hash = createHash('sha256').update(JSON.stringify([until, hex(untilHash), untilAt, hex(keptHash), kept, askedBy, endedBy, endedAt])).digest()
  return { ...parts, hash }
}

function hashOfKept(lines: readonly LogRow[]): Buffer {
  return createHash('sha256').update(JSON.stringify(lines.map(({ seq, hash }) => [seq, hex(hash)]))).digest()
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one).equals(other)
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
