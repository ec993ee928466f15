import { relink } from '../link/index.ts'
import { decide, readLedger, readNear, readPair, readQueue, readSplitEffect, split, withdraw } from '../link/review/index.ts'
import type { Handlers } from './types.ts'

export const reviewHandlers: Handlers<
  'review.queue' | 'review.pair' | 'review.near' | 'review.decide' | 'review.splitEffect' | 'review.split' | 'review.withdraw' | 'review.ledger' | 'review.apply'
> = {
  'review.queue': (context, input) => readQueue(context, input),
  'review.pair': (context, input) => readPair(context, input),
  'review.near': (context, { keys }) => readNear(context, keys),
  'review.decide': (context, input) => decide(context, input),
  'review.splitEffect': (context, input) => readSplitEffect(context, input),
  'review.split': (context, input) => split(context, input),
  'review.withdraw': (context, input) => withdraw(context, input),
  'review.ledger': (context, input) => readLedger(context, input),
  'review.apply': (context) => relink(context),
}
