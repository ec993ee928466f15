import type { ReferenceOutcome } from '#shared/model/referenceTerm.ts'
import { dayOf } from '#shared/text/format.ts'
import type { CallContext } from '../../context.ts'
import { maskBsn } from '../../normalise/maskBsn.ts'
import { ProblemError } from '../../problem.ts'
import { insertReview, isReference } from '../../store/referenceTerms.ts'

export interface Review {
  recordIds: readonly number[]
  outcome: ReferenceOutcome
  motive: string
}

/**
 * Says of references that the department still stands by them, or that nobody could say so. The first counts as a confirmation, for as long as
 * it is the last word; the second lets the term run on.
 * @throws ProblemError `not-found` when one of them is not in the index any more; then nothing is kept
 */
export function reviewReferences({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, { recordIds, outcome, motive }: Review): { count: number } {
  const row = { outcome, motive: maskBsn(motive), at: now, day: dayOf(now), account: actor.account, by: actor.name }
  const ids = [...new Set(recordIds)]
  store.write((writer) => {
    for (const id of ids) {
      if (!isReference(writer, id)) throw new ProblemError('not-found', { what: 'De verwijzing' })
      insertReview(writer, id, row)
    }
  })
  return { count: ids.length }
}
