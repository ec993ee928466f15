import { toWindows1252 } from '../../normalise/windows1252.ts'
import type { Encoding } from './file.ts'

/** Bytes of a text; a letter the encoding does not have becomes a question mark, as office programs do. */
export function encode(text: string, encoding: Encoding): Buffer {
  return encoding === 'windows-1252' ? toWindows1252(text) : Buffer.from(text, 'utf8')
}

/** What stands at the start of a file in this encoding. */
export function byteOrderMark(encoding: Encoding): string {
  return encoding === 'utf-8-bom' ? '\ufeff' : ''
}

/** UTF-8 read as Windows-1252, the way `België` becomes `BelgiÃ«`. */
export function misread(text: string): string {
  return new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'))
}
