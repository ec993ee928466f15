import { z } from 'zod'
import { RetentionClass } from './caseClosing.ts'

const Months = z.number().int().min(1).max(240)
const Years = z.number().int().min(1).max(100)

/** How long things are kept: defaults until the privacy protocol of the municipality says otherwise (`resources/retention.json`). */
export const RetentionTerms = z.object({
  /** a signal that is not handled, from the day that was decided (CCV modelprotocol ondermijning, step 2) */
  signal: z.object({ days: z.number().int().min(1).max(3660) }),
  /** a reference in no case, after it was confirmed last; and after how long it is reviewed */
  reference: z.object({ months: Months, reviewMonths: Months }),
  /** a closed case, after the end of monitoring; null is for good (Archiefwet) */
  case: z.object({ years: z.record(RetentionClass, Years.nullable()) }),
  /** a Bibob dossier, after the decision; and for how long after it came an advice of the bureau may be used for another decision (Wet Bibob art. 29) */
  bibob: z.object({ years: Years, adviceMonths: Months }),
  /** a set of scores, after it was computed last */
  score: z.object({ months: Months }),
  /** a line of the log, and one that proves a destruction (BIO2 8.15.04) */
  log: z.object({ months: Months, destructionMonths: Months }),
})
export type RetentionTerms = z.infer<typeof RetentionTerms>

/** How much waits for a decision on its destruction, and how many references to be reviewed. */
export const DueCounts = z.object({
  cases: z.number().int(), signals: z.number().int(), references: z.number().int(), bibobDossiers: z.number().int(), scores: z.number().int(), logLines: z.number().int(),
  toReview: z.number().int(),
})
export type DueCounts = z.infer<typeof DueCounts>
