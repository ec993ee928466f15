import { isUtf8 } from 'node:buffer'
import type { TextReading } from '#shared/model/source.ts'

/** How the bytes of a text file become characters. */
export type Encoding = TextReading['encoding']

/** The encoding a byte order mark or the pattern of zero bytes gives away; null when the text itself must tell. */
export function markedEncoding(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return zeroPattern(head)
}

/** Latin text in UTF-16 without a mark has a zero in every other byte. */
function zeroPattern(head: Uint8Array): Encoding | null {
  const pairs = Math.floor(Math.min(head.length, 2000) / 2)
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs * 2; i += 2) {
    if (head[i] === 0) even += 1
    if (head[i + 1] === 0) odd += 1
  }
  if (pairs < 2) return null
  if (odd > pairs * 0.7 && even === 0) return 'utf-16le'
  return even > pairs * 0.7 && odd === 0 ? 'utf-16be' : null
}

/** Watches chunks go by and tells afterwards whether all of it was strict UTF-8. */
export class Utf8Check {
  #isValid = true
  #rest: Buffer = Buffer.alloc(0)

  add(chunk: Buffer): void {
    if (!this.#isValid) return
    const whole = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    const cut = whole.length - unfinished(whole)
    this.#isValid = isUtf8(whole.subarray(0, cut))
    this.#rest = Buffer.from(whole.subarray(cut))
  }

  isValid(): boolean {
    return this.#isValid && this.#rest.length === 0
  }
}

/** Bytes at the end that begin a character of several bytes and do not finish it. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return byte >= 0xf0 ? (back < 4 ? back : 0) : byte >= 0xe0 ? (back < 3 ? back : 0) : back < 2 ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}
