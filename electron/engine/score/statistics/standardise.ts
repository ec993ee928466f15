import { poissonInterval, type Interval } from './intervals.ts'

/** Events and exposure of one stratum: of the area itself, or of the standard it is compared with. */
export interface Stratum {
  events: number
  exposure: number
}

export interface StandardisedRatio extends Interval {
  observed: number
  expected: number
  /** observed ÷ expected */
  ratio: number
}

/**
 * Indirect standardisation: expected events at the standard's rate in each stratum, and observed against expected.
 * Interval: that of the observed count divided by the expected one (Breslow & Day 1987).
 * @param standard strata in the same order as `area`
 */
export function standardiseIndirectly(area: readonly Stratum[], standard: readonly Stratum[]): StandardisedRatio {
  const observed = area.reduce((sum, stratum) => sum + stratum.events, 0)
  const expected = area.reduce((sum, stratum, k) => {
    const reference = standard[k]
    return reference ? sum + (stratum.exposure * reference.events) / reference.exposure : sum
  }, 0)
  const { lower, upper } = poissonInterval(observed)
  return { observed, expected, ratio: observed / expected, lower: lower / expected, upper: upper / expected }
}
