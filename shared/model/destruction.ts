import { z } from 'zod'

/** What was asked to be destroyed, or the proof that it was; `destroyedAt` is empty until then. */
export const Destruction = z.object({
  subjectId: z.number().int(),
  number: z.string(),
  motive: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  destroyedBy: z.string(),
  destroyedAt: z.string(),
  /** SHA-256 over what it held */
  contentHash: z.string(),
  /** how much it held of what; empty until it was destroyed */
  held: z.record(z.string(), z.number().int()),
})
export type Destruction = z.infer<typeof Destruction>

/** Why it may go. */
export const DestructionMotive = z.string().trim().min(20).max(500)
