import type { Observation } from './shrinkage.ts'

/** What was counted up to each step of age, newest first: what is no older than one step, than two, and last everything. */
export type ByAge = readonly [Observation, ...Observation[]]

/** Of one step of age: half after `halfLife`, a quarter after twice that. Both in the same unit; the newest step counts in full. */
export function weightOfStep(step: number, stepLength: number, halfLife: number): number {
  return 2 ** ((-step * stepLength) / halfLife)
}

/**
 * The count and exposure that carry as much as events of different weight do together. Of T = Σ wₖyₖ events on M = Σ wₖnₖ exposure, with
 * yₖ ~ Poisson(λnₖ), the mean is λM and the variance λV with V = Σ wₖ²nₖ. The gamma with those moments (Fay & Feuer 1997) is that of a
 * plain count y* = T·M/V on n* = M²/V: the same rate T/M and the same relative variance, so that whatever is made for counts holds for it.
 *
 * Unlike Fay and Feuer, who estimate the variance from the events (Σ wₖ²yₖ), it is taken from the exposure: an area without a single event
 * then has an exposure too, the exposure does not depend on what was counted, and the moments of a group (`marshallPrior`) stay those of
 * counts. Where the rate is the same at every age the two agree. Equal weights give the plain count back, to the last bit.
 * @param byAge cumulative, see {@link ByAge}
 * @param weights per step, newest first, as many as `byAge` has entries
 */
export function fadedObservation(byAge: ByAge, weights: readonly number[]): Observation {
  const [events, exposure] = [weightedSum(byAge, weights, 'count'), weightedSum(byAge, weights, 'exposure')]
  const squared = weightedSum(byAge, weights.map((weight) => weight * weight), 'exposure')
  if (squared === 0) return { count: 0, exposure: 0 }
  const scale = exposure / squared
  return { count: scale * events, exposure: scale * exposure }
}

/** Σ wₖxₖ, from sums over age: what is counted up to a step has at least the weight of that step, and so much more at the next newer one. */
export function weightedSum(byAge: ByAge, weights: readonly number[], of: keyof Observation): number {
  return byAge.reduce((sum, one, k) => sum + ((weights[k] ?? 0) - (weights[k + 1] ?? 0)) * one[of], 0)
}
