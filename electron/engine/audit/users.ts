import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import { isSameAccount } from '#shared/model/access.ts'
import { dayOf } from '#shared/text/format.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { findUser, listUsers, readMeta, saveUser } from '../store/meta.ts'
import { addRightsReview, lastRightsReview } from '../store/rightsReviews.ts'
import { monthsBefore } from '../today.ts'

/**
 * Gives somebody roles. Nobody changes his own: so no right comes about without a colleague, and the one who hands them
 * out cannot be the last to lose his.
 * @throws ProblemError `own-roles`
 */
export function giveRoles({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, { account, name, roles }: InputOf<'user.set'>): null {
  if (isSameAccount(account, actor.account)) throw new ProblemError('own-roles')
  store.write((writer) => saveUser(writer, { account: findUser(writer, account)?.account ?? account, name, roles }, now))
  return null
}

/** Months after which the rights are to be gone through again. */
const REVIEW_EVERY = 3

type Asked = Pick<CallContext, 'store' | 'now'>

/** When the rights were gone through last, and whether that is a quarter ago; of a vault where nobody did, since it was made. */
export function rightsReview({ store, now }: Asked): OutputOf<'user.reviewed'> {
  const last = lastRightsReview(store)
  const since = last?.at ?? readMeta(store, 'created-at') ?? now
  return { last, isDue: dayOf(since) < monthsBefore(dayOf(now), REVIEW_EVERY) }
}

/** Records that the user went through who may do what. @param outcome what came of it, in words */
export function reviewRights(context: Asked & Pick<CallContext, 'actor'>, { outcome }: InputOf<'user.review'>): OutputOf<'user.review'> {
  const { store, now, actor } = context
  store.write((writer) => addRightsReview(writer, actor.account, { at: now, by: actor.name, users: listUsers(writer).length, outcome }))
  return rightsReview(context)
}
