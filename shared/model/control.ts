import { z } from 'zod'
import { SourceDate } from './entity.ts'
import { Phenomenon } from './score.ts'

export const ControlOutcome = z.enum(['confirmed', 'not-confirmed', 'unknown'])
export type ControlOutcome = z.infer<typeof ControlOutcome>

/** An address to inspect. Why it is on the list is not told: whoever inspects should not know. */
export const ControlItem = z.object({
  position: z.number().int(),
  addressId: z.number().int(),
  address: z.string(),
  area: z.string(),
  outcome: ControlOutcome.nullable(),
})
export type ControlItem = z.infer<typeof ControlItem>

export const ControlList = z.object({
  id: z.number().int(),
  at: z.string(),
  by: z.string(),
  phenomenon: Phenomenon,
  /** the same seed, set and registers draw the same list */
  seed: z.string(),
  size: z.number().int(),
  /** how many outcomes are in; the scoreboard takes in a list when all are */
  done: z.number().int(),
})
export type ControlList = z.infer<typeof ControlList>

/** Outcomes with the share confirmed of those that were confirmed or not, and its 95 % Wilson interval. */
export const HitRate = z.object({
  confirmed: z.number().int(),
  notConfirmed: z.number().int(),
  unknown: z.number().int(),
  share: z.number().nullable(),
  lower: z.number(),
  upper: z.number(),
})
export type HitRate = z.infer<typeof HitRate>

/** What controls found, of lists that are complete: chosen by score against drawn at random. */
export const Scoreboard = z.object({
  lists: z.number().int(),
  open: z.number().int(),
  byPhenomenon: z.array(z.object({ phenomenon: Phenomenon, attention: HitRate, chance: HitRate })),
  byIndicator: z.array(z.object({ indicator: z.string(), label: z.string(), outcomes: HitRate })),
  /** `predicted`: mean chance of class hoger at the areas inspected there, beside what was found */
  byWijk: z.array(z.object({ code: z.string(), name: z.string(), predicted: z.number().nullable(), attention: HitRate, chance: HitRate })),
})
export type Scoreboard = z.infer<typeof Scoreboard>

/** One way of ranking areas as of a past day, against what was found after it. */
export const BacktestMethod = z.object({
  name: z.enum(['score', 'raw', 'chance']),
  /** of all later findings, the share that lay in the areas on top, with its 95 % Wilson interval */
  share: z.number().nullable(),
  lower: z.number(),
  upper: z.number(),
  found: z.number(),
  /** areas on top with at least one later finding */
  hitAreas: z.number(),
})
export type BacktestMethod = z.infer<typeof BacktestMethod>

/** Scores as of a past day, made of what had been delivered by then, against the findings of the months after. */
export const Backtest = z.object({
  phenomenon: Phenomenon,
  /** last day of what was known */
  day: SourceDate,
  /** last day of what was found after */
  until: SourceDate,
  areas: z.number().int(),
  /** how many areas count as on top */
  top: z.number().int(),
  findings: z.number().int(),
  methods: z.array(BacktestMethod),
  /** day of the newest delivery each indicator could be counted from, none after `day`; null where nothing had been delivered */
  known: z.array(z.object({ indicator: z.string(), label: z.string(), newest: SourceDate.nullable() })),
})
export type Backtest = z.infer<typeof Backtest>
