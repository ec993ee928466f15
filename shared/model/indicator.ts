import { z } from 'zod'
import { SourceDate } from './entity.ts'
import { Proposal } from './proposal.ts'
import { Phenomenon, ScoreSubject } from './score.ts'

/** Months after which an event counts for half, in whole steps of age (see `score/ageing.ts`). */
export const HalfLife = z.number().int().min(6).max(120).multipleOf(6)

/** One indicator as data: `resources/indicators/<id>.json`. Changed by a new version, never in place. */
export const Indicator = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().min(1),
  /** its number in the catalogue: H1, V4, W8, N1 */
  catalogue: z.string().regex(/^[A-Z]\d+$/),
  label: z.string(),
  phenomena: z.array(Phenomenon).min(1),
  subject: ScoreSubject,
  /** `context` is shown beside the score and does not count in it */
  role: z.enum(['score', 'context']),
  /** name of a measure in `electron/engine/store/measures.ts`: what is counted, and out of what */
  measure: z.string(),
  parameters: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
  /** absent: an event counts in full until it leaves the period */
  halfLife: HalfLife.optional(),
  /** kinds of delivery without which it cannot be computed */
  requires: z.array(z.string()).min(1),
  /** columns it reads; none may stand on the blocklist */
  attributes: z.array(z.string().regex(/^[a-z_]+\.[a-z_]+$/)).min(1),
  /** points; those of one phenomenon and subject add up to 100, and context has none */
  weight: z.number().int().min(0).max(100),
  direction: z.enum(['more', 'less']),
  numerator: z.string(),
  denominator: z.string(),
  /** what the rate is out of, in the plural: `woonadressen` */
  unit: z.string(),
  /** 1000 for `per 1.000`, 100 for a percentage */
  per: z.union([z.literal(100), z.literal(1000)]),
  /** Dutch sentence with the slots {observed} {exposure} {expected} */
  sentence: z.string(),
  motive: z.string(),
  pitfalls: z.string(),
  source: z.string(),
  owner: z.string(),
  since: SourceDate,
})
export type Indicator = z.infer<typeof Indicator>

/** The choices that hold for all indicators together: `resources/indicators/rules/set.json`. */
export const IndicatorSet = z.strictObject({
  version: z.number().int().min(1),
  since: SourceDate,
  owner: z.string(),
  motive: z.string(),
  /** start of every series of draws */
  seed: z.number().int(),
  draws: z.number().int().min(100),
  /** how far weights are varied: standard deviation of an average weight divided by it */
  weightSpread: z.number().positive(),
  /** below this exposure an indicator is not computed */
  minimumExposure: z.number().positive(),
  /** smaller groups are compared with the whole municipality */
  minimumPeers: z.number().int().min(2),
  /** below this share of the weights there is no score */
  minimumCompleteness: z.number().min(0).max(1),
  /** distance from the median of the peers, and the chance of lying beyond it, that make a class */
  distance: z.number().positive(),
  certainty: z.number().min(0.5).max(1),
  baseRate: z.strictObject({ prevalence: z.number(), sensitivity: z.number(), specificity: z.number(), source: z.string() }),
  /** indicators of the catalogue that are left out, with the reason */
  leftOut: z.array(z.strictObject({ catalogue: z.string(), label: z.string(), reason: z.string() })),
})
export type IndicatorSet = z.infer<typeof IndicatorSet>

/** Words an indicator may not read or name, with the ground: `resources/indicators/rules/blocklist.json`. */
export const Blocklist = z.strictObject({
  since: SourceDate,
  source: z.string(),
  entries: z.array(z.strictObject({ attribute: z.string(), words: z.array(z.string()).min(1), ground: z.string() })),
})
export type Blocklist = z.infer<typeof Blocklist>

/**
 * Which areas are compared with each other: `resources/areas/peer-groups.json`. An area falls in the first group of which it
 * meets every condition given. Densities are relative to the whole municipality.
 */
export const PeerGroups = z.strictObject({
  version: z.number().int(),
  since: SourceDate,
  owner: z.string(),
  motive: z.string(),
  source: z.string(),
  groups: z
    .array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        addressesBelow: z.number().optional(),
        dwellingShareBelow: z.number().optional(),
        relativeDensityFrom: z.number().optional(),
        relativeDensityBelow: z.number().optional(),
        reason: z.string(),
      }),
    )
    .min(1),
})
export type PeerGroups = z.infer<typeof PeerGroups>

/** A branch on the list, with the beginnings of its codes per version of the SBI. */
export const RiskBranch = z.strictObject({
  label: z.string().trim().min(3).max(80),
  codes: z.record(z.string(), z.array(z.string().regex(/^\d{2,5}$/)).max(20)),
  phenomena: z.array(Phenomenon).min(1),
  motive: z.string().trim().min(1).max(1000),
  source: z.string().trim().min(1).max(300),
})
export type RiskBranch = z.infer<typeof RiskBranch>

/** A change of the list: proposed by one, decided on by another; approved, it makes a version of the list. */
export const RiskBranchChange = Proposal.extend({
  label: z.string(),
  /** as it is to be; null takes it off the list */
  entry: RiskBranch.nullable(),
})
export type RiskBranchChange = z.infer<typeof RiskBranchChange>

/** The list of risk branches: `resources/branches/risk-branches.json`. A code stands for everything that begins with it. */
export const RiskBranches = z.strictObject({
  version: z.number().int(),
  since: SourceDate,
  owner: z.string(),
  motive: z.string(),
  remark: z.string(),
  entries: z.array(RiskBranch),
})
export type RiskBranches = z.infer<typeof RiskBranches>

/** The indicator book: what counts, what does not, and what may never count. */
export const IndicatorBook = z.object({
  set: IndicatorSet,
  indicators: z.array(Indicator),
  blocklist: Blocklist,
  peers: PeerGroups,
  riskBranches: RiskBranches,
  /** hash over everything above but the blocklist */
  hash: z.string(),
})
export type IndicatorBook = z.infer<typeof IndicatorBook>

/** The book, with the ids of the indicators of which events have an age, so that they can be given a half-life. */
export const IndicatorBookView = IndicatorBook.extend({ aging: z.array(z.string()) })
export type IndicatorBookView = z.infer<typeof IndicatorBookView>
