/** A postcode found in a text, with the text around it. */
export interface FoundPostcode {
  postcode: string
  before: string
  after: string
  isRepaired: boolean
}

const CELL = /^(?:nl[\s-]*)?([0-9OoIl|]{4})[\s\-./]*([A-Za-z01]{2})(?![A-Za-z0-9])[\s,;]*(.*)$/is
const LINE = /(?<=^|[\s,;(/])(?:NL[\s-]?)?([0-9OoIl]{4})\s?-?\s?([A-Za-z]{2})(?=$|[\s,;).]|(?<=^\S{6})\d{1,5}[a-z]?(?:$|[\s,;-]))/gi

/** Reads a cell that should hold a postcode, perhaps with the city behind it; O/0 and l/1 put right when enough stands as it should. */
export function postcodeOfCell(text: string): FoundPostcode | null {
  const [, digits = '', letters = '', after = ''] = CELL.exec(text) ?? []
  const found = assemble(digits, letters, 1)
  return found && { ...found, before: '', after: after.trim() }
}

/** Finds the postcode in a written address. The last one counts, because a house number can look like one. */
export function postcodeInLine(text: string): FoundPostcode | null {
  if (!/\d/.test(text)) return null
  const matches = [...text.matchAll(LINE)].reverse()
  for (const match of matches) {
    const found = assemble(match[1] ?? '', match[2] ?? '', 3)
    const before = text.slice(0, match.index).replace(/[\s,;(/-]+$/, '')
    const after = text.slice(match.index + match[0].length).replace(/^[\s,;).]+/, '')
    if (found && !isNumberWithSuffix(match[2] ?? '', before, after)) return { ...found, before, after }
  }
  return null
}

/** `Kerkstraat 1012 hs` ends in a house number, not in a postcode. */
function isNumberWithSuffix(letters: string, before: string, after: string): boolean {
  return after === '' && before !== '' && !/\d/.test(before) && /^(?:hs|hg|bg|rd|zw|bs|ab)$/.test(letters)
}

/** Whether a text is a postcode that can exist: the letter pairs SA, SD and SS were never given out. */
export function isPostcode(text: string): boolean {
  return /^[1-9]\d{3}[A-Z]{2}$/.test(text) && !/(?:SA|SD|SS)$/.test(text)
}

function assemble(digits: string, letters: string, fewestDigits: number): { postcode: string; isRepaired: boolean } | null {
  if (digits.replace(/\D/g, '').length < fewestDigits || !/[A-Za-z]/.test(letters)) return null
  const asGiven = digits + letters.toUpperCase()
  const postcode = digits.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1') + letters.toUpperCase().replace(/0/g, 'O').replace(/1/g, 'I')
  return isPostcode(postcode) ? { postcode, isRepaired: postcode !== asGiven } : null
}
