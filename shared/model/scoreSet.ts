import { z } from 'zod'
import { SourceDate } from './entity.ts'
import { HalfLife } from './indicator.ts'
import { Proposal } from './proposal.ts'
import { AttentionClass, Phenomenon, ScoreLevel } from './score.ts'

/** `official` is what counts; `what-if` is the same data with other weights or half-lives, kept beside it; `past` is as of an earlier day. */
export const SetKind = z.enum(['official', 'what-if', 'past'])
export type SetKind = z.infer<typeof SetKind>

export const ScoreSet = z.object({
  id: z.number().int(),
  at: z.string(),
  by: z.string(),
  /** day the counts stand for */
  referenceDate: SourceDate,
  indicatorSet: z.number().int(),
  /** hash over definitions, data and seed; equal hash, equal numbers */
  hash: z.string(),
  /** hash over the numbers themselves; a score set made again must give the same */
  resultHash: z.string(),
  seed: z.number().int(),
  /** data or definitions changed since */
  isStale: z.boolean(),
  counts: z.array(z.object({ phenomenon: Phenomenon, level: ScoreLevel, lower: z.number(), average: z.number(), higher: z.number(), insufficient: z.number() })),
})
export type ScoreSet = z.infer<typeof ScoreSet>

/** A stored set as it stands in a list. */
export const SetSummary = z.object({
  id: z.number().int(),
  kind: SetKind,
  label: z.string(),
  at: z.string(),
  by: z.string(),
  referenceDate: SourceDate,
  indicatorSet: z.number().int(),
  /** version of the formulas it was made with */
  formulas: z.string(),
  /** hash over its numbers */
  resultHash: z.string(),
})
export type SetSummary = z.infer<typeof SetSummary>

/** How the log names a set and its numbers, so that neither can be changed afterwards without the log telling. */
export function setMark({ id, resultHash }: Pick<SetSummary, 'id' | 'resultHash'>): string {
  return `set ${id}: ${resultHash}`
}

/** Points per indicator id; those of one phenomenon and subject add up to 100. Indicators not named keep theirs. */
export const Weights = z.record(z.string().max(60), z.number().int().min(0).max(100))
export type Weights = z.infer<typeof Weights>

/** Months per indicator id, null where a half-life is taken away. Indicators not named keep theirs. */
export const HalfLives = z.record(z.string().max(60), HalfLife.nullable())

/** Other points or half-lives than those that hold, to try or to propose. */
export const IndicatorChanges = z.object({ weights: Weights, halfLives: HalfLives })
export type IndicatorChanges = z.infer<typeof IndicatorChanges>

/** An area or branch in two sets. */
export const ComparedScore = z.object({
  code: z.string(),
  name: z.string(),
  score: z.number().nullable(),
  class: AttentionClass,
  rank: z.number().int().nullable(),
  otherScore: z.number().nullable(),
  otherClass: AttentionClass,
  otherRank: z.number().int().nullable(),
})
export type ComparedScore = z.infer<typeof ComparedScore>

/** A change of weights and half-lives: proposed by one, decided on by another; approved, it makes a version of the set of indicators. */
export const WeightProposal = Proposal.extend(IndicatorChanges.shape)
export type WeightProposal = z.infer<typeof WeightProposal>

/** Whether a stored set comes out the same when it is computed again from what it was made of. */
export const SetCheck = SetSummary.extend({
  /** false where the set is of a version of the formulas that this application no longer has */
  isComparable: z.boolean(),
  /** to the last bit, every row that is shown of it included */
  isSame: z.boolean(),
  /** the log names the set with the hash it has now; null where that line went after its term */
  isLogged: z.boolean().nullable(),
})
export type SetCheck = z.infer<typeof SetCheck>
