import { z } from 'zod'
import { SourceDate, SourceRef } from './entity.ts'

/** The phenomena a score exists for. Never merged into one number. */
export const Phenomenon = z.enum(['hennep', 'vastgoed', 'witwassen'])
export type Phenomenon = z.infer<typeof Phenomenon>

/** The only two subjects a score can have. There is no third: not a person, not a household, not an address. */
export const ScoreSubject = z.enum(['area', 'branch'])
export type ScoreSubject = z.infer<typeof ScoreSubject>

/** Areas a municipality draws itself, from whole buurten: business parks and the areas it works in. */
export const OwnAreaLevel = z.enum(['businessPark', 'opsArea'])
export type OwnAreaLevel = z.infer<typeof OwnAreaLevel>

/** Levels of area: CBS buurt and wijk, and those of one's own. */
export const AreaLevel = z.enum(['buurt', 'wijk', ...OwnAreaLevel.options])
export type AreaLevel = z.infer<typeof AreaLevel>

/** What is compared: a level of area or of branch (SBI division, 2 digits; group, 3 digits). */
export const ScoreLevel = z.enum(['buurt', 'wijk', 'division', 'group', ...OwnAreaLevel.options])
export type ScoreLevel = z.infer<typeof ScoreLevel>

/** `insufficient` is a class of its own, never zero. */
export const AttentionClass = z.enum(['lower', 'average', 'higher', 'insufficient'])
export type AttentionClass = z.infer<typeof AttentionClass>

/**
 * A count as it may be shown. Outside a case counts are rounded to fives and 1 to 4 is `<5`, so that nobody can be recognised
 * in them, nor by taking one from another.
 */
export const ShownCount = z.union([z.number().int().min(0), z.literal('<5')])
export type ShownCount = z.infer<typeof ShownCount>

/** `exact` inside a case (purpose and role were checked); `rounded` everywhere else: everything computed from counts as they are shown. */
export const CountView = z.enum(['exact', 'rounded'])
export type CountView = z.infer<typeof CountView>

/** Which delivery an indicator was counted from; `received` is the day it was taken in, for those that name no day of their own. */
export const ScoreSource = z.object({ kind: z.string(), supplier: z.string(), referenceDate: SourceDate.nullable(), received: SourceDate.optional() })
export type ScoreSource = z.infer<typeof ScoreSource>

/**
 * What a part was computed with, for a reader who computes it again by hand:
 * θ = m + C(O/n − m) with C = A / (A + m/n); x = ln(θ/m); z = (x − centre) / scale, cut off at ±3, with the opposite sign where
 * less is worse. Rates are per one of the exposure.
 */
export const PartFigures = z.object({
  rawRate: z.number(),
  /** θ: gamma-Poisson posterior mean and 95 % interval */
  shrunkRate: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** A: variance of the true rates in the group it was compared with */
  referenceVariance: z.number(),
  /** median of x in that group, and its scale: the larger of the robust one and the usual relative error of a rate there */
  centre: z.number(),
  scale: z.number(),
  z: z.number(),
})
export type PartFigures = z.infer<typeof PartFigures>

/** One part of a score. `contribution = weight × z`; the contributions of a score sum to it exactly. */
export const ScorePart = z.object({
  indicator: z.string(),
  version: z.number().int(),
  label: z.string(),
  /** whether its events have days of their own, so that it has a course over time */
  hasCourse: z.boolean(),
  /** what the rate is out of; it is shown `per` so many of them */
  unit: z.string(),
  per: z.number(),
  direction: z.enum(['more', 'less']),
  /** the sentence of the indicator with its values filled in */
  sentence: z.string(),
  /** observed count O, exposure n, and m × n: what the group it was compared with would lead one to expect */
  observed: ShownCount,
  exposure: z.number(),
  expected: z.number(),
  /**
   * where older events count for less: the months after which one counts for half, what all together count for, and the count and exposure
   * that carry as much, from which the rest was computed; null where all count in full
   */
  faded: z.object({ halfLife: z.number().int(), weighted: z.number(), count: z.number(), exposure: z.number() }).nullable(),
  /** m: mean rate of the group it was compared with, which group that was and of how many */
  referenceRate: z.number(),
  referenceGroup: z.string(),
  referenceSize: z.number().int(),
  /** null where counts are rounded: rates would give them away */
  figures: PartFigures.nullable(),
  /** after renormalising over the indicators that could be computed */
  weight: z.number(),
  /** null when there is no score to contribute to */
  contribution: z.number().nullable(),
  /** the class without this indicator; where it differs the class leans on this one alone */
  classWithout: AttentionClass,
  sources: z.array(ScoreSource),
})
export type ScorePart = z.infer<typeof ScorePart>

