import { z } from 'zod'

/** Where a log begins since its oldest lines were destroyed, and who decided so. */
export const LogHead = z.object({
  /** the last line before it, and its moment */
  until: z.number().int(),
  untilAt: z.string(),
  /** how many lines up to there went, and how many stay because they prove a destruction */
  gone: z.number().int(),
  kept: z.number().int(),
  askedBy: z.string(),
  endedBy: z.string(),
  endedAt: z.string(),
})
export type LogHead = z.infer<typeof LogHead>
