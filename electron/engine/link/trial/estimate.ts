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
  const note = (counts: Counts, left: number, right: number): void => {
    const [one, other] = [records[left], records[right]]
    if (one === undefined || other === undefined) return
    compare(one, other, (comparison, level) => {
      const own = counts.get(comparison) ?? new Map<string, number>()
      counts.set(comparison, own)
      own.set(level, (own.get(level) ?? 0) + 1)
    })
  }
  for (const members of clusters.values()) {
    for (const [i, left] of members.entries()) for (const right of members.slice(i + 1)) note(observed.same, left, right)
  }
  for (let drawn = 0; drawn < draws; ) {
    const [left, right] = [Math.floor(random() * records.length), Math.floor(random() * records.length)]
    if (truth[left] === truth[right]) continue
    note(observed.other, left, right)
    drawn += 1
  }
  return observed
}

/** A model with the m and u that were observed; everything else as it was. */
export function withObserved(model: LinkModel, { same, other }: Observed): LinkModel {
  return {
    ...model,
    comparisons: model.comparisons.map((comparison) => ({
      ...comparison,
      levels: Object.fromEntries(Object.entries(comparison.levels).map(([id, level]) => [
        id, { ...level, m: shareOf(same.get(comparison.id), id, Object.keys(comparison.levels)), u: shareOf(other.get(comparison.id), id, Object.keys(comparison.levels)) },
      ])),
    })),
  }
}

function shareOf(counts: ReadonlyMap<string, number> | undefined, level: string, levels: readonly string[]): number {
  const seen = counts?.get(level) ?? 0
  const all = levels.reduce((sum, id) => sum + (counts?.get(id) ?? 0), 0)
  return rounded((seen + UNSEEN) / (all + UNSEEN * levels.length))
}

/** Four significant digits, so that the files stay readable. */
function rounded(share: number): number {
  return Number(share.toPrecision(4))
}
