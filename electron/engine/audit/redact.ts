import { createHmac } from 'node:crypto'
import { passesElfproef } from '../normalise/elfproef.ts'

/** Replaces everything that could be a BSN by a keyed hash, so that a log line can be compared but never read back. */
export function withoutBsn(text: string, hashKey: string): string {
  return text.replace(/\d[\d .]{6,12}\d/g, (match) => {
    const digits = match.replace(/\D/g, '')
    return passesElfproef(digits) ? `bsn#${keyedHash(digits.padStart(9, '0'), hashKey).toString('hex').slice(0, 12)}` : match
  })
}

/** Keyed hash (HMAC-SHA256) of a number that must not be stored itself. @param hashKey hex key from the vault */
export function keyedHash(value: string, hashKey: string): Buffer {
  return createHmac('sha256', Buffer.from(hashKey, 'hex')).update(value).digest()
}
