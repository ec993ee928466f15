import type { Observation } from './shrinkage.ts'
import { marshallPrior } from './shrinkage.ts'

/** For each area the areas that lie next to it with the weight of each; an area is not in its own list. */
export type Neighbours = readonly (readonly { at: number; weight: number }[])[]

/** Equal weights for all neighbours. */
export function binaryWeights(lists: readonly (readonly number[])[]): Neighbours {
  return lists.map((list) => list.map((at) => ({ at, weight: 1 })))
}

/** Weights that add up to one per area; an area without neighbours keeps none. */
export function rowStandardised(lists: readonly (readonly number[])[]): Neighbours {
  return lists.map((list) => list.map((at) => ({ at, weight: 1 / list.length })))
}

/**
 * Getis and Ord's local Gi* (1992; Ord & Getis 1995), the area itself counted with weight 1: positive where high values lie
 * together, in standard deviations. S² = Σx²/n − X̄². Meant for shrunk rates; raw ones make a hot spot of one event.
 */
export function localGiStar(values: readonly number[], neighbours: Neighbours): number[] {
  const n = values.length
  const mean = sum(values) / n
  const deviation = Math.sqrt(sum(values.map((x) => x * x)) / n - mean * mean)
  return values.map((own, i) => {
    const list = [{ at: i, weight: 1 }, ...(neighbours[i] ?? [])]
    return standardised(list, values, { n, mean, deviation }, own)
  })
}

/** The same without the area itself: mean and deviation are those of the others. */
export function localGi(values: readonly number[], neighbours: Neighbours): number[] {
  const n = values.length - 1
  const [total, squares] = [sum(values), sum(values.map((x) => x * x))]
  return values.map((own, i) => {
    const mean = (total - own) / n
    const deviation = Math.sqrt((squares - own * own) / n - mean * mean)
    return standardised(neighbours[i] ?? [], values, { n, mean, deviation }, own)
  })
}

function standardised(list: Neighbours[number], values: readonly number[], of: { n: number; mean: number; deviation: number }, own: number): number {
  const weights = sum(list.map(({ weight }) => weight))
  const squares = sum(list.map(({ weight }) => weight * weight))
  const lag = sum(list.map(({ at, weight }) => weight * (values[at] ?? own)))
  return (lag - of.mean * weights) / (of.deviation * Math.sqrt((of.n * squares - weights * weights) / (of.n - 1)))
}

export interface MoranTest {
  /** Moran's I */
  index: number
  /** −1/(n − 1) */
  expected: number
  /** variance under randomisation, and the index in standard deviations from what is expected */
  variance: number
  z: number
}

/**
 * Moran's I with its variance under randomisation (Cliff & Ord 1981): whether alike areas lie together more than by chance.
 * Areas without neighbours take part in the mean but not in n, as most software has it.
 */
export function moran(values: readonly number[], neighbours: Neighbours): MoranTest {
  const n = neighbours.filter((list) => list.length > 0).length
  const mean = sum(values) / values.length
  const z = values.map((x) => x - mean)
  const z2 = sum(z.map((x) => x * x))
  const { s0, s1, s2 } = weightSums(neighbours)
  const cross = sum(z.map((own, i) => own * sum((neighbours[i] ?? []).map(({ at, weight }) => weight * (z[at] ?? 0)))))
  const index = (n / s0) * (cross / z2)
  const expected = -1 / (n - 1)
  const kurtosis = (n * sum(z.map((x) => x * x * x * x))) / (z2 * z2)
  const left = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
  const right = kurtosis * (n * (n - 1) * s1 - 2 * n * s2 + 6 * s0 * s0)
  const variance = (left - right) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected * expected
  return { index, expected, variance, z: (index - expected) / Math.sqrt(variance) }
}

/** S0 = Σw, S1 = ½ Σ(wij + wji)², S2 = Σ(wi. + w.i)². */
function weightSums(neighbours: Neighbours): { s0: number; s1: number; s2: number } {
  const columns = neighbours.map(() => 0)
  const back = neighbours.map((list) => new Map(list.map(({ at, weight }) => [at, weight])))
  let s0 = 0
  let s1 = 0
  neighbours.forEach((list, i) => {
    for (const { at, weight } of list) {
      s0 += weight
      columns[at] = (columns[at] ?? 0) + weight
      const other = back[at]?.get(i)
      // a one-sided link is met once, a mutual one from both sides
      s1 += other === undefined ? weight * weight : ((weight + other) * (weight + other)) / 2
    }
  })
  const s2 = sum(neighbours.map((list, i) => (sum(list.map(({ weight }) => weight)) + (columns[i] ?? 0)) ** 2))
  return { s0, s1, s2 }
}

/**
 * Rates made comparable before Moran's I (Assunção & Reis 1999): (r − m) / √(A + m/n), with A not below zero where that would
 * leave no variance.
 */
export function standardisedRates(group: readonly Observation[]): number[] {
  const { mean, variance } = unclampedPrior(group)
  return group.map(({ count, exposure }) => {
    const total = variance + mean / exposure
    return (count / exposure - mean) / Math.sqrt(total > 0 ? total : mean / exposure)
  })
}

/** Assunção and Reis keep a negative between-variance, which only enters a sum that stays positive. */
function unclampedPrior(group: readonly Observation[]): { mean: number; variance: number } {
  const { mean } = marshallPrior(group)
  const exposure = sum(group.map((one) => one.exposure))
  const spread = sum(group.map((one) => one.exposure * (one.count / one.exposure - mean) ** 2)) / exposure
  return { mean, variance: spread - (mean * group.length) / exposure }
}

/** Events per unit of area at a distance from one event: the quartic kernel 3/(πh²) · (1 − d²/h²)². */
export function quarticKernel(distance: number, bandwidth: number): number {
  if (distance >= bandwidth) return 0
  const share = 1 - (distance * distance) / (bandwidth * bandwidth)
  return (3 / (Math.PI * bandwidth * bandwidth)) * share * share
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
