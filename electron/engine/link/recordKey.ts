import { createHash } from 'node:crypto'
import type { Reader } from '../store/database.ts'
import type { JoinedKind } from '../store/entities.ts'
import { eachRecordIdentity, recordIdentity } from '../store/recordIdentity.ts'

const KEY_BYTES = 16

/**
 * Key under which a decision finds a record again after the delivery was taken in anew: 16 bytes of the SHA-256 over the party and what
 * the record itself says of it, not where it stood. Records that say exactly the same share it.
 */
export function recordKey(party: JoinedKind, identity: string): Buffer {
  return createHash('sha256').update(`${party}\n${identity}`).digest().subarray(0, KEY_BYTES)
}

/** The key of a record in the vault; null when it names no such party. */
export function keyOfRecord(reader: Reader, party: JoinedKind, recordId: number): Buffer | null {
  const identity = recordIdentity(reader, party, recordId)
  return identity === undefined ? null : recordKey(party, identity)
}

/** The records behind keys, by key in hexadecimal; a key without a record now has none. One pass over all records. */
export function recordsOfKeys(reader: Reader, party: JoinedKind, keys: Iterable<string>): Map<string, number[]> {
  const found = new Map(Array.from(keys, (key): [string, number[]] => [key, []]))
  if (found.size === 0) return found
  for (const { id, identity } of eachRecordIdentity(reader, party)) found.get(recordKey(party, identity).toString('hex'))?.push(id)
  return found
}
