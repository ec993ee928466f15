/** A stretch of text, and whether the other text lacks it. */
export interface Stretch {
  text: string
  differs: boolean
}

/** Texts that share less than this part of their letters are lit whole: stray equal letters say nothing. */
const LEAST_SHARED = 0.5

/** The stretches of a text that stand in another in the same order, and those that do not (longest common subsequence); of a text with the other inside it, what stands around that. */
export function differing(text: string, other: string): Stretch[] {
  const around = aroundOther(text, other)
  if (around !== null) return around
  const [one, two] = [[...text], [...other]]
  const shared = sharedPlaces(one, two)
  if (shared.size < LEAST_SHARED * Math.max(one.length, two.length)) return text === '' ? [] : [{ text, differs: true }]
  const stretches: Stretch[] = []
  one.forEach((sign, place) => {
    const differs = !shared.has(place)
    const last = stretches.at(-1)
    if (last?.differs === differs) last.text += sign
    else stretches.push({ text: sign, differs })
  })
  return stretches
}

/** A date of which the other has the year only, a name of which it has the first. Null where neither stands in the other. */
function aroundOther(text: string, other: string): Stretch[] | null {
  const [one, two] = [text.toLowerCase(), other.toLowerCase()]
  if (one === '' || two === '') return null
  if (two.includes(one)) return [{ text, differs: false }]
  const start = one.indexOf(two)
  if (start === -1) return null
  const stretches = [{ text: text.slice(0, start), differs: true }, { text: text.slice(start, start + two.length), differs: false }, { text: text.slice(start + two.length), differs: true }]
  return stretches.filter((stretch) => stretch.text !== '')
}

/** Places in the first text that belong to a longest common subsequence; case does not count. */
function sharedPlaces(one: readonly string[], two: readonly string[]): Set<number> {
  const same = (i: number, j: number): boolean => one[i]?.toLowerCase() === two[j]?.toLowerCase()
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(two.length + 1))
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0
  for (let i = one.length - 1; i >= 0; i -= 1) {
    const row = lengths[i]
    if (!row) continue
    for (let j = two.length - 1; j >= 0; j -= 1) row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const places = new Set<number>()
  for (let i = 0, j = 0; i < one.length && j < two.length; ) {
    if (same(i, j)) {
      places.add(i)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return places
}
