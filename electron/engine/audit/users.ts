import type { InputOf } from '#shared/contract/index.ts'
import { isSameAccount } from '#shared/model/access.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { findUser, saveUser } from '../store/meta.ts'

/**
 * Gives somebody roles. Nobody changes his own: so no right comes about without a colleague, and the one who hands them
 * out cannot be the last to lose his.
 * @throws ProblemError `own-roles`
 */
export function giveRoles({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, { account, name, roles }: InputOf<'user.set'>): null {
  if (isSameAccount(account, actor.account)) throw new ProblemError('own-roles')
  store.write((writer) => saveUser(writer, { account: findUser(writer, account)?.account ?? account, name, roles: [...new Set(roles)] }, now))
  return null
}
