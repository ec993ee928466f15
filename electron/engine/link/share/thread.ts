import { join } from 'node:path'
import { makeAlong } from '../../beside/thread.ts'
import type { ShareAnswer, ShareOrder } from './messages.ts'

/** The thread that reads and compares persons along when all are joined anew. A key it has only while it reads. */
export const along = makeAlong<ShareOrder, ShareAnswer>({ bundled: 'shareWorker.cjs', source: join(import.meta.dirname, 'worker.ts') })
