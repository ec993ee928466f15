import { createHash } from 'node:crypto'
import { companyWords } from '../normalise/company.ts'
import { foldText } from '../normalise/fold.ts'
import { initialsOf, nameWords, personNameKeys } from '../normalise/person.ts'
import type { Reader } from '../store/database.ts'
import type { JoinedKind } from '../store/entities.ts'
import { eachRecordIdentity, recordIdentity, type RecordIdentity } from '../store/recordIdentity.ts'

const KEY_BYTES = 16

/**
 * Key under which a decision finds a record again after the delivery was taken in anew: 16 bytes of the SHA-256 over the party and what
 * the record itself says of it in one spelling, not where it stood. Records that say the same share it, however they write it.
 */
function recordKey(party: JoinedKind, identity: RecordIdentity): Buffer {
  return createHash('sha256').update(`${party}\n${spelled(identity)}`).digest().subarray(0, KEY_BYTES)
}

/** Case, diacritics, points and spaces, ij/y, and where the prefix stands make no difference. */
function spelled(identity: RecordIdentity): string {
  const { full, initials } = personNameKeys(identity)
  const name = full || initials || nameWords(`${identity.givenNames} ${identity.initials} ${identity.prefix} ${identity.familyName}`).join(' ')
  const company = [identity.name, identity.tradeName].map((text) => companyWords(text).join(''))
  return JSON.stringify([identity.own.toLowerCase().replace(/[\s.]/g, ''), name, initialsOf(identity), ...company, foldText(identity.place).replace(/[^a-z\d]/g, '')])
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
  for (const identity of eachRecordIdentity(reader, party)) found.get(recordKey(party, identity).toString('hex'))?.push(identity.id)
  return found
}
