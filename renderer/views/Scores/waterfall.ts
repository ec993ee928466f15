import type { ScorePart } from '#shared/model/score.ts'

/** A contribution as a bar between two running totals. */
export interface Step {
  part: ScorePart
  from: number
  to: number
}

export interface Waterfall {
  steps: Step[]
  /** ends of the axis */
  low: number
  high: number
}

/** Contributions from the largest to the smallest, each starting where the last one ended; the last ends at the score. */
export function waterfallOf(parts: readonly ScorePart[]): Waterfall {
  const sorted = parts.toSorted((a, b) => (b.contribution ?? 0) - (a.contribution ?? 0))
  let total = 0
  const steps = sorted.map((part) => {
    const from = total
    total += part.contribution ?? 0
    return { part, from, to: total }
  })
  const ends = [0, ...steps.map(({ to }) => to)]
  return { steps, low: Math.min(...ends), high: Math.max(...ends) }
}

/** Where a value lies on the axis, in per cent; the middle when everything is zero. */
export function shareOf({ low, high }: Pick<Waterfall, 'low' | 'high'>, value: number): number {
  return high === low ? 0 : ((value - low) / (high - low)) * 100
}
