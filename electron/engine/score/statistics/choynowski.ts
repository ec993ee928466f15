import { poissonAtLeast } from './intervals.ts'
import type { Observation } from './shrinkage.ts'

/**
 * Choynowski's probability map (1959): how surprising each count is at the common rate; below what is expected the chance of so few, above
 * it the chance of so many. Every area counts as if it alone were looked at, so among many areas small values come by chance.
 */
export function choynowskiProbabilities(group: readonly Observation[]): number[] {
  const rate = group.reduce((sum, { count }) => sum + count, 0) / group.reduce((sum, { exposure }) => sum + exposure, 0)
  return group.map(({ count, exposure }) => {
    const expected = exposure * rate
    return count < expected ? 1 - poissonAtLeast(count + 1, expected) : poissonAtLeast(count, expected)
  })
}
