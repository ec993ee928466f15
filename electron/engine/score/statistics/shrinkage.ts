import { gammaAbove, gammaQuantile } from './gammaFunction.ts'
import type { Interval } from './intervals.ts'

/** An observed count and what it was exposed to (dwellings, vestigingen, expected events). */
export interface Observation {
  count: number
  exposure: number
}

/** What the rates of a group have in common: their mean, and the variance between the true rates. */
export interface RatePrior {
  mean: number
  /** variance of the true rates; 0 when they differ no more than chance does */
  variance: number
}

/** A difference of two nearly equal numbers is no variance when it is this small beside them. */
const ROUNDING = 1e-9

/**
 * Mean and between-variance by moments (Marshall 1991): s² = Σ n(r − m)² / Σ n, A = s² − m / n̄, never below 0. Without
 * that bound shrinkage would push a rate past the mean.
 * @param group observations with exposure > 0
 */
export function marshallPrior(group: readonly Observation[]): RatePrior {
  const exposure = group.reduce((sum, one) => sum + one.exposure, 0)
  if (exposure === 0) return { mean: 0, variance: 0 }
  const mean = group.reduce((sum, one) => sum + one.count, 0) / exposure
  const spread = group.reduce((sum, one) => {
    const deviation = one.count / one.exposure - mean
    return sum + one.exposure * deviation * deviation
  }, 0)
  const chance = (mean * group.length) / exposure
  const variance = spread / exposure - chance
  return { mean, variance: variance > chance * ROUNDING ? variance : 0 }
}

/** What is known of one true rate after counting: gamma with shape and rate, or a point where the group does not differ. */
export interface RatePosterior {
  mean: number
  /** null when the variance between the rates is 0: then the rate is the mean of the group */
  gamma: { shape: number; rate: number } | null
}

/**
 * Gamma-Poisson shrinkage: with shape α = m²/A and rate β = m/A the true rate given O of n is Gamma(O + α, n + β), with
 * mean m + C(r − m), C = A / (A + m/n). The same as Marshall's empirical Bayes estimate.
 */
export function posteriorRate(one: Observation, prior: RatePrior): RatePosterior {
  if (prior.variance === 0 || prior.mean === 0) return { mean: prior.mean, gamma: null }
  const shape = one.count + (prior.mean * prior.mean) / prior.variance
  const rate = one.exposure + prior.mean / prior.variance
  const weight = prior.variance / (prior.variance + prior.mean / one.exposure)
  return { mean: prior.mean + weight * (one.count / one.exposure - prior.mean), gamma: { shape, rate } }
}

/**
 * Credible interval of a true rate, made wide enough to hold its mean: of a gamma with a shape under 0.005 the mean lies beyond 97.5 %.
 */
export function posteriorInterval(posterior: RatePosterior, level = 0.95): Interval {
  const { gamma, mean } = posterior
  if (!gamma) return { lower: mean, upper: mean }
  const tail = (1 - level) / 2
  const bound = (share: number): number => gammaQuantile(share, gamma.shape) / gamma.rate
  return { lower: Math.min(mean, bound(tail)), upper: Math.max(mean, bound(1 - tail)) }
}

/** Chance that a true rate lies above `bound`. */
export function exceedance(posterior: RatePosterior, bound: number): number {
  const { gamma, mean } = posterior
  if (!gamma) return mean > bound ? 1 : 0
  return gammaAbove(gamma.shape, bound * gamma.rate)
}
