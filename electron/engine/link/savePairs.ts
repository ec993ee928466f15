import type { JoinedKind } from '../store/entities.ts'
import { PRIOR, type PairPart, type PairStatus, type PairWriter } from '../store/linkPairs.ts'
import type { Clusters } from './clusters.ts'
import type { FoundPair } from './linkSet.ts'
import { writtenPairParts } from './pairParts.ts'

/** How many pairs were compared, linked, proposed and refused. */
export interface PairCounts {
  compared: number
  linked: number
  proposed: number
  refused: number
}

interface Found {
  pairs: readonly FoundPair[]
  clusters: Clusters
  automatic: number
  /** log2 odds that any two records are the same */
  prior: number
  /** the record that speaks for a unit */
  recordOf(unit: number): number
  modelVersion: number
  isWorthAsking(pair: FoundPair): boolean
  /** called now and then; may throw to stop */
  beat?: (() => void) | undefined
}

/** After so many pairs it is seen whether to go on. */
const BEAT = 4096

/**
 * Writes the pairs that mean something: those that are linked, per two clusters the heaviest that is not (for a human, or ruled out), and
 * those that would have been linked were it not for a contradiction.
 */
export function savePairs(writer: PairWriter, party: JoinedKind, { pairs, clusters, automatic, prior, recordOf, modelVersion, isWorthAsking, beat }: Found): Omit<PairCounts, 'compared'> {
  const counts = { linked: 0, proposed: 0, refused: 0 }
  const refused = new Set(clusters.refused.filter(({ why }) => why === 'contradiction').map(({ edge }) => `${edge.left} ${edge.right}`))
  const proposed = new Set<string>()
  const write = (pair: FoundPair, status: PairStatus): void => {
    const [one, other] = [recordOf(pair.left), recordOf(pair.right)]
    const { completeness, tier } = pair.score
    // the lower record stands left, and its values with it
    const isTurned = one > other
    const parts = [...pair.score.parts, { comparison: PRIOR, level: '', weight: prior, left: '', right: '' }]
      .map((part): PairPart => ({ ...part, weight: rounded(part.weight), ...(isTurned ? { left: part.right, right: part.left } : {}) }))
    // what is shown sums to the hundredth
    const weight = rounded(parts.reduce((sum, part) => sum + part.weight, 0))
    writer.save({ party, leftRecord: isTurned ? other : one, rightRecord: isTurned ? one : other, weight, completeness: rounded(completeness), tier, status, parts: writtenPairParts(parts), modelVersion })
  }
  for (const [i, pair] of pairs.toSorted((first, second) => second.weight - first.weight || first.left - second.left || first.right - second.right).entries()) {
    if (i % BEAT === 0) beat?.()
    const [one = 0, other = 0] = [clusters.clusterOf[pair.left], clusters.clusterOf[pair.right]]
    if (one === other) {
      counts.linked += 1
      write(pair, 'gekoppeld')
    } else if (pair.isContradicted || refused.has(`${pair.left} ${pair.right}`)) {
      if (pair.weight < automatic) continue
      counts.refused += 1
      write(pair, 'tegenspraak')
    } else {
      const between = `${Math.min(one, other)} ${Math.max(one, other)}`
      if (proposed.has(between)) continue
      proposed.add(between)
      const isAsked = isWorthAsking(pair)
      if (isAsked) counts.proposed += 1
      write(pair, isAsked ? 'voorstel' : 'afgevallen')
    }
  }
  writer.finish()
  return counts
}

/** Hundredths: a vault read on another machine shows the same. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
