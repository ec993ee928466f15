import type { Reader } from '../../store/database.ts'
import { readWordIndex, type WordedKind, type WordIndex } from '../../store/search.ts'
import { lostSpellingsOf } from './lostSpellings.ts'
import { spellingsOf } from './spelling.ts'
import type { TypedWord } from './typed.ts'
import { findByWords, isBeginning } from './wordSearch.ts'

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
/** Nobody types more; a pasted text is no search. */
const MOST_WORDS = 20

/** How one search looks through the words of one kind. */
interface Look {
  index: WordIndex
  wanted: number
  /** ids that may be found; all when null */
  allowed: ReadonlySet<number> | null
}

type Spelled = readonly (readonly string[])[]

/**
 * Finds streets, companies or persons by the words that were typed, also where the vault has them with letters lost: whole words first, then
 * cut off; when that finds nothing with two words as one (`kerk straat`); when it finds little, with a typing mistake mended. Before the first link run nothing is found.
 * @param allowed ids that may be found; all when null
 */
export function findWorded(reader: Reader, kind: WordedKind, words: readonly TypedWord[], wanted: number, allowed: ReadonlySet<number> | null): WordedHits {
  const index = readWordIndex(reader, kind)
  if (!index || words.length === 0 || words.length > MOST_WORDS) return { sure: [], fuzzy: [] }
  const look = { index, wanted, allowed }
  const spelled = words.map(({ spellings }) => [...spellings, ...lostSpellingsOf(index, spellings[0] ?? '')])
  const asTyped = findSure(look, spelled)
  const sure = asTyped.length > 0 ? asTyped : findJoined(look, spelled)
  if (sure.length >= FEW) return { sure, fuzzy: [] }
  const mended = mendWords(look.index, spelled)
  if (mended.every((all, i) => all.length === spelled[i]?.length)) return { sure, fuzzy: [] }
  const known = new Set(sure)
  return { sure, fuzzy: findByWords(look.index, mended, 'begun', LOOKED_AT, allowed).filter((id) => !known.has(id)) }
}

function findSure({ index, wanted, allowed }: Look, words: Spelled): number[] {
  const whole = findByWords(index, words, 'whole', LOOKED_AT, allowed)
  return whole.length >= wanted ? whole : [...new Set([...whole, ...findByWords(index, words, 'begun', LOOKED_AT, allowed)])]
}

function findJoined(look: Look, words: Spelled): number[] {
  for (let i = 0; i < words.length - 1; i += 1) {
    const joined = `${words[i]?.[0] ?? ''}${words[i + 1]?.[0] ?? ''}`
    const found = findSure(look, [...words.slice(0, i), [joined], ...words.slice(i + 2)])
    if (found.length > 0) return found
  }
  return []
}

/** Mends the words that stand nowhere; when all stand somewhere, each may be the wrong one. */
function mendWords(index: WordIndex, words: Spelled): string[][] {
  const isKnown = words.map((spellings) => spellings.some((word) => isBeginning(index, word)))
  const isEachKnown = isKnown.every((known) => known)
  return words.map((spellings, i) => [...spellings, ...(isEachKnown || !isKnown[i] ? spellingsOf(index, spellings[0] ?? '') : [])])
}
