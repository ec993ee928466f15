import { withoutApostrophe } from './neutral.ts'
import { HIGH_LETTERS } from './windows1252.ts'

/** Anything that is not plain printable ASCII with single inner spaces. */
const UNUSUAL = /[^\x20-\x7e]| {2}|^ | $|^[='"]/
/** No-break and other wide spaces, tabs and line ends; soft hyphen, zero-width characters and byte order mark vanish. */
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\u0000-\u0008\u000e-\u001f\u007f]/g
/** Excel's way to keep leading zeros in a CSV: ="0034" */
const QUOTED_FORMULA = /^="(.*)"$/

/** Whether a text is as it should be already: plain printable ASCII, which no cleaning or mending changes. */
export function isPlainText(text: string): boolean {
  return !UNUSUAL.test(text)
}

/** A text without the traces of the program it came from: spaces, invisible characters, `="0034"`, a leading apostrophe. */
export function cleanText(text: string): string {
  return UNUSUAL.test(text) ? cleanUnusual(text) : text
}

function cleanUnusual(text: string): string {
  const plain = text.replace(INVISIBLE, '').replace(SPACES, ' ').trim().normalize('NFC')
  return withoutApostrophe(plain.replace(QUOTED_FORMULA, '$1'))
}

/** The same for a text of several lines, which it may keep. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => cleanText(line))
    .join('\n')
    .trim()
}

const MARKERS = [
  '-', '--', '---', '.', '..', '?', '??', '/', '\\', '_', 'nvt', 'n.v.t.', 'n.v.t', 'nvt.', 'n/a', 'n.a.', 'n.b.', 'n/b',
  'niet van toepassing', 'onbekend', 'onbek.', 'onbek', 'geen', 'leeg', '(leeg)', '(blank)', '(onbekend)', 'niet bekend', 'niet ingevuld',
  'null', 'NaN', 'None', '<null>', '[null]', 'undefined', 'unknown',
]
const missing = new Set(['', ...MARKERS.flatMap((marker) => [marker, marker.toUpperCase(), marker.charAt(0).toUpperCase() + marker.slice(1)])])
const LONGEST_MARKER = 19
/** How markers begin: a look at the first character is cheaper than looking up a text that is new every time. */
const beginnings = new Set([...missing].map((marker) => marker.charCodeAt(0)))

/** Whether a clean text says "nothing known": empty, `nvt`, `onbekend`, `-` and the like. */
export function isMissing(text: string): boolean {
  return text.length <= LONGEST_MARKER && beginnings.has(text.charCodeAt(0)) && missing.has(text)
}

const FORMULA_ERROR = /^#(N\/[AB]|REF!|VERW!|VALUE!|WAARDE!|DIV\/0!|DEEL\/0!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!)$/i

/** Whether the text is the error of a formula, in English or Dutch. */
export function isFormulaError(text: string): boolean {
  return text.startsWith('#') && FORMULA_ERROR.test(text)
}

/** Whether the text is what Excel prints in a column that is too narrow. */
export function isTooNarrow(text: string): boolean {
  return text.startsWith('##') && /^#+$/.test(text)
}

const SUSPECT = /[ÂÃÄÅâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** `BelgiÃ«laan` → `Belgiëlaan`: UTF-8 that was read as Windows-1252. Text that is no such case comes back as it is. */
export function mendMojibake(text: string): string {
  if (!SUSPECT.test(text)) return text
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    const high = code > 0xff ? HIGH_LETTERS.indexOf(text.charAt(i)) : code - 0x80
    if (high < 0 && code > 0x7f) return text
    bytes[i] = high + 0x80
  }
  try {
    return utf8.decode(bytes)
  } catch {
    return text
  }
}
