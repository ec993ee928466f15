import { dayOf } from '#shared/text/format.ts'
import { openEnd, shortenLog } from './audit/head.ts'
import { retentionTerms } from './retention.ts'
import { entryOf, type Session } from './session.ts'
import { monthsBefore } from './today.ts'

/**
 * Ends in the log what the vault has a proof of: after two people decided so, and where a copy that was put back still has what went.
 * @returns how many lines went
 */
export function followEnds(session: Session, at: string): number {
  const { store, log } = session.vault
  const proof = openEnd(store, log, session.hashKey)
  if (!proof) return 0
  const keptSince = monthsBefore(dayOf(proof.destroyedAt), retentionTerms().log.destructionMonths)
  const { askedBy, destroyedBy: endedBy, destroyedAt: endedAt } = proof
  return shortenLog(log, { until: proof.subjectId, keptSince, askedBy, endedBy, endedAt }, entryOf(session, at))
}
