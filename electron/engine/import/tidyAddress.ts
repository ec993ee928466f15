import type { WrittenAddress } from '#shared/model/address.ts'
import type { AddressParts } from './draft.ts'

const NUMBER = /^[1-9]\d{0,4}$/
const LETTER = /^[A-Z]?$/
/** digits, or one letter that stands where there is no house letter */
const SUFFIX = /^(?:[1-9]\d{0,3}|[A-Za-z])?$/
const POSTCODE = /^[1-9]\d{3} ?[A-Za-z]{2}$/
/** Letter pairs that no postcode has. */
const NO_PAIR = /s[ads]$/i
/** Names without digits, brackets or doubtful spaces. */
const NAME = /^\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)*$/u
/** A register writes letters and suffixes as they officially are. */
const OFFICIAL_LETTER = /^[A-Za-z]?$/
const OFFICIAL_SUFFIX = /^[0-9A-Za-z]{0,4}$/

/**
 * The address where every part stands in its own cell and needs no reading: what the parser would give, without asking it. Most rows
 * of a good delivery are such; null for all others. A test holds it to the parser.
 */
export function tidyAddress(parts: AddressParts): WrittenAddress | null {
  if (parts.line !== '' || !NUMBER.test(parts.number) || !LETTER.test(parts.letter) || !SUFFIX.test(parts.suffix)) return null
  if (parts.letter !== '' && /[A-Za-z]/.test(parts.suffix)) return null
  const postcode = tidyPostcode(parts.postcode)
  if (postcode === null || !isName(parts.street) || (parts.city !== '' && !isName(parts.city))) return null
  return { street: parts.street, number: Number(parts.number), letter: parts.letter, suffix: parts.suffix, postcode, city: parts.city }
}

/** The same for a row of the register itself, which is taken at its word. */
export function officialAddress(parts: AddressParts): WrittenAddress | null {
  if (parts.line !== '' || !NUMBER.test(parts.number) || !OFFICIAL_LETTER.test(parts.letter) || !OFFICIAL_SUFFIX.test(parts.suffix)) return null
  const postcode = tidyPostcode(parts.postcode)
  if (postcode === null || parts.street === '') return null
  return { street: parts.street, number: Number(parts.number), letter: parts.letter, suffix: parts.suffix, postcode, city: parts.city }
}

function tidyPostcode(text: string): string | null {
  if (text === '') return ''
  if (!POSTCODE.test(text) || NO_PAIR.test(text)) return null
  return text.replace(' ', '').toUpperCase()
}

/** Words that mean nothing is known are no names. */
function isName(text: string): boolean {
  return NAME.test(text) && !/^(?:nvt|onbekend|onb|geen|leeg|null|nihil|niet bekend|x+)$/i.test(text)
}
