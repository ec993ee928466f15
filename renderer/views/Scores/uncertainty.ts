import type { AttentionScore } from '#shared/model/score.ts'

/** The class gemiddeld runs from 1 below the median to 1 above it. */
const WIDEST_SURE = 2

/** Whether the interval is wider than the whole class gemiddeld, so that the score leaves every class open. */
export function isUnsure({ lower, upper }: Pick<AttentionScore, 'lower' | 'upper'>): boolean {
  return lower !== null && upper !== null && upper - lower > WIDEST_SURE
}
