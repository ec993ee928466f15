import { z } from 'zod'
import { readResource } from '../resources.ts'
import { pairTiers, type PairTier } from '../store/linkPairs.ts'

/** How often a level occurs among pairs that are the same (m) and among pairs that are not (u). */
const Level = z.strictObject({
  m: z.number().positive().max(1),
  u: z.number().positive().max(1),
  /** how exact a pair can still be called with this level; absent where it says nothing of that */
  tier: z.enum(pairTiers).optional(),
})

const Comparison = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** levels from more to less alike; none weighs more than the one before it. A level can stand in several such chains. */
  chains: z.array(z.array(z.string())),
  /** levels whose u is how common the value itself is, smoothed with the u given here */
  byFrequency: z.array(z.string()),
  /** by level: under which name its values are counted, where that is not the comparison itself */
  countedAs: z.record(z.string(), z.string()).default({}),
  /** the comparison among whose equals u was counted, because the two go together: two firms called bakery are both in bread; said before this one */
  within: z.string().optional(),
  /** said only when it is so, and no part of what could have been compared */
  optional: z.boolean().default(false),
  levels: z.record(z.string(), Level),
})

const LevelsOf = z.strictObject({
  comparison: z.string(),
  /** none: one of the two records says nothing of it */
  levels: z.array(z.string()),
})

/** Weights as data: estimated once, versioned, never changed by the user's data. */
export const LinkModel = z.strictObject({
  version: z.number().int(),
  about: z.string(),
  comparisons: z.array(Comparison),
  /** ways in which a pair has what linking without a human needs: of one of them, every comparison must reach one of its levels */
  automaticNeeds: z.array(z.array(LevelsOf)),
  /** levels at which a pair is not even proposed, however much the rest agrees: two brothers share all but their first names */
  excludes: z.array(LevelsOf),
})
export type LinkModel = z.infer<typeof LinkModel>

const Thresholds = z.strictObject({
  /** log2 odds, prior included, from which a pair links by itself */
  automatic: z.number(),
  /** and from which a human is asked */
  proposal: z.number(),
  /** bits by which the records of two clusters must agree on average before the clusters become one */
  cohesion: z.number(),
  /** as many observations as the u of the model counts for beside the values of the vault */
  smoothing: z.number(),
})
export type Thresholds = z.infer<typeof Thresholds>

/** The same for every set and every party. */
export const thresholds: Thresholds = readResource(Thresholds, 'linking', 'thresholds.json')

export function readLinkModel(name: string): LinkModel {
  return readResource(LinkModel, 'linking', `${name}.json`)
}

/** `log2(m / u)`: what a level adds to the log2 odds (Fellegi and Sunter 1969). */
export function levelWeight({ m, u }: { m: number; u: number }): number {
  return Math.log2(m / u)
}

/** The less exact of two. */
export function lesserTier(first: PairTier, second: PairTier): PairTier {
  return pairTiers.indexOf(first) > pairTiers.indexOf(second) ? first : second
}
