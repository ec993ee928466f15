import { toWindows1252 } from '../../normalise/windows1252.ts'
import type { Encoding } from './encoding.ts'

/** How a text file is written in an encoding. */
export interface Writing {
  /** what stands at its start */
  mark: string
  toBytes(text: string): Buffer
}

export const writings: Record<Encoding, Writing> = {
  'utf-8': { mark: '\ufeff', toBytes: (text) => Buffer.from(text) },
  'utf-16le': { mark: '\ufeff', toBytes: (text) => Buffer.from(text, 'utf16le') },
  'utf-16be': { mark: '\ufeff', toBytes: (text) => Buffer.from(text, 'utf16le').swap16() },
  'windows-1252': { mark: '', toBytes: toWindows1252 },
}
