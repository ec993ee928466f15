import type { Reader } from '../store/database.ts'
import { firstWordFrom, type WordedKind } from '../store/search.ts'

/** Shortest word in which a typing mistake is looked for. */
const SHORTEST = 4
/** Spellings that are tried for one word; more would find everything. */
const MOST = 12

/**
 * Beginnings of words in the index that are one typing mistake away from what was typed: a letter too many, too few, another
 * letter, or two swapped. Walks the sorted words as a tree: where the mistake is, every letter that goes on there is tried, and
 * the rest must stand; some hundreds of look-ups. Digits are never mended: another number is another thing.
 */
export function spellingsOf(reader: Reader, kind: WordedKind, typed: string): string[] {
  if (typed.length < SHORTEST || /\d/.test(typed)) return []
  const exists = (beginning: string): boolean => isBeginning(reader, kind, beginning)
  const found = new Set<string>()
  for (let at = 0; at <= typed.length && found.size < MOST; at += 1) {
    const before = typed.slice(0, at)
    if (at > 0 && !exists(before)) break
    const candidates = [
      ...lettersAfter(reader, kind, before).flatMap((letter) => [before + letter + typed.slice(at + 1), before + letter + typed.slice(at)]),
      before + typed.slice(at + 1),
      before + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2),
    ]
    for (const candidate of candidates) if (candidate.length >= SHORTEST - 1 && candidate !== typed && exists(candidate)) found.add(candidate)
  }
  return [...found].slice(0, MOST)
}

/** Whether any word in the index begins so. */
export function isBeginning(reader: Reader, kind: WordedKind, beginning: string): boolean {
  return firstWordFrom(reader, kind, beginning)?.startsWith(beginning) === true
}

/** The letters that words with this beginning go on with. */
function lettersAfter(reader: Reader, kind: WordedKind, beginning: string): string[] {
  const letters: string[] = []
  for (let from = `${beginning}a`; ; ) {
    const word = firstWordFrom(reader, kind, from)
    const letter = word?.startsWith(beginning) ? word[beginning.length] : undefined
    if (letter === undefined || letter > 'z') return letters
    letters.push(letter)
    from = beginning + String.fromCharCode(letter.charCodeAt(0) + 1)
  }
}
