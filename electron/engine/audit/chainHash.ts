import { createHash } from 'node:crypto'
import type { LogEntry } from '../store/log.ts'

/** Hash of a line: SHA-256 over the hash of the line before (empty for the first), its number and its fields in fixed order. */
export function chainHash(before: Uint8Array | null, seq: number, entry: LogEntry): Uint8Array {
  const fields = [
    seq, entry.at, entry.account, entry.name, entry.action, entry.object, entry.purpose, entry.caseNumber, entry.result, entry.origin,
  ]
  return createHash('sha256')
    .update(before ?? '')
    .update(JSON.stringify(fields))
    .digest()
}
