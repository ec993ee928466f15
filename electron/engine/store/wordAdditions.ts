/** Words to things, as it is kept in the vault and searched in memory. A place is a position in `ids`, the likeliest thing first. */
export interface WordIndex {
  /** in code point order */
  words: readonly string[]
  /** places of word i: `places[starts[i]] … places[starts[i + 1] - 1]`, ascending */
  starts: Uint32Array
  places: Uint32Array
  ids: Uint32Array
}

/** A thing with its words. */
export type WordedThing = readonly [id: number, words: readonly string[]]

const GONE = 0xffffffff

/**
 * An index of things in order of their id, with the words of some of them replaced; without words a thing is gone. The same as an index
 * made anew of all of them.
 */
export function withAdditions(index: WordIndex, things: ReadonlyMap<number, readonly string[]>): WordIndex {
  if (things.size === 0) return index
  const ids = idsWith(index.ids, things)
  const placeNow = placesNow(index.ids, ids, things)
  const added = placesByWord(ids, things)
  const words: string[] = []
  const starts: number[] = [0]
  const places = new Uint32Array(index.places.length + [...added.values()].reduce((sum, own) => sum + own.length, 0))
  let end = 0
  const take = (word: string, own: Uint32Array, more: readonly number[]): void => {
    const from = end
    for (const place of own) {
      const now = placeNow[place] ?? GONE
      if (now !== GONE) places[end++] = now
    }
    for (const place of more) places[end++] = place
    if (end === from) return
    if (more.length > 0) places.subarray(from, end).sort()
    words.push(word)
    starts.push(end)
  }
  const fresh = [...added.keys()].sort(byCodeUnit)
  let next = 0
  for (const [i, word] of index.words.entries()) {
    for (let one = fresh[next]; one !== undefined && one < word; one = fresh[++next]) take(one, new Uint32Array(), added.get(one) ?? [])
    if (fresh[next] === word) next += 1
    take(word, index.places.subarray(index.starts[i], index.starts[i + 1]), added.get(word) ?? [])
  }
  for (const one of fresh.slice(next)) take(one, new Uint32Array(), added.get(one) ?? [])
  return { words, starts: Uint32Array.from(starts), places: places.slice(0, end), ids }
}

/** As `<` compares texts, which the search goes by. */
export function byCodeUnit(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0
}

function idsWith(ids: Uint32Array, things: ReadonlyMap<number, readonly string[]>): Uint32Array {
  const here = [...things].filter(([, words]) => words.length > 0).map(([id]) => id)
  return Uint32Array.from([...ids.filter((id) => !things.has(id)), ...here]).sort()
}

/** Where a thing that did not change stands now, by the place where it stood. */
function placesNow(before: Uint32Array, now: Uint32Array, things: ReadonlyMap<number, readonly string[]>): Uint32Array {
  const places = new Uint32Array(before.length).fill(GONE)
  let at = 0
  for (const [place, id] of before.entries()) {
    if (things.has(id)) continue
    while ((now[at] ?? GONE) < id) at += 1
    places[place] = at
  }
  return places
}

function placesByWord(ids: Uint32Array, things: ReadonlyMap<number, readonly string[]>): Map<string, number[]> {
  const placeOf = new Map<number, number>()
  for (const [place, id] of ids.entries()) if (things.has(id)) placeOf.set(id, place)
  const places = new Map<string, number[]>()
  for (const [id, words] of things) {
    for (const word of new Set(words)) {
      const own = places.get(word)
      if (own) own.push(placeOf.get(id) ?? 0)
      else places.set(word, [placeOf.get(id) ?? 0])
    }
  }
  return places
}
