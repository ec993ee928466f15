import type { LogVerification } from '#shared/contract/audit.ts'
import { verifyChain } from '../audit/chain.ts'
import { vouchedBy } from '../audit/head.ts'
import { giveRoles, reviewRights, rightsReview } from '../audit/users.ts'
import type { CallContext } from '../context.ts'
import { askLines, decideLines, listLogTerms } from '../dossier/logTerms/index.ts'
import { exportLog } from '../export/index.ts'
import { readLogEnd } from '../logEnd.ts'
import { ProblemError } from '../problem.ts'
import { listLines } from '../store/log.ts'
import { listUsers } from '../store/meta.ts'
import type { Handlers } from './types.ts'

export const auditHandlers: Handlers<'audit.list' | 'audit.verify' | 'audit.export' | 'audit.terms' | 'audit.askDestruction' | 'audit.decideDestruction' | 'user.list' | 'user.set' | 'user.reviewed' | 'user.review'> = {
  'user.list': ({ store }) => listUsers(store),
  'user.set': (context, input) => giveRoles(context, input),
  'user.reviewed': (context) => rightsReview(context),
  'user.review': (context, input) => reviewRights(context, input),
  'audit.export': (context, { target }) => exportLog(context, context.path(target)),
  'audit.list': (context, input) => listLines(context.log, input),

  'audit.verify': (context) => verified(context),
  'audit.terms': (context) => listLogTerms(context),
  'audit.askDestruction': (context, input) => askLines(context, input),
  // what goes can never be checked again
  'audit.decideDestruction': (context, input) => decideLines(context, input, () => requireWhole(verified(context))),
}

function verified({ store, log, hashKey, checkCancelled, report }: CallContext): LogVerification {
  return verifyChain(log, { anchor: readLogEnd(store), vouches: vouchedBy(store, hashKey) }, (done, total) => {
    checkCancelled()
    report({ step: 'Logboek controleren', done, total })
  })
}

/** @throws ProblemError `log-damaged` */
function requireWhole({ intact, brokenAt }: LogVerification): void {
  if (!intact) throw new ProblemError('log-damaged', brokenAt === null ? {} : { line: brokenAt })
}
