/** Two records, by place, that may be joined; `weight` in log2 odds, prior included. */
export interface Edge {
  left: number
  right: number
  weight: number
}

/** What clustering asks about two records that are no candidates of each other. */
export interface ClusterRules {
  /** whether two records can never be one: two BSNs, birth dates years apart, a human who said so */
  contradicts(left: number, right: number): boolean
  /** evidence for and against, in bits, of any two records; without the prior, so that a pair that has little to compare weighs little */
  weigh(left: number, right: number): number
  /** the mean of all pairs between two clusters must reach this */
  least: number
  /** called now and then; may throw to stop */
  beat?: (() => void) | undefined
}

export interface Clusters {
  /** number of its cluster per record, numbered by the first record in it */
  clusterOf: Int32Array
  /** edges that were not followed, and why: something contradicts, or the clusters as a whole are not alike enough */
  refused: { edge: Edge; why: 'contradiction' | 'weak' }[]
}

/** After so many edges it is seen whether to go on. */
const BEAT = 4096

/** Between large clusters not every pair is weighed again. */
const MOST_WEIGHED = 64

/**
 * Joins records along edges, the heaviest first. Two clusters become one only when no record of the one contradicts a record of the
 * other and the mean over the pairs between them holds; so a cluster never contains a contradiction, and a chain breaks where its
 * weakest link is. The order in which edges are given does not matter.
 * @param musts pairs a human joined; they are followed before all else, contradictions excepted
 */
export function cluster(count: number, edges: readonly Edge[], rules: ClusterRules, musts: readonly Edge[] = []): Clusters {
  const clusterOf = Int32Array.from({ length: count }, (_, record) => record)
  const members = new Map<number, number[]>()
  const refused: Clusters['refused'] = []
  const membersOf = (id: number): number[] => members.get(id) ?? [id]

  const follow = (edge: Edge, isDecided: boolean): void => {
    const [one, other] = [clusterOf[edge.left] ?? 0, clusterOf[edge.right] ?? 0]
    if (one === other) return
    const [left, right] = [membersOf(one), membersOf(other)]
    const why = left.some((a) => right.some((b) => rules.contradicts(a, b))) ? 'contradiction' : isDecided || meanWeight(left, right) >= rules.least ? null : 'weak'
    if (why !== null) {
      refused.push({ edge, why })
      return
    }
    const [keep, gone] = one < other ? [one, other] : [other, one]
    for (const record of membersOf(gone)) clusterOf[record] = keep
    members.set(keep, [...left, ...right].sort((a, b) => a - b))
    members.delete(gone)
  }

  const meanWeight = (left: readonly number[], right: readonly number[]): number => {
    const pairs = left.length * right.length
    if (pairs === 1) return Infinity
    const step = Math.max(1, Math.ceil(pairs / MOST_WEIGHED))
    let sum = 0
    let weighed = 0
    for (let i = 0; i < pairs; i += step) {
      sum += rules.weigh(left[i % left.length] ?? 0, right[Math.floor(i / left.length)] ?? 0)
      weighed += 1
    }
    return sum / weighed
  }

  for (const edge of inOrder(musts)) follow(edge, true)
  for (const [i, edge] of inOrder(edges).entries()) {
    if (i % BEAT === 0) rules.beat?.()
    follow(edge, false)
  }
  return { clusterOf, refused }
}

function inOrder(edges: readonly Edge[]): Edge[] {
  return edges
    .map(({ left, right, weight }) => ({ left: Math.min(left, right), right: Math.max(left, right), weight }))
    .sort((first, second) => second.weight - first.weight || first.left - second.left || first.right - second.right)
}