/** An attention score (aandachtscore) of an area or a branch for one phenomenon. */
export const AttentionScore = z.object({
  subject: ScoreSubject,
  /** CBS code, or SBI version and code: `BU00340101`, `2008:56`, `2025:561` */
  code: z.string(),
  name: z.string(),
  /** the wijk of a buurt, the division of a group, the section of a division */
  parent: z.object({ code: z.string(), name: z.string() }).nullable(),
  phenomenon: Phenomenon,
  level: ScoreLevel,
  /** null when there are not enough data */
  score: z.number().nullable(),
  /** 90 % interval from the seeded simulation */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  class: AttentionClass,
  /** chance that the score is more than 1 above, or below, the median of its peers */
  probability: z.number().nullable(),
  probabilityLower: z.number().nullable(),
  /** share of the indicator weights that could be computed, 0…1 */
  completeness: z.number(),
  peerGroup: z.string(),
  peers: z.number().int(),
  peerMedian: z.number().nullable(),
  /** place from the top among all scored at this level (and in this version of the SBI), equal scores sharing one, with its 90 % interval */
  rank: z.number().int().nullable(),
  rankLower: z.number().int().nullable(),
  rankUpper: z.number().int().nullable(),
  /** events counted over all indicators of the score, and the addresses or vestigingen there are */
  observed: ShownCount,
  exposure: z.number(),
})
export type AttentionScore = z.infer<typeof AttentionScore>

/** An indicator shown beside a score that does not count in it: how densely was inspected. */
export const ContextFigure = z.object({
  indicator: z.string(),
  label: z.string(),
  hasCourse: z.boolean(),
  sentence: z.string(),
  observed: ShownCount,
  exposure: z.number(),
  expected: z.number(),
  unit: z.string(),
  per: z.number(),
  referenceRate: z.number(),
  referenceGroup: z.string(),
  sources: z.array(ScoreSource),
})
export type ContextFigure = z.infer<typeof ContextFigure>

/** An indicator that could not be computed here, with the weight it would have had and why. */
export const MissingPart = z.object({ indicator: z.string(), label: z.string(), weight: z.number(), reason: z.string() })
export type MissingPart = z.infer<typeof MissingPart>

/** What a flag is worth at a low base rate (Bayes), with the figures it is computed from. */
export const BaseRate = z.object({ prevalence: z.number(), sensitivity: z.number(), specificity: z.number(), value: z.number(), source: z.string() })
export type BaseRate = z.infer<typeof BaseRate>

/** A score with all it is made of. */
export const Explanation = z.object({
  score: AttentionScore,
  parts: z.array(ScorePart),
  context: z.array(ContextFigure),
  missing: z.array(MissingPart),
  baseRate: BaseRate,
  /** whether counts are as they are or rounded for outside a case */
  counts: CountView,
  /** day the counts stand for */
  referenceDate: SourceDate,
  /** version of the set of indicators */
  indicatorSet: z.number().int(),
  isStale: z.boolean(),
})
export type Explanation = z.infer<typeof Explanation>

/** A row behind a part; in words a reader can check against the source. */
export const EvidenceRow = z.object({
  source: SourceRef,
  date: SourceDate.nullable(),
  text: z.string(),
  place: z.string(),
  /** what it counts for by its age, 0…1; 1 where age does not count */
  counts: z.number(),
})
export type EvidenceRow = z.infer<typeof EvidenceRow>
