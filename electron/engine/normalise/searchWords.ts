import { foldText } from './fold.ts'
import { isLegible, markLost } from './lostLetters.ts'

/** The words of a text in the spelling in which they are searched: no case, diacritics or punctuation but for the signs of lost letters, ij as y, no leading zeros. */
export function searchWords(text: string): string[] {
  return markLost(foldText(text))
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replace(/'(?=[a-z])/g, '')
    .split(/[^a-z\d?]+/)
    .filter(isLegible)
    .map((word) => word.replace(/ij/g, 'y').replace(/^0+(?=\d)/, ''))
}
