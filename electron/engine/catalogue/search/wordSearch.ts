import type { WordIndex } from '../../store/search.ts'

/**
 * Ids of what has all these words, the likeliest first. Each word may be spelled in several ways.
 * @param words per word the spellings, letters and digits only
 * @param as `whole` words, or `begun` ones: a word that stands in it may go on; digits never do
 * @param allowed ids that may be found; all when null
 */
export function findByWords(
  index: WordIndex, words: readonly (readonly string[])[], as: 'whole' | 'begun', limit: number, allowed: ReadonlySet<number> | null,
): number[] {
  if (words.length === 0) return []
  const met = blank(index)
  words.forEach((spellings, nth) => {
    for (const spelling of spellings) {
      const [from, to] = rangeOf(index.words, spelling, as === 'begun' && !/^\d+$/.test(spelling))
      const end = index.starts[to] ?? 0
      for (let i = index.starts[from] ?? 0; i < end; i += 1) {
        const place = index.places[i] ?? 0
        if (met[place] === nth) met[place] = nth + 1
      }
    }
  })
  const found: number[] = []
  for (let place = met.indexOf(words.length); place >= 0 && found.length < limit; place = met.indexOf(words.length, place + 1)) {
    const id = index.ids[place] ?? 0
    if (allowed === null || allowed.has(id)) found.push(id)
  }
  return found
}

const counters = new WeakMap<WordIndex, Uint8Array>()

/** Per place how many of the words stand there so far; one per index, so that typing leaves nothing to clear away. */
function blank(index: WordIndex): Uint8Array {
  const counter = counters.get(index) ?? new Uint8Array(index.ids.length)
  counters.set(index, counter)
  return counter.fill(0)
}

/** Whether any word in the index begins so. */
export function isBeginning({ words }: WordIndex, beginning: string): boolean {
  return words[firstFrom(words, beginning)]?.startsWith(beginning) === true
}

/** The letters that words with this beginning go on with. */
export function lettersAfter({ words }: WordIndex, beginning: string): string[] {
  const letters: string[] = []
  for (let from = `${beginning}a`; ; ) {
    const word = words[firstFrom(words, from)]
    const letter = word?.startsWith(beginning) ? word[beginning.length] : undefined
    if (letter === undefined || letter > 'z') return letters
    letters.push(letter)
    from = beginning + String.fromCharCode(letter.charCodeAt(0) + 1)
  }
}

/** First and one past the last of the words that are, or begin with, this one. */
function rangeOf(words: readonly string[], word: string, isBegun: boolean): [number, number] {
  const from = firstFrom(words, word)
  if (isBegun) return [from, firstFrom(words, `${word}\uffff`)]
  return [from, words[from] === word ? from + 1 : from]
}

function firstFrom(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}
