import type { Reader } from '../store/database.ts'
import { findByWords, type WordedKind } from '../store/search.ts'
import { isBeginning, spellingsOf } from './spelling.ts'
import type { TypedWord } from './typed.ts'

/** Ids of what was found, the surest first. */
export interface WordedHits {
  sure: number[]
  /** found after mending a typing mistake */
  fuzzy: number[]
}

/** How many are looked at before they are put in order. */
const LOOKED_AT = 60
/** With fewer sure hits than this a typing mistake is looked for as well. */
const FEW = 3

/** Finds streets, companies or persons by the words that were typed: whole words first, then cut off, then with a mistake mended. */
export function findWorded(reader: Reader, kind: WordedKind, words: readonly TypedWord[], wanted: number): WordedHits {
  if (words.length === 0) return { sure: [], fuzzy: [] }
  const spelled = words.map(({ spellings }) => spellings)
  const whole = findByWords(reader, kind, spelled, 'whole', LOOKED_AT)
  const begun = whole.length >= wanted ? [] : findByWords(reader, kind, spelled, 'begun', LOOKED_AT)
  const sure = [...new Set([...whole, ...begun])]
  if (sure.length >= FEW) return { sure, fuzzy: [] }
  const mended = mendWords(reader, kind, spelled)
  if (mended.every((all, i) => all.length === spelled[i]?.length)) return { sure, fuzzy: [] }
  const known = new Set(sure)
  return { sure, fuzzy: findByWords(reader, kind, mended, 'begun', LOOKED_AT).filter((id) => !known.has(id)) }
}

/** Mends the words that stand nowhere; when all stand somewhere, each may be the wrong one. */
function mendWords(reader: Reader, kind: WordedKind, words: readonly (readonly string[])[]): string[][] {
  const isKnown = words.map((spellings) => spellings.some((word) => isBeginning(reader, kind, word)))
  const isEachKnown = isKnown.every((known) => known)
  return words.map((spellings, i) => [...spellings, ...(isEachKnown || !isKnown[i] ? spellingsOf(reader, kind, spellings[0] ?? '') : [])])
}
