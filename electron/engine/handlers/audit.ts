import { verifyChain } from '../audit/chain.ts'
import { giveRoles, reviewRights, rightsReview } from '../audit/users.ts'
import { exportLog } from '../export/index.ts'
import { readLogEnd } from '../logEnd.ts'
import { listLines } from '../store/log.ts'
import { listUsers } from '../store/meta.ts'
import type { Handlers } from './types.ts'

export const auditHandlers: Handlers<'audit.list' | 'audit.verify' | 'audit.export' | 'user.list' | 'user.set' | 'user.reviewed' | 'user.review'> = {
  'user.list': ({ store }) => listUsers(store),
  'user.set': (context, input) => giveRoles(context, input),
  'user.reviewed': (context) => rightsReview(context),
  'user.review': (context, input) => reviewRights(context, input),
  'audit.export': (context, { target }) => exportLog(context, context.path(target)),
  'audit.list': (context, input) => listLines(context.log, input),

  'audit.verify': (context) => {
    return verifyChain(context.log, readLogEnd(context.store), (done, total) => {
      context.checkCancelled()
      context.report({ step: 'Logboek controleren', done, total })
    })
  },
}
