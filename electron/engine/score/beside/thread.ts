import { join } from 'node:path'
import { makeAlong } from '../../beside/thread.ts'
import type { Answer, Order } from './messages.ts'

/** The thread that counts and scores along. A key it has only while it counts. */
export const { start: startThread, order, nextAnswer, answerTo, end: endThread } = makeAlong<Order, Answer>({ bundled: 'scoreWorker.cjs', source: join(import.meta.dirname, 'worker.ts') })
