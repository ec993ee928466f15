/** Windows-1252 characters of 0x80–0x9f, by their code; the others equal Latin-1. */
const WINDOWS_1252 = new Map(
  [
    [0x20ac, 0x80], [0x201a, 0x82], [0x0192, 0x83], [0x201e, 0x84], [0x2026, 0x85], [0x2020, 0x86], [0x2021, 0x87], [0x02c6, 0x88],
    [0x2030, 0x89], [0x0160, 0x8a], [0x2039, 0x8b], [0x0152, 0x8c], [0x017d, 0x8e], [0x2018, 0x91], [0x2019, 0x92], [0x201c, 0x93],
    [0x201d, 0x94], [0x2022, 0x95], [0x2013, 0x96], [0x2014, 0x97], [0x02dc, 0x98], [0x2122, 0x99], [0x0161, 0x9a], [0x203a, 0x9b],
    [0x0153, 0x9c], [0x017e, 0x9e], [0x0178, 0x9f],
  ].map(([character, byte]) => [character ?? 0, byte ?? 0]),
)

const MOJIBAKE = /[ÂÃÄÅ][\u0080-\u00bf\u2018-\u203a\u20ac\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc]/
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const SPACES = /[\s\u00a0\u2007\u202f]+/g
/** What people type when they have nothing to say. */
const MISSING = /^(?:n\.?v\.?t\.?|n\/a|onbekend|onb\.?|geen|leeg|null|nihil|niet bekend|[-–—.?*]+|0+)$/i
const PLAIN = /^[\x20-\x7e]*$/

/** One cell as text: soft hyphens, zero-width and no-break spaces gone, UTF-8 read as Windows-1252 restored, words for "nothing" emptied. */
export function cleanCell(value: string | undefined): { text: string; isMended: boolean } {
  if (!value) return { text: '', isMended: false }
  const mended = PLAIN.test(value) ? value : mendMojibake(value.replace(INVISIBLE, ''))
  const text = mended.replace(SPACES, ' ').trim()
  return { text: MISSING.test(text) ? '' : text, isMended: mended !== value && MOJIBAKE.test(value) }
}

/** Restores `BelgiÃ«laan` to `Belgiëlaan`; text that was not damaged in that way comes back as it is. */
export function mendMojibake(text: string): string {
  if (!MOJIBAKE.test(text)) return text
  const bytes = Uint8Array.from([...text], (character) => byteOf(character.codePointAt(0) ?? 0))
  if (bytes.includes(0)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return text
  }
}

/** The Windows-1252 byte of a character, 0 when it has none. */
function byteOf(code: number): number {
  return code < 0x100 ? code : (WINDOWS_1252.get(code) ?? 0)
}

