import { z } from 'zod'

/** How long a closed case is kept; the years stand in {@link retentionYears}. */
export const RetentionClass = z.enum(['regular', 'unfounded', 'archive'])
export type RetentionClass = z.infer<typeof RetentionClass>

/** Years after the end of monitoring; null is for good (Archiefwet). Defaults until the privacy protocol of the municipality says otherwise. */
export const retentionYears: Readonly<Record<RetentionClass, number | null>> = { regular: 5, unfounded: 1, archive: null }

/** With what a case is closed. */
export const CaseClosing = z.object({
  /** what came of it, per intervention, and what worked */
  result: z.string().trim().min(20).max(4000),
  retentionClass: RetentionClass,
  /** the last day on which somebody still watches */
  monitoringUntil: z.iso.date(),
})
export type CaseClosing = z.infer<typeof CaseClosing>
