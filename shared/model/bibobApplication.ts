import { z } from 'zod'
import { EntityKey } from './entity.ts'

/** A whole day, `2026-01-05`. */
const Day = z.iso.date()

/** The days of an application on which a clock starts, stands still or ends; null while that has not happened. */
export const BibobDays = z.object({
  received: Day.nullable(),
  /** the question form is there and complete */
  complete: Day.nullable(),
  /** the Landelijk Bureau Bibob was asked for advice */
  adviceAsked: Day.nullable(),
  /** the bureau extended its term, which it may do once (Wet Bibob art. 15) */
  isExtended: z.boolean(),
  /** while the bureau waits for data its clock stands still; `to` null while it waits */
  stops: z.array(z.object({ from: Day, to: Day.nullable() })).max(20),
  adviceReceived: Day.nullable(),
  /** the applicant was told what the municipality means to decide */
  intention: Day.nullable(),
  /** his view came in, or the term for it went by (Wet Bibob art. 33) */
  view: Day.nullable(),
  decided: Day.nullable(),
})
export type BibobDays = z.infer<typeof BibobDays>

/** The degree of danger the municipality itself concludes to, per ground of art. 3 lid 1. */
export const BibobDanger = z.enum(['none', 'lesser', 'serious'])
export type BibobDanger = z.infer<typeof BibobDanger>

export const BibobOutcome = z.enum(['granted', 'conditions', 'refused', 'revoked', 'not-handled'])
export type BibobOutcome = z.infer<typeof BibobOutcome>

/** What the officer notes of one application; judged by a human in everything. */
export const BibobApplication = z.object({
  applicant: EntityKey,
  /** the decision asked for: `exploitatievergunning` */
  decision: z.string().trim().max(200),
  /** why there is an investigation: policy, a tip (art. 26), advice of the RIEC */
  occasion: z.string().trim().max(4000),
  /** the public prosecutor pointed to Bibob (art. 26); the RIEC advised */
  prosecutorTip: z.boolean().default(false),
  riecAdvice: z.boolean().default(false),
  /** whether the business runs already; null while that is not known */
  isOpen: z.boolean().nullable().default(null),
  /** what the investigation has to answer */
  questions: z.string().trim().max(4000).default(''),
  /** papers that go with it, one on a line */
  annexes: z.string().trim().max(4000).default(''),
  days: BibobDays,
  /** to use benefits of offences (art. 3 lid 1 onder a), to commit them (onder b) */
  danger: z.object({ a: BibobDanger.nullable(), b: BibobDanger.nullable() }),
  /** on which facts the conclusion and the decision rest */
  motive: z.string().trim().max(8000),
  outcome: BibobOutcome.nullable(),
})
export type BibobApplication = z.infer<typeof BibobApplication>

/** All that whoever is no Bibob officer may know of an investigation. */
export const BibobStatus = z.enum(['running', 'finished'])
export type BibobStatus = z.infer<typeof BibobStatus>

/** What the days amount to. */
export const BibobClock = z.object({
  /** the last day for the advice; null when none was asked or the clock stands still */
  adviceDue: Day.nullable(),
  /** the last day the advice may be used for another decision (art. 29); null as long as none came */
  adviceUsableUntil: Day.nullable(),
  stoppedDays: z.number().int(),
  /** since when the clock of the bureau stands still */
  stoppedSince: Day.nullable(),
  /** the term for the decision is suspended from asking for advice until it comes (art. 31) */
  suspended: z.object({ from: Day, to: Day.nullable() }).nullable(),
})
export type BibobClock = z.infer<typeof BibobClock>
