import { mendMojibake } from './text.ts'

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const SPACES = /[\s\u00a0\u2007\u202f]+/g
/** What people type when they have nothing to say. */
const MISSING = /^(?:n\.?v\.?t\.?|n\/a|onbekend|onb\.?|geen|leeg|null|nihil|niet bekend|[-–—.?*]+|0+)$/i
const PLAIN = /^[\x20-\x7e]*$/

/** One cell as text: soft hyphens, zero-width and no-break spaces gone, UTF-8 read as Windows-1252 restored, words for "nothing" emptied. */
export function cleanCell(value: string | undefined): { text: string; isMended: boolean } {
  if (!value) return { text: '', isMended: false }
  const bare = PLAIN.test(value) ? value : value.replace(INVISIBLE, '')
  const mended = mendMojibake(bare)
  const text = mended.replace(SPACES, ' ').trim()
  return { text: MISSING.test(text) ? '' : text, isMended: mended !== bare }
}
