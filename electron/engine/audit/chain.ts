import { createHash } from 'node:crypto'
import type { LogVerification } from '#shared/contract/audit.ts'
import { countLines, eachLine, hashOf, lastLine, type LogEntry } from '../store/log.ts'
import type { Reader } from '../store/database.ts'

/** Hash of a line: SHA-256 over the hash of the line before (empty for the first), its number and its fields in fixed order. */
export function chainHash(before: Uint8Array | null, seq: number, entry: LogEntry): Uint8Array {
  const fields = [
    seq, entry.at, entry.account, entry.name, entry.action, entry.object, entry.purpose, entry.caseNumber, entry.result, entry.origin,
  ]
  return createHash('sha256')
    .update(before ?? '')
    .update(JSON.stringify(fields))
    .digest()
}

/** How many lines are walked without asking when a vault opens; longer logs are checked from the last remembered line on. */
const AT_OPENING = 100_000

/** The check at opening: quick enough never to keep anybody waiting. */
export function verifyAtOpening(log: Reader, anchor: Anchor | null): boolean {
  const from = countLines(log) > AT_OPENING && anchor ? anchor.seq : 1
  return verifyChain(log, anchor, () => undefined, from).intact
}

/** The last line the vault itself remembers, so that cutting the end off the log shows. */
export interface Anchor {
  seq: number
  hash: string
}

/** Clocks of workstations are apart by less than this; a line that is further behind one above it was written after a clock was set back. */
const CLOCK_PLAY_MS = 5 * 60_000

/**
 * Walks the chain (BIO2 8.15.06): the whole of it, or the part from a line that was verified before.
 * @param report is told every 10,000 lines; may throw to cancel
 * @param from first line to check; its predecessor is taken on trust
 */
export function verifyChain(log: Reader, anchor: Anchor | null, report: (done: number, total: number) => void, from = 1): LogVerification {
  const total = countLines(log)
  let before: Uint8Array | null = hashOf(log, from - 1)
  let brokenAt: number | null = null
  let anchorHash: string | null = null
  let clockBackAt: number | null = null
  let latest = 0
  let lines = from - 1
  for (const line of eachLine(log, from)) {
    lines += 1
    const hash = chainHash(before, lines, line)
    if (brokenAt === null && (line.seq !== lines || !Buffer.from(line.hash).equals(hash))) brokenAt = lines
    const moment = Date.parse(line.at)
    if (clockBackAt === null && moment < latest - CLOCK_PLAY_MS) clockBackAt = lines
    latest = Math.max(latest, moment)
    if (line.seq === anchor?.seq) anchorHash = Buffer.from(line.hash).toString('hex')
    before = line.hash
    if (lines % 10_000 === 0) report(lines, total)
  }
  const anchored = compareAnchor(anchor, anchorHash, lines)
  return { lines, brokenAt, anchor: anchored, intact: brokenAt === null && anchored === 'equal', clockBackAt, lastHash: lastLine(log)?.hash ?? '' }
}

function compareAnchor(anchor: Anchor | null, found: string | null, lines: number): LogVerification['anchor'] {
  if (!anchor) return 'equal'
  if (lines < anchor.seq) return 'log-shorter'
  return found === anchor.hash ? 'equal' : 'differs'
}
