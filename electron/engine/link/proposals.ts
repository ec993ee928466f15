import type { Clusters } from './clusters.ts'
import type { FoundPair, LinkSet } from './linkSet.ts'

/**
 * Tells of pairs that were not linked whether they are worth asking somebody about. Not when what the two belong to contradicts each
 * other; and of pairs without what linking by itself needs, which have little more than a name in common, not when one side fits others
 * who cannot be the same as the other side, so that, all taken together, it more likely is one of those. And not when the answer follows
 * from what was asked before: of three that may be one, two questions settle the third; were the answer no, the third is asked after the
 * next run.
 * @returns to be asked of every pair once, the heaviest first
 */
export function worthAsking(set: Pick<LinkSet<never>, 'contradicts' | 'thresholds'>, pairs: readonly FoundPair[], { clusterOf }: Clusters): (pair: FoundPair) => boolean {
  const membersOf = memberFinder(pairs, clusterOf)
  const clash = (left: number, right: number): boolean => membersOf(left).some((one) => membersOf(right).some((other) => set.contradicts(one, other)))
  const candidates = candidatesOf(pairs)
  const oddsOfRivals = (place: number, chosen: number): number =>
    (candidates.get(place) ?? []).reduce((sum, { other, weight }) => (other !== chosen && clash(chosen, other) ? sum + 2 ** weight : sum), 0)
  const isTelling = ({ left, right, weight, score }: FoundPair): boolean => {
    if (score.hasNeeds) return true
    const rivals = Math.max(oddsOfRivals(left, right), oddsOfRivals(right, left))
    return weight - Math.log2(1 + rivals) >= set.thresholds.proposal
  }
  const settles = questionBook(clash)
  return (pair) => {
    const [one, other] = [clusterOf[pair.left] ?? pair.left, clusterOf[pair.right] ?? pair.right]
    return !clash(one, other) && isTelling(pair) && settles(one, other)
  }
}

/** Keeps what was asked of clusters, each by a place in it; tells whether a question settles anything that those before did not. */
function questionBook(clash: (one: number, other: number) => boolean): (one: number, other: number) => boolean {
  // one once every question among them was answered with yes
  const groups = new Map<number, readonly number[]>()
  return (one, other) => {
    const [left, right] = [groups.get(one) ?? [one], groups.get(other) ?? [other]]
    if (left.includes(other)) return false
    if (!left.some((member) => right.some((rival) => clash(member, rival)))) {
      const both = [...left, ...right]
      for (const member of both) groups.set(member, both)
    }
    return true
  }
}

/** By place: whom it is alike enough to, and how much. */
function candidatesOf(pairs: readonly FoundPair[]): Map<number, { other: number; weight: number }[]> {
  const candidates = new Map<number, { other: number; weight: number }[]>()
  const note = (place: number, other: number, weight: number): void => {
    const own = candidates.get(place)
    if (own) own.push({ other, weight })
    else candidates.set(place, [{ other, weight }])
  }
  for (const { left, right, weight, isContradicted } of pairs) {
    if (isContradicted) continue
    note(left, right, weight)
    note(right, left, weight)
  }
  return candidates
}

/** The places of one cluster, for places that stand in a pair. */
function memberFinder(pairs: readonly FoundPair[], clusterOf: Int32Array): (place: number) => readonly number[] {
  const members = new Map<number, number[]>(pairs.flatMap(({ left, right }) => [left, right].map((place): [number, number[]] => [clusterOf[place] ?? place, []])))
  for (const [place, cluster] of clusterOf.entries()) members.get(cluster)?.push(place)
  return (place) => members.get(clusterOf[place] ?? place) ?? [place]
}
