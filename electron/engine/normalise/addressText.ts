import { cleanText, isMissing, mendMojibake } from './text.ts'

/** One cell of an address: without the traces of the program it came from, damaged letters restored when asked, words for "nothing" and zeros emptied. */
export function cleanCell(value: string | undefined, mends: boolean): { text: string; isMended: boolean } {
  if (!value) return { text: '', isMended: false }
  const plain = cleanText(value)
  const text = mends ? mendMojibake(plain) : plain
  return { text: isMissing(text) || /^0+$/.test(text) ? '' : text, isMended: text !== plain }
}
