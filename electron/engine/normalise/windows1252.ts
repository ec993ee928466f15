/** Bytes 0x80–0x9F of Windows-1252 as they show when read as text (whatwg encoding standard); the others are those of Latin-1. */
export const HIGH_LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const codes = new Map(Array.from(HIGH_LETTERS, (letter, i) => [letter, 0x80 + i] as const))
const OTHERS = /[^\x00-\x7f\xa0-\xff]/gu

/** The text in bytes of Windows-1252; a letter it does not have becomes a question mark, as office programs do. */
export function toWindows1252(text: string): Buffer {
  return Buffer.from(text.replace(OTHERS, (letter) => String.fromCharCode(codes.get(letter) ?? 0x3f)), 'latin1')
}

export function fitsWindows1252(text: string): boolean {
  return (text.match(OTHERS) ?? []).every((letter) => codes.has(letter))
}
