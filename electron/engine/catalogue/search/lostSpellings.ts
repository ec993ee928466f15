import { fits, hasLost, LOST } from '../../normalise/lostLetters.ts'
import type { WordIndex } from '../../store/search.ts'

/** Words of the index of which a file lost letters (`ay?e`), and that can be what was typed or begin so. */
export function lostSpellingsOf(index: WordIndex, typed: string): string[] {
  return lossyWords(index).filter((word) => (word.startsWith(LOST) || word[0] === typed[0]) && (fits(typed, word) || fits(typed, word.slice(0, typed.length))))
}

const kept = new WeakMap<WordIndex, readonly string[]>()

/** Found once per index: most have few or none. */
function lossyWords(index: WordIndex): readonly string[] {
  const words = kept.get(index) ?? index.words.filter(hasLost)
  kept.set(index, words)
  return words
}
