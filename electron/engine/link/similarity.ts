/** Length of the shared start that Winkler's bonus looks at, and what each letter of it is worth. */
const PREFIX = 4
const PREFIX_WORTH = 0.1
/** Winkler gives the bonus only to texts that are alike already. */
const BONUS_FROM = 0.7

/** Jaro similarity, 0 to 1 (Jaro 1989): shared letters within half the length of the longer text, less half their transpositions. */
export function jaro(first: string, second: string): number {
  if (first === second) return first === '' ? 0 : 1
  if (first === '' || second === '') return 0
  const reach = Math.max(0, Math.floor(Math.max(first.length, second.length) / 2) - 1)
  const taken = new Uint8Array(second.length)
  const matched: number[] = []
  for (let i = 0; i < first.length; i += 1) {
    const letter = first.charCodeAt(i)
    const end = Math.min(second.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= end; j += 1) {
      if (taken[j] === 1 || second.charCodeAt(j) !== letter) continue
      taken[j] = 1
      matched.push(letter)
      break
    }
  }
  const count = matched.length
  if (count === 0) return 0
  let place = 0
  let moved = 0
  for (let j = 0; j < second.length; j += 1) {
    if (taken[j] === 0) continue
    if (matched[place] !== second.charCodeAt(j)) moved += 1
    place += 1
  }
  return (count / first.length + count / second.length + (count - Math.floor(moved / 2)) / count) / 3
}

/** Jaro similarity with Winkler's bonus for a shared start of up to four letters (Winkler 1990). */
export function jaroWinkler(first: string, second: string): number {
  const plain = jaro(first, second)
  if (plain <= BONUS_FROM || plain === 1) return plain
  let shared = 0
  while (shared < PREFIX && shared < first.length && shared < second.length && first[shared] === second[shared]) shared += 1
  return plain + shared * PREFIX_WORTH * (1 - plain)
}

/** Fewest letters to add, drop or change to make the one text the other (Levenshtein 1966). */
export function levenshtein(first: string, second: string): number {
  return editDistance(first, second, false)
}

/** The same, with two neighbours that changed places as one edit (optimal string alignment). */
export function typingDistance(first: string, second: string): number {
  return editDistance(first, second, true)
}

/** 1 minus the Levenshtein distance over the length of the longer text; 0 when both are empty. */
export function levenshteinSimilarity(first: string, second: string): number {
  const longest = Math.max(first.length, second.length)
  return longest === 0 ? 0 : 1 - levenshtein(first, second) / longest
}

let kept = makeRows(64)

/** Three rows to work in; the same ones each time, because names are compared by the million. */
function rowsOf(width: number): [Uint16Array, Uint16Array, Uint16Array] {
  if (kept[0].length < width) kept = makeRows(width * 2)
  return kept
}

function makeRows(width: number): [Uint16Array, Uint16Array, Uint16Array] {
  return [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)]
}

function editDistance(first: string, second: string, swaps: boolean): number {
  if (first === second) return 0
  const width = second.length + 1
  let [before, above, row] = rowsOf(width)
  for (let j = 0; j < width; j += 1) above[j] = j
  for (let i = 1; i <= first.length; i += 1) {
    row[0] = i
    for (let j = 1; j < width; j += 1) {
      const differs = first.charCodeAt(i - 1) === second.charCodeAt(j - 1) ? 0 : 1
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + differs)
      const isSwap = swaps && i > 1 && j > 1 && first.charCodeAt(i - 1) === second.charCodeAt(j - 2) && first.charCodeAt(i - 2) === second.charCodeAt(j - 1)
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row[j] = least
    }
    ;[before, above, row] = [above, row, before]
  }
  return above[second.length] ?? 0
}
