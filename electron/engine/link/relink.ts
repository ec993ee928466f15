import type { CallContext } from '../context.ts'
import { todayOf } from '../today.ts'
import { heedAddresses } from './changedAddresses.ts'
import { countPending } from './review/queue.ts'
import { joinAll } from './joinAll.ts'
import { makePace } from './pace.ts'
import { renewKeys } from './renewKeys.ts'

/**
 * Joins records to companies and persons anew by the ledger of decisions, and rebuilds network and search index. Addresses stay as
 * they were matched: no decision on persons or companies changes those, so that this ends where a whole run would.
 * @throws ProblemError `cancelled`
 */
export function relink(context: Pick<CallContext, 'store' | 'now' | 'report' | 'checkCancelled'>): { decisions: number } {
  const pace = makePace(context)
  return context.store.write((writer) => {
    renewKeys(writer)
    const decisions = countPending(writer)
    joinAll(writer, pace, todayOf(context), heedAddresses(writer))
    return { decisions }
  })
}
