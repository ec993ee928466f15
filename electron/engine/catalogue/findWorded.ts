import type { Reader } from '../store/database.ts'
import { findByWords, type WordedKind } from '../store/search.ts'
import { spellingsOf } from './spelling.ts'
import type { TypedWord } from './typed.ts'

/** Ids of what was found, the surest first. */
export interface WordedHits {
  sure: number[]
  /** found after mending a typing mistake */
  fuzzy: number[]
}

/** How many are looked at before they are put in order. */
const LOOKED_AT = 60

/** Finds streets, companies or persons by the words that were typed: whole words first, then cut off, then with a mistake mended. */
export function findWorded(reader: Reader, kind: WordedKind, words: readonly TypedWord[], wanted: number): WordedHits {
  if (words.length === 0) return { sure: [], fuzzy: [] }
  const spelled = words.map(({ spellings }) => spellings)
  const whole = findByWords(reader, kind, spelled, 'whole', LOOKED_AT)
  const begun = whole.length >= wanted ? [] : findByWords(reader, kind, spelled, 'begun', LOOKED_AT)
  const sure = [...new Set([...whole, ...begun])]
  if (sure.length >= wanted) return { sure, fuzzy: [] }
  const mended = words.map(({ spellings: [first = '', ...others] }) => [first, ...others, ...spellingsOf(reader, kind, first)])
  if (mended.every((all, i) => all.length === spelled[i]?.length)) return { sure, fuzzy: [] }
  const known = new Set(sure)
  return { sure, fuzzy: findByWords(reader, kind, mended, 'begun', LOOKED_AT).filter((id) => !known.has(id)) }
}
