import type { WordIndex } from '../../store/search.ts'
import { isBeginning, lettersAfter } from './wordSearch.ts'

/** Shortest word in which a typing mistake is looked for. */
const SHORTEST = 4
/** Spellings that are tried for one word; more would find everything. */
const MOST = 12

/**
 * Beginnings of words in the index that are one typing mistake away from what was typed: a letter too many, too few, another
 * letter, or two swapped. Walks the sorted words as a tree: where the mistake is, every letter that goes on there is tried, and
 * the rest must stand; some hundreds of look-ups in memory. Digits are never mended: another number is another thing.
 */
export function spellingsOf(index: WordIndex, typed: string): string[] {
  if (typed.length < SHORTEST || /\d/.test(typed)) return []
  const exists = (beginning: string): boolean => isBeginning(index, beginning)
  const found = new Set<string>()
  for (let at = 0; at <= typed.length && found.size < MOST; at += 1) {
    const before = typed.slice(0, at)
    if (at > 0 && !exists(before)) break
    const candidates = [
      ...lettersAfter(index, before).flatMap((letter) => [before + letter + typed.slice(at + 1), before + letter + typed.slice(at)]),
      before + typed.slice(at + 1),
      before + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2),
    ]
    for (const candidate of candidates) if (candidate.length >= SHORTEST - 1 && candidate !== typed && exists(candidate)) found.add(candidate)
  }
  return [...found].slice(0, MOST)
}
