import { z } from 'zod'
import type { WeighedRow } from '../../store/reviewPairs.ts'

const Parts = z.array(z.object({ comparison: z.string(), level: z.string(), weight: z.number() }))

/** Bits by field that is shown: what the comparisons of that field weighed together. */
export function weightsByField(weighed: WeighedRow | undefined): Map<string, number> {
  const weights = new Map<string, number>()
  if (!weighed) return weights
  for (const { comparison, weight } of Parts.parse(JSON.parse(weighed.parts))) weights.set(comparison, (weights.get(comparison) ?? 0) + weight)
  return weights
}
