import { verifyChain, type Anchor } from '../audit/chain.ts'
import { listLines } from '../store/log.ts'
import { readMeta } from '../store/meta.ts'
import type { Handlers } from './types.ts'

export const auditHandlers: Handlers<'audit.list' | 'audit.verify'> = {
  'audit.list': (context, input) => listLines(context.log, input),

  'audit.verify': (context) => {
    const text = readMeta(context.store, 'log-anchor')
    const anchor: Anchor | null = text ? JSON.parse(text) : null
    return verifyChain(context.log, anchor, (done, total) => {
      context.checkCancelled()
      context.report({ step: 'Logboek controleren', done, total })
    })
  },
}
