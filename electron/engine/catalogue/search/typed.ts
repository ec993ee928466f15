import { foldText } from '../../normalise/fold.ts'
import { possibleNames, withoutDoubt } from '../../normalise/lostLetters.ts'
import { searchWords } from '../../normalise/searchWords.ts'
import { spelledOut } from '../../normalise/street.ts'

/** A word as it was typed, and in the spellings in which it is looked for. */
export interface TypedWord {
  /** lower case, as typed */
  literal: string
  spellings: readonly string[]
}

/** One way to read what was typed as an address: words of street and city, a house number, letter and suffix. */
export interface TypedAddress {
  words: TypedWord[]
  number: number
  /** letters and digits only, upper case; empty when none was typed */
  extra: string
}

/** What was typed as words of an address, with the postcode that stood among them. */
export interface Written {
  /** `1315` to `1315AB`, or empty */
  postcode: string
  words: TypedWord[]
  addresses: TypedAddress[]
}

/** What was typed, split. */
export interface Typed {
  /** digits only, when nothing but a number was typed */
  digits: string
  /** `1315` to `1315AB`, possibly cut off, and the house number behind it; null when other words follow */
  postcode: { beginning: string; number: number | null; extra: string } | null
  words: TypedWord[]
  /** the ways to read the words as an address: with the postcode that stands among them first, then all words as they are */
  written: Written[]
}

const POSTCODE = /^([1-9]\d{3})\s?([a-z]{0,2})(?:[\s,]+(.*)|(?<=[a-z]{2})(\d.*))?$/i
const NUMBER = /^(\d{1,5})((?:[a-z]\d{0,4})?)(?:[-/](\w{1,6}))?$/i
const POSTCODE_TOKEN = /^[1-9]\d{3}(?:[a-z]{1,2})?$/i
const EXTRA = /^(?:[a-z]\d{0,4}|\d{1,4}[a-z]?|bis|hs|huis|zw|rd|bg|[ivx]{2,4})(?:[-/]\w{1,4})?$/i

/** Splits what was typed into everything it can be; as-you-type, so that anything may be cut off. */
export function readTyped(text: string): Typed {
  const clean = text.trim().replace(/\s+/g, ' ')
  const tokens = clean.split(/[\s,;]+/).filter((token) => token !== '')
  return {
    digits: /^[\d .]+$/.test(clean) ? clean.replace(/\D/g, '') : '',
    postcode: readPostcode(clean),
    words: wordsOf(tokens),
    written: [...withPostcode(tokens), readWritten(tokens, '')],
  }
}

/** The words without the last postcode among them, when other words are left. */
function withPostcode(tokens: readonly string[]): Written[] {
  const at = tokens.findLastIndex((token) => POSTCODE_TOKEN.test(token))
  const postcode = tokens[at] ?? ''
  const next = tokens[at + 1] ?? ''
  const letters = /^\d{4}$/.test(postcode) && /^[a-z]{1,2}$/i.test(next) ? next : ''
  const rest = tokens.filter((_, i) => i !== at && !(letters !== '' && i === at + 1))
  return at >= 0 && rest.some((token) => /[a-z]/i.test(token)) ? [readWritten(rest, postcode + letters)] : []
}

function readWritten(tokens: readonly string[], postcode: string): Written {
  const addresses = tokens.length < 2 ? [] : tokens.flatMap((_, at) => readAddress(tokens, at)).reverse()
  return { postcode: postcode.toUpperCase(), words: wordsOf(tokens), addresses }
}

function readPostcode(text: string): Typed['postcode'] {
  const [, digits, letters = '', behind = '', against = ''] = POSTCODE.exec(text) ?? []
  const rest = behind + against
  if (digits === undefined || (rest !== '' && !/^\d/.test(rest))) return null
  const [first = '', ...others] = rest.split(' ')
  const house = NUMBER.exec(first)
  return { beginning: digits + letters.toUpperCase(), number: house ? Number(house[1]) : null, extra: house ? extraOf([house[2], house[3], ...others]) : '' }
}

/** The token at this place as the house number, with letter and suffix from those behind it; the other tokens are words. */
function readAddress(tokens: readonly string[], at: number): TypedAddress[] {
  const house = NUMBER.exec(tokens[at] ?? '')
  if (!house) return []
  const behind = tokens.slice(at + 1)
  const end = behind.findIndex((token) => !EXTRA.test(token))
  const extras = behind.slice(0, end === -1 ? behind.length : end)
  const words = wordsOf([...tokens.slice(0, at), ...behind.slice(extras.length)])
  return words.length === 0 ? [] : [{ words, number: Number(house[1]), extra: extraOf([house[2], house[3], ...extras]) }]
}

function extraOf(parts: readonly (string | undefined)[]): string {
  return parts.join('').toUpperCase().replace(/[^A-Z\d]/g, '')
}

/** The words of tokens; one token may hold several (`van-der`). */
function wordsOf(tokens: readonly string[]): TypedWord[] {
  return tokens.flatMap((token) => {
    const words = searchWords(token).map(withoutDoubt)
    const literals = token.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')
    return words.map((word, i) => ({ literal: literals.length === words.length ? (literals[i] ?? word) : word, spellings: spellings(word) }))
  })
}

/** As typed; written out when it is an abbreviation (`burg`, `kerkstr`); half an ij, which the index holds as y, while it is typed; and what it can be where letters of it were lost. */
function spellings(word: string): string[] {
  const full = foldText(spelledOut(word)).replace(/ij/g, 'y')
  return [...new Set([word, full, ...(word.endsWith('i') && word.length > 1 ? [`${word.slice(0, -1)}y`] : []), ...possibleNames(word)])]
}
