import type { LogVerification } from '#shared/contract/audit.ts'
import type { LogHead } from '#shared/model/logHead.ts'
import type { Reader } from '../store/database.ts'
import { countLines, eachLine, hashOf, lastLine } from '../store/log.ts'
import { readHead, type HeadRow } from '../store/logHead.ts'
import { chainHash } from './chainHash.ts'
import { isHeadWhole } from './head.ts'

/** How many lines are walked without asking when a vault opens; longer logs are checked from the last remembered line on. */
const AT_OPENING = 100_000

/** What the vault knows of its log: its last line, so that cutting the end off shows, and whether it was ended where it begins. */
export interface Known {
  anchor: Anchor | null
  vouches: (head: HeadRow) => boolean
}

/** The last line the vault itself remembers. */
export interface Anchor {
  seq: number
  hash: string
}

/** The check at opening: quick enough never to keep anybody waiting. */
export function verifyAtOpening(log: Reader, known: Known): boolean {
  const from = countLines(log) > AT_OPENING && known.anchor ? known.anchor.seq : 1
  return verifyChain(log, known, () => undefined, from).intact
}

/** Clocks of workstations are apart by less than this; a line that is further behind one above it was written after a clock was set back. */
const CLOCK_PLAY_MS = 5 * 60_000

/**
 * Walks the chain (BIO2 8.15.06): the whole of it, or the part from a line that was verified before. Where its oldest lines were ended it begins at
 * the head, which is verified itself.
 * @param report is told every 10,000 lines; may throw to cancel
 * @param from first line to check; its predecessor is taken on trust
 */
export function verifyChain(log: Reader, { anchor, vouches }: Known, report: (done: number, total: number) => void, from = 1): LogVerification {
  const head = readHead(log)
  const first = (head?.until ?? 0) + 1
  const start = Math.max(from, first)
  const total = countLines(log)
  let before: Uint8Array | null = head && start === first ? head.untilHash : hashOf(log, start - 1)
  let brokenAt: number | null = null
  let anchorHash: string | null = null
  let clockBackAt: number | null = null
  let latest = 0
  let lines = start - 1
  for (const line of eachLine(log, start)) {
    lines += 1
    const hash = chainHash(before, lines, line)
    if (brokenAt === null && (line.seq !== lines || !Buffer.from(line.hash).equals(hash))) brokenAt = lines
    const moment = Date.parse(line.at)
    if (clockBackAt === null && moment < latest - CLOCK_PLAY_MS) clockBackAt = lines
    latest = Math.max(latest, moment)
    if (line.seq === anchor?.seq) anchorHash = Buffer.from(line.hash).toString('hex')
    before = line.hash
    if (lines % 10_000 === 0) report(lines - first + 1, total)
  }
  const isHeadSound = head === null || (vouches(head) && isHeadWhole(log, head))
  const isBeforeHead = anchor !== null && anchor.seq < first
  const anchored = isBeforeHead && isHeadSound ? 'equal' : compareAnchor(anchor, anchorHash, lines)
  return {
    lines: lines - first + 1, brokenAt, anchor: anchored, head: head && shownHead(head), isHeadSound, intact: brokenAt === null && anchored === 'equal' && isHeadSound, clockBackAt, lastHash: lastLine(log)?.hash ?? '',
  }
}

/** A head as it is shown. */
export function shownHead({ until, untilAt, kept, askedBy, endedBy, endedAt }: HeadRow): LogHead {
  return { until, untilAt, gone: until - kept, kept, askedBy, endedBy, endedAt }
}

/** @param found hash of the remembered line, null when it is not there any more */
function compareAnchor(anchor: Anchor | null, found: string | null, lines: number): LogVerification['anchor'] {
  if (!anchor) return 'equal'
  if (lines < anchor.seq) return 'log-shorter'
  return found === anchor.hash ? 'equal' : 'differs'
}
