import { foldText } from './fold.ts'

/** The words of a text in the spelling in which they are searched: no case, diacritics or punctuation, ij as y, no leading zeros. */
export function searchWords(text: string): string[] {
  return foldText(text)
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .replace(/'(?=[a-z])/g, '')
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/ij/g, 'y').replace(/^0+(?=\d)/, ''))
}
