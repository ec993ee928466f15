import type { Encoding } from './file.ts'

/** Windows-1252 where it differs from Latin-1: bytes 0x80 up to 0x9F (whatwg encoding standard). */
const special = new Map([...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((letter, i) => [letter, 0x80 + i] as const))

/** Bytes of a text; a letter the encoding does not have becomes a question mark, as office programs do. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding !== 'windows-1252') return Buffer.from(text, 'utf8')
  const narrowed = text.replace(/[^\x00-\x7f\xa0-\xff]/gu, (letter) => String.fromCharCode(special.get(letter) ?? 0x3f))
  return Buffer.from(narrowed, 'latin1')
}

/** What stands at the start of a file in this encoding. */
export function byteOrderMark(encoding: Encoding): string {
  return encoding === 'utf-8-bom' ? '\ufeff' : ''
}

/** UTF-8 read as Windows-1252, the way `België` becomes `BelgiÃ«`. */
export function misread(text: string): string {
  return new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'))
}
