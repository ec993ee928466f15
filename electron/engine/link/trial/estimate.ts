import type { Compare } from '../scorePair.ts'
import type { LinkModel } from '../linkModel.ts'

/** How often every level was found, per comparison. */
type Counts = Map<string, Map<string, number>>

/** What was observed on true pairs and on pairs that are not. */
export interface Observed {
  same: Counts
  other: Counts
}

/** A level that was never seen counts as if half a pair had it (Jeffreys). */
const UNSEEN = 0.5

/**
 * m and u of every level of a model, counted on a set of which is known who is who: m on all true pairs, u on `draws` random pairs
 * that are not. Used to make the files in resources/linking; the application itself never estimates.
 * @param random 0 to 1, from a fixed seed
 */
export function observe<Evidence>(records: readonly Evidence[], truth: readonly string[], compare: Compare<Evidence>, draws: number, random: () => number): Observed {
  const observed: Observed = { same: new Map(), other: new Map() }
  const clusters = new Map<string, number[]>()
  for (const [i, name] of truth.entries()) clusters.set(name, [...(clusters.get(name) ?? []), i])
  for (const members of clusters.values()) for (const [left, right] of pairsOf(members)) note(observed.same, records, compare, left, right)
  for (let drawn = 0; drawn < draws; ) {
    const [left, right] = [Math.floor(random() * records.length), Math.floor(random() * records.length)]
    if (truth[left] === truth[right]) continue
    note(observed.other, records, compare, left, right)
    drawn += 1
  }
  return observed
}

/**
 * What is found on pairs that are not the same but share a key, all of them: for comparisons that go together with what the key is of.
 * @param keysOf the values two records can share
 */
export function observeWithin<Evidence>(records: readonly Evidence[], truth: readonly string[], compare: Compare<Evidence>, keysOf: (record: Evidence) => readonly string[]): Counts {
  const blocks = new Map<string, number[]>()
  for (const [i, record] of records.entries()) for (const key of new Set(keysOf(record))) blocks.set(key, [...(blocks.get(key) ?? []), i])
  const counts: Counts = new Map()
  for (const block of blocks.values()) {
    for (const [left, right] of pairsOf(block)) if (truth[left] !== truth[right]) note(counts, records, compare, left, right)
  }
  return counts
}

function pairsOf(places: readonly number[]): [number, number][] {
  return places.flatMap((left, i) => places.slice(i + 1).map((right): [number, number] => [left, right]))
}

function note<Evidence>(counts: Counts, records: readonly Evidence[], compare: Compare<Evidence>, left: number, right: number): void {
  const [one, other] = [records[left], records[right]]
  if (one === undefined || other === undefined) return
  compare(one, other, (comparison, level) => {
    const own = counts.get(comparison) ?? new Map<string, number>()
    counts.set(comparison, own)
    own.set(level, (own.get(level) ?? 0) + 1)
  })
}

/** A model with the m and u that were observed; everything else as it was. */
export function withObserved(model: LinkModel, { same, other }: Observed): LinkModel {
  return { ...model, comparisons: model.comparisons.map((comparison) => ({ ...comparison, levels: levelsOf(comparison, same.get(comparison.id), other.get(comparison.id)) })) }
}

/** Levels that came out above one that is more alike weigh as much as it: the counts of both are taken together (isotonic regression). */
function levelsOf({ levels, chains }: LinkModel['comparisons'][number], same?: ReadonlyMap<string, number>, other?: ReadonlyMap<string, number>): LinkModel['comparisons'][number]['levels'] {
  const ids = Object.keys(levels)
  const [m, u] = [sharesOf(ids, same), sharesOf(ids, other)]
  const pools = new Map(ids.map((id) => [id, [id]]))
  const sumOf = (shares: ReadonlyMap<string, number>, id: string): number => (pools.get(id) ?? []).reduce((sum, one) => sum + (shares.get(one) ?? 0), 0)
  const ratioOf = (id: string): number => sumOf(m, id) / sumOf(u, id)
  const isPooled = (id: string, next: string): boolean => pools.get(id) === pools.get(next)
  const findWrong = (): [string, string] | undefined => chains.flatMap((chain) => chain.slice(1).map((next, i): [string, string] => [chain[i] ?? next, next])).find(([id, next]) => !isPooled(id, next) && ratioOf(next) > ratioOf(id))
  for (let wrong = findWrong(); wrong; wrong = findWrong()) {
    const pool = wrong.flatMap((id) => pools.get(id) ?? [])
    for (const id of pool) pools.set(id, pool)
  }
  return Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, { ...level, m: rounded((u.get(id) ?? 0) * ratioOf(id)), u: rounded(u.get(id) ?? 0) }]))
}

function sharesOf(levels: readonly string[], counts: ReadonlyMap<string, number> = new Map()): Map<string, number> {
  const all = levels.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0)
  return new Map(levels.map((id) => [id, ((counts.get(id) ?? 0) + UNSEEN) / (all + UNSEEN * levels.length)]))
}

/** Four significant digits, so that the files stay readable. */
function rounded(share: number): number {
  return Number(share.toPrecision(4))
}
