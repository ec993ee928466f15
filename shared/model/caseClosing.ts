import { z } from 'zod'

/** How long a closed case is kept; the years of each stand with the other terms (`retention.ts`). */
export const RetentionClass = z.enum(['regular', 'unfounded', 'archive'])
export type RetentionClass = z.infer<typeof RetentionClass>

/** With what a case is closed. */
export const CaseClosing = z.object({
  /** what came of it, per intervention, and what worked */
  result: z.string().trim().min(20).max(4000),
  retentionClass: RetentionClass,
  /** the last day on which somebody still watches */
  monitoringUntil: z.iso.date(),
})
export type CaseClosing = z.infer<typeof CaseClosing>
