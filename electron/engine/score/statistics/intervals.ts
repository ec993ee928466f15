import { chiSquareQuantile, gammaBelow, normalQuantile } from './gammaFunction.ts'

export interface Interval {
  lower: number
  upper: number
}

/**
 * Interval of a Poisson count: Byar's approximation from 10 on, exact (chi-square) below, as the English public health
 * profiles do (Fingertips technical guidance; Breslow & Day 1987). Divide by the exposure for a rate.
 * @param count observed events, a whole number
 * @param level 0.95 unless told
 */
export function poissonInterval(count: number, level = 0.95): Interval {
  return count < 10 ? exactPoissonInterval(count, level) : byarInterval(count, level)
}

/** Garwood's exact interval of a Poisson count (1936). */
export function exactPoissonInterval(count: number, level = 0.95): Interval {
  const tail = (1 - level) / 2
  return {
    lower: count === 0 ? 0 : chiSquareQuantile(tail, 2 * count) / 2,
    upper: chiSquareQuantile(1 - tail, 2 * count + 2) / 2,
  }
}

/** Byar's approximation; close to exact from about 5 events on, wrong near 0. */
export function byarInterval(count: number, level = 0.95): Interval {
  const z = normalQuantile(1 - (1 - level) / 2)
  const bound = (n: number, side: number) => {
    const base = 1 - 1 / (9 * n) + (side * z) / (3 * Math.sqrt(n))
    return n * base * base * base
  }
  return { lower: count === 0 ? 0 : bound(count, -1), upper: bound(count + 1, 1) }
}

/** Chance of at least `count` events when `expected` are expected. */
export function poissonAtLeast(count: number, expected: number): number {
  return count <= 0 ? 1 : gammaBelow(count, expected)
}

/** Wilson's score interval of a proportion (1927), never outside 0…1. */
export function wilsonInterval(hits: number, trials: number, level = 0.95): Interval {
  const z = normalQuantile(1 - (1 - level) / 2)
  const share = hits / trials
  const scale = 1 + (z * z) / trials
  const centre = share + (z * z) / (2 * trials)
  const reach = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))
  return { lower: Math.max(0, (centre - reach) / scale), upper: Math.min(1, (centre + reach) / scale) }
}

/**
 * Chance that something flagged is truly so, by Bayes' rule: what a flag is worth at a low base rate.
 * 0.5 % prevalence with sensitivity 90 % and specificity 95 % gives 8.3 %.
 */
export function positivePredictiveValue(prevalence: number, sensitivity: number, specificity: number): number {
  const caught = prevalence * sensitivity
  return caught / (caught + (1 - prevalence) * (1 - specificity))
}
