import { z } from 'zod'
import { SourceDate, SourceRef } from './entity.ts'

/** The phenomena a score exists for. Never merged into one number. */
export const Phenomenon = z.enum(['hennep', 'vastgoed', 'witwassen'])
export type Phenomenon = z.infer<typeof Phenomenon>

/** The only two subjects a score can have. There is no third: not a person, not a household, not an address. */
export const ScoreSubject = z.enum(['area', 'branch'])
export type ScoreSubject = z.infer<typeof ScoreSubject>

/** What is compared: a level of area (CBS buurt, wijk) or of branch (SBI division, 2 digits; group, 3 digits). */
export const ScoreLevel = z.enum(['buurt', 'wijk', 'division', 'group'])
export type ScoreLevel = z.infer<typeof ScoreLevel>

/** `insufficient` is a class of its own, never zero. */
export const AttentionClass = z.enum(['lower', 'average', 'higher', 'insufficient'])
export type AttentionClass = z.infer<typeof AttentionClass>

/** One indicator as data: `resources/indicators/*.json`. Changed by a new version, never in place. */
export const Indicator = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().min(1),
  label: z.string(),
  phenomenon: Phenomenon,
  subject: ScoreSubject,
  /** name of a function in `electron/engine/score/measures.ts` */
  measure: z.string(),
  parameters: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
  weight: z.number().positive(),
  direction: z.enum(['more', 'less']),
  numerator: z.string(),
  denominator: z.string(),
  /** what the register says of the unit: `per 1.000 verblijfsobjecten` */
  unit: z.string(),
  explanation: z.string(),
  motive: z.string(),
  pitfalls: z.string(),
  source: z.string(),
  owner: z.string(),
  since: SourceDate,
})
export type Indicator = z.infer<typeof Indicator>

/** One part of a score. `contribution = weight × z`; the contributions of a score sum to it exactly. */
export const ScorePart = z.object({
  indicator: z.string(),
  version: z.number().int(),
  label: z.string(),
  unit: z.string(),
  /** observed count O and exposure n */
  observed: z.number(),
  exposure: z.number(),
  expected: z.number(),
  rawRate: z.number(),
  /** gamma-Poisson posterior mean and 95 % interval, same unit as rawRate */
  shrunkRate: z.number(),
  lower: z.number(),
  upper: z.number(),
  z: z.number(),
  /** after renormalising over the indicators that could be computed */
  weight: z.number(),
  contribution: z.number(),
  evidence: z.number().int(),
  sources: z.array(z.object({ label: z.string(), referenceDate: SourceDate.nullable() })),
})
export type ScorePart = z.infer<typeof ScorePart>

/** An attention score (aandachtscore) of an area or a branch for one phenomenon. */
export const AttentionScore = z.object({
  subject: ScoreSubject,
  code: z.string(),
  name: z.string(),
  phenomenon: Phenomenon,
  level: ScoreLevel,
  /** null when there are not enough data */
  score: z.number().nullable(),
  /** 90 % interval from the seeded simulation */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  class: AttentionClass,
  /** chance that the score is more than 1 above the median of the peers */
  probability: z.number().nullable(),
  /** share of the indicator weights that could be computed, 0…1 */
  completeness: z.number(),
  peerGroup: z.string(),
  peers: z.number().int(),
  observed: z.number(),
  exposure: z.number(),
})
export type AttentionScore = z.infer<typeof AttentionScore>

/** A row behind a part; in words a reader can check against the source. */
export const EvidenceRow = z.object({ source: SourceRef, date: SourceDate.nullable(), text: z.string(), place: z.string() })
export type EvidenceRow = z.infer<typeof EvidenceRow>
