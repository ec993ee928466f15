import { dayOf } from '#shared/text/format.ts'
import { openEnd, shortenLog } from './audit/head.ts'
import { retentionTerms } from './retention.ts'
import { entryOf, type Session } from './session.ts'
import { monthsBefore } from './today.ts'

/**
 * Ends in the log what the vault has a proof of: after two people decided so, and where a copy that was put back still has what went. A log that was
 * not whole when it was opened is left as it is, to be looked into. On the connection that writes the log: a look-up waits, and does not fail.
 */
export function followEnds(session: Session, at: string): void {
  const { store, log } = session.vault
  const proof = session.logIntact ? openEnd(store, log, session.hashKey) : null
  if (!proof) return
  const keptSince = monthsBefore(dayOf(proof.destroyedAt), retentionTerms().log.destructionMonths)
  const { askedBy, destroyedBy: endedBy, destroyedAt: endedAt } = proof
  shortenLog(log, { until: proof.subjectId, keptSince, askedBy, endedBy, endedAt }, entryOf(session, at))
}
