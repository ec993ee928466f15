/** A table of confusion over all pairs of a set, and what follows from it. */
export interface PairMetrics {
  truePositive: number
  falsePositive: number
  falseNegative: number
  trueNegative: number
  precision: number
  recall: number
  f1: number
}

/** The same over whole clusters, and per record (B-cubed, Bagga and Baldwin 1998). */
export interface ClusterMetrics {
  found: number
  meant: number
  exact: number
  precision: number
  recall: number
  f1: number
  bCubedPrecision: number
  bCubedRecall: number
  bCubedF1: number
}

/** @param meant and @param made name of the cluster of every record, in the same order */
export function measurePairs(meant: readonly unknown[], made: readonly unknown[]): PairMetrics {
  const total = (meant.length * (meant.length - 1)) / 2
  const [should, does, both] = [pairsIn(sizes(meant)), pairsIn(sizes(made)), pairsIn(overlaps(meant, made))]
  return {
    truePositive: both, falsePositive: does - both, falseNegative: should - both, trueNegative: total - should - does + both,
    precision: share(both, does), recall: share(both, should), f1: harmonic(share(both, does), share(both, should)),
  }
}

export function measureClusters(meant: readonly unknown[], made: readonly unknown[]): ClusterMetrics {
  const [meantSizes, madeSizes, shared] = [sizes(meant), sizes(made), overlaps(meant, made)]
  let exact = 0
  let precise = 0
  let complete = 0
  for (const [key, size] of shared) {
    const [meantSize, madeSize] = [meantSizes.get(meant[key.at]) ?? 0, madeSizes.get(made[key.at]) ?? 0]
    if (size === meantSize && size === madeSize) exact += 1
    precise += (size * size) / madeSize
    complete += (size * size) / meantSize
  }
  const [precision, recall] = [share(exact, madeSizes.size), share(exact, meantSizes.size)]
  const [bCubedPrecision, bCubedRecall] = [share(precise, meant.length), share(complete, meant.length)]
  return {
    found: madeSizes.size, meant: meantSizes.size, exact, precision, recall, f1: harmonic(precision, recall),
    bCubedPrecision, bCubedRecall, bCubedF1: harmonic(bCubedPrecision, bCubedRecall),
  }
}

/** A true and a made cluster that share records, by the first record they share. */
interface Shared {
  at: number
}

function overlaps(meant: readonly unknown[], made: readonly unknown[]): Map<Shared, number> {
  const keys = new Map<unknown, Map<unknown, Shared>>()
  const counts = new Map<Shared, number>()
  for (const [at, cluster] of meant.entries()) {
    const own = keys.get(cluster) ?? new Map<unknown, Shared>()
    keys.set(cluster, own)
    const key = own.get(made[at]) ?? { at }
    own.set(made[at], key)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function sizes(clusters: readonly unknown[]): Map<unknown, number> {
  const found = new Map<unknown, number>()
  for (const one of clusters) found.set(one, (found.get(one) ?? 0) + 1)
  return found
}

function pairsIn(counts: ReadonlyMap<unknown, number>): number {
  let sum = 0
  for (const count of counts.values()) sum += (count * (count - 1)) / 2
  return sum
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}
