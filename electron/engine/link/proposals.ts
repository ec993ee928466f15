import type { Clusters } from './clusters.ts'
import type { FoundPair, LinkSet } from './linkSet.ts'

/**
 * Tells of pairs that were not linked whether they are worth asking somebody about. Not when what the two belong to contradicts each
 * other; and of weak pairs, with little more than a name in common, not when one side fits others who cannot be the same as the other
 * side, so that, all taken together, it more likely is one of those.
 */
export function worthAsking(set: Pick<LinkSet<never>, 'contradicts' | 'thresholds'>, pairs: readonly FoundPair[], { clusterOf }: Clusters): (pair: FoundPair) => boolean {
  const membersOf = memberFinder(pairs, clusterOf)
  const clash = (left: number, right: number): boolean => membersOf(left).some((one) => membersOf(right).some((other) => set.contradicts(one, other)))
  const candidates = candidatesOf(pairs)
  const oddsOfRivals = (place: number, chosen: number): number =>
    (candidates.get(place) ?? []).reduce((sum, { other, weight }) => (other !== chosen && clash(chosen, other) ? sum + 2 ** weight : sum), 0)
  return ({ left, right, weight, score }) => {
    if (clash(left, right)) return false
    if (weight >= set.thresholds.automatic || score.hasNeeds) return true
    const rivals = Math.max(oddsOfRivals(left, right), oddsOfRivals(right, left))
    return weight - Math.log2(1 + rivals) >= set.thresholds.proposal
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
