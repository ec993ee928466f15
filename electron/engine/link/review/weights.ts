import { z } from 'zod'
import type { WeighedRow } from '../../store/reviewPairs.ts'

const Parts = z.array(z.object({ comparison: z.string(), level: z.string(), weight: z.number() }))

/** Comparisons that are shown with a field of another name: names in each other's place say something of the family name. */
const shownWith: Record<string, string> = { order: 'family-name' }

/** Bits by field that is shown: what the comparisons of that field weighed together. */
export function weightsByField(weighed: WeighedRow | undefined): Map<string, number> {
  const weights = new Map<string, number>()
  if (!weighed) return weights
  for (const { comparison, weight } of Parts.parse(JSON.parse(weighed.parts))) {
    const field = shownWith[comparison] ?? comparison
    weights.set(field, (weights.get(field) ?? 0) + weight)
  }
  return weights
}
