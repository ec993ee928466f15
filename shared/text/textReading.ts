import type { TextReading } from '../model/source.ts'

const separatorLabel: Record<string, string> = { ';': 'puntkomma', ',': 'komma', '\t': 'tab', '|': 'staande streep', ':': 'dubbele punt', '~': 'tilde', '^': 'dakje' }

/** Separators that can be chosen, the usual ones first. */
export const separators: readonly string[] = [...Object.keys(separatorLabel), '\x1f']

/** A separator in words: by name, or as it is. */
export function separatorName(separator: string): string {
  return separatorLabel[separator] ?? `scheidingsteken ${separator < ' ' ? `0x${separator.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : separator}`
}

/** `puntkomma`, `tab`, `0x1F` or the sign itself; null when it is none of these. */
export function separatorOf(word: string): string | null {
  const named = Object.entries(separatorLabel).find(([, label]) => label === word.toLowerCase())
  const code = /^0x([\da-f]{2})$/i.exec(word)?.[1]
  if (named) return named[0]
  return code === undefined ? (word.length === 1 ? word : null) : String.fromCharCode(Number.parseInt(code, 16))
}

export const quoteLabel: Record<TextReading['quote'], string> = { '"': 'dubbel', "'": 'enkel', '': 'geen' }

export const encodingLabel: Record<TextReading['encoding'], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252',
}
