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

/**
 * Finds streets, companies or persons by the words that were typed: whole words first, then cut off; when that finds nothing with
 * two words as one (`kerk straat`); when it finds little, with a typing mistake mended.
 */
export function findWorded(reader: Reader, kind: WordedKind, words: readonly TypedWord[], wanted: number): WordedHits {
  if (words.length === 0) return { sure: [], fuzzy: [] }
  const spelled = words.map(({ spellings }) => spellings)
  const asTyped = findSure(reader, kind, spelled, wanted)
  const sure = asTyped.length > 0 ? asTyped : findJoined(reader, kind, spelled, wanted)
  if (sure.length >= FEW) return { sure, fuzzy: [] }
  const mended = mendWords(reader, kind, spelled)
  if (mended.every((all, i) => all.length === spelled[i]?.length)) return { sure, fuzzy: [] }
  const known = new Set(sure)
  return { sure, fuzzy: findByWords(reader, kind, mended, 'begun', LOOKED_AT).filter((id) => !known.has(id)) }
}

function findSure(reader: Reader, kind: WordedKind, words: readonly (readonly string[])[], wanted: number): number[] {
  const whole = findByWords(reader, kind, words, 'whole', LOOKED_AT)
  return whole.length >= wanted ? whole : [...new Set([...whole, ...findByWords(reader, kind, words, 'begun', LOOKED_AT)])]
}

function findJoined(reader: Reader, kind: WordedKind, words: readonly (readonly string[])[], wanted: number): number[] {
  for (let i = 0; i < words.length - 1; i += 1) {
    const joined = `${words[i]?.[0] ?? ''}${words[i + 1]?.[0] ?? ''}`
    const found = findSure(reader, kind, [...words.slice(0, i), [joined], ...words.slice(i + 2)], wanted)
    if (found.length > 0) return found
  }
  return []
}

/** Mends the words that stand nowhere; when all stand somewhere, each may be the wrong one. */
function mendWords(reader: Reader, kind: WordedKind, words: readonly (readonly string[])[]): string[][] {
  const isKnown = words.map((spellings) => spellings.some((word) => isBeginning(reader, kind, word)))
  const isEachKnown = isKnown.every((known) => known)
  return words.map((spellings, i) => [...spellings, ...(isEachKnown || !isKnown[i] ? spellingsOf(reader, kind, spellings[0] ?? '') : [])])
}
