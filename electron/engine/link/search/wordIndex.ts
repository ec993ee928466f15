import { byCodeUnit, type WordIndex } from '../../store/wordAdditions.ts'

/** Makes an index of things in order of likelihood, each with the words it is found by. They are taken one by one: there are very many. */
export function makeWordIndex(things: Iterable<{ id: number; words: readonly string[] }>): WordIndex {
  const placesOf = new Map<string, number[]>()
  const ids: number[] = []
  for (const { id, words } of things) {
    const place = ids.push(id) - 1
    for (const word of new Set(words)) {
      const places = placesOf.get(word)
      if (places) places.push(place)
      else placesOf.set(word, [place])
    }
  }
  const words = [...placesOf.keys()].sort(byCodeUnit)
  const starts = new Uint32Array(words.length + 1)
  words.forEach((word, i) => (starts[i + 1] = (starts[i] ?? 0) + (placesOf.get(word)?.length ?? 0)))
  const places = new Uint32Array(starts.at(-1) ?? 0)
  words.forEach((word, i) => places.set(placesOf.get(word) ?? [], starts[i]))
  return { words, starts, places, ids: Uint32Array.from(ids) }
}
