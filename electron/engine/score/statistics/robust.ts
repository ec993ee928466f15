/** Middle value; the mean of the two middle ones for an even number; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}

/** Where a value lies among its peers: centre and scale of the ruler. */
export interface Ruler {
  centre: number
  /** 0 when the peers do not differ: then every value measures 0 */
  scale: number
}

/**
 * Robust ruler: median and 1.4826 × the median absolute deviation (equals the standard deviation of a normal sample). When
 * more than half of the values are equal, 1.2533 × the mean absolute deviation instead (Iglewicz & Hoaglin 1993).
 */
export function robustRuler(values: readonly number[]): Ruler {
  if (values.length === 0) return { centre: 0, scale: 0 }
  const centre = median(values)
  const deviations = values.map((value) => Math.abs(value - centre))
  const typical = 1.4826 * median(deviations)
  if (typical > 0) return { centre, scale: typical }
  return { centre, scale: (1.2533 * deviations.reduce((sum, one) => sum + one, 0)) / deviations.length }
}

/** Distance to the centre in scales, cut off at `limit` on both sides. */
export function robustZ(value: number, ruler: Ruler, limit = 3): number {
  if (ruler.scale === 0) return 0
  return Math.min(limit, Math.max(-limit, (value - ruler.centre) / ruler.scale))
}
