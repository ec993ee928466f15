import { createHmac } from 'node:crypto'
import { passesElfproef } from '../normalise/elfproef.ts'

const SPACE = ' .\u00a0\u202f'
/** Digits with single signs between them, as long as they go on. */
const RUN = new RegExp(`\\d+(?:[${SPACE}-]\\d+)*`, 'g')
const SIGN = new RegExp(`([${SPACE}-])`)
/** With dashes only as a BSN is grouped; anything else with dashes is a date or a number of a case. */
const DASHED = /^(?:\d{3}-\d{3}-\d{3}|\d{4}-\d{2}-\d{3})$/

/** Replaces everything that could be a BSN by a keyed hash, so that a log line can be compared but never read back. */
export function withoutBsn(text: string, hashKey: string): string {
  return text.replace(RUN, (run) => (run.length < 8 ? run : hidden(run.split(SIGN), hashKey)))
}

/** @param parts groups of digits and the signs between them, in turn: a BSN can stand between other numbers */
function hidden(parts: readonly string[], hashKey: string): string {
  let shown = ''
  for (let from = 0; from < parts.length; from += 1) {
    const to = from % 2 === 0 ? endOfBsn(parts, from) : 0
    if (to === 0) shown += parts[from] ?? ''
    else {
      shown += mark(parts.slice(from, to).join(''), hashKey)
      from = to - 1
    }
  }
  return shown
}

/** Behind which part a BSN that begins at this one ends; 0 when none does. */
function endOfBsn(parts: readonly string[], from: number): number {
  for (let to = from + 1; to <= parts.length; to += 2) {
    const written = parts.slice(from, to).join('')
    const digits = written.replace(/\D/g, '')
    if (digits.length > 9) return 0
    if (passesElfproef(digits) && (!written.includes('-') || DASHED.test(written))) return to
  }
  return 0
}

function mark(written: string, hashKey: string): string {
  const digits = written.replace(/\D/g, '').padStart(9, '0')
  return `bsn#${keyedHash(digits, hashKey).toString('hex').slice(0, 12)}`
}

/** Keyed hash (HMAC-SHA256) of a number that must not be stored itself. @param hashKey hex key from the vault */
export function keyedHash(value: string, hashKey: string): Buffer {
  return createHmac('sha256', Buffer.from(hashKey, 'hex')).update(value).digest()
}
