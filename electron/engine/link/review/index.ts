export { decide, split, withdraw } from './decide.ts'
export { readLedger } from './ledger.ts'
export { readPair, readSplitEffect } from './pair.ts'
export { readNear, readQueue } from './queue.ts'
