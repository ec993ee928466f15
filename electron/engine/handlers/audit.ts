import { verifyChain } from '../audit/chain.ts'
import { readLogEnd } from '../logEnd.ts'
import { listLines } from '../store/log.ts'
import type { Handlers } from './types.ts'

export const auditHandlers: Handlers<'audit.list' | 'audit.verify'> = {
  'audit.list': (context, input) => listLines(context.log, input),

  'audit.verify': (context) => {
    return verifyChain(context.log, readLogEnd(context.store), (done, total) => {
      context.checkCancelled()
      context.report({ step: 'Logboek controleren', done, total })
    })
  },
}
