import type { Writer } from '../store/database.ts'
import { ledgerLines, saveLineKeys } from '../store/linkDecisions.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { keyOfRecord } from './recordKey.ts'

/** Goes up when records come to be spelled in another way in their keys. */
const SPELLING = '4'

/** Gives decisions of an older version the keys by which this one finds their rows again, for rows that are still there. Once per vault. */
export function renewKeys(writer: Writer): void {
  if (readMeta(writer, 'record-keys') === SPELLING) return
  for (const { id, party, leftRecord, rightRecord } of ledgerLines(writer)) {
    const [left, right] = [keyOfRecord(writer, party, leftRecord), keyOfRecord(writer, party, rightRecord)]
    if (left !== null && right !== null) saveLineKeys(writer, id, { leftKey: left, rightKey: right, leftRecord, rightRecord })
  }
  writeMeta(writer, 'record-keys', SPELLING)
}
