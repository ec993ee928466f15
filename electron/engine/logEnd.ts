import type { Anchor } from './audit/chain.ts'
import type { Session } from './session.ts'
import { hashOf, lastLine } from './store/log.ts'
import { readMeta, writeMeta } from './store/meta.ts'
import type { Reader } from './store/database.ts'

/** What the vault knows of the end of its log. */
interface LogEnd extends Anchor {
  /** whether the sitting that wrote it was still going on: one that ended properly says so */
  isOpen?: boolean
}

/** The last line of the log as the vault remembers it. */
export function readLogEnd(store: Reader): LogEnd | null {
  const text = readMeta(store, 'log-anchor')
  return text ? JSON.parse(text) : null
}

/**
 * Lets the vault remember the end of the log: when a sitting opens, ends, or changed the vault anyway. Not for each look-up:
 * whatever is kept in memory of the vault would be stale with it. A log that once did not hold what the vault remembers is
 * never remembered as it is now; otherwise one more sitting would hide what was cut off.
 */
export function rememberLogEnd(session: Session, isOpen: boolean): void {
  const { store, log } = session.vault
  const [known, last] = [readLogEnd(store), lastLine(log)]
  if (last === null || (known !== null && !holds(log, known))) return
  store.write((writer) => writeMeta(writer, 'log-anchor', JSON.stringify({ ...last, isOpen })))
}

/** The same where another program may be writing in the vault: then the next occasion does. */
export function rememberIfFree(session: Session): void {
  try {
    rememberLogEnd(session, true)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error
  }
}

/** What the log itself must say at opening: that it does not fit the vault, or that the end of the sitting before was never remembered. */
export function openingRemark(isIntact: boolean, end: LogEnd | null): string {
  if (!isIntact) return 'het logboek klopt niet met de kluis'
  return end?.isOpen === true ? `een andere zitting loopt nog of is afgebroken; logboek geborgd tot en met regel ${end.seq}` : ''
}

function holds(log: Reader, { seq, hash }: Anchor): boolean {
  const found = hashOf(log, seq)
  return found !== null && Buffer.from(found).toString('hex') === hash
}
