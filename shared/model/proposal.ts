import { z } from 'zod'

/** A change that takes two people: proposed by one, decided on by another; approved, it makes a version of what it changes. */
export const Proposal = z.object({
  id: z.number().int(),
  at: z.string(),
  by: z.string(),
  motive: z.string(),
  decision: z.enum(['open', 'approved', 'rejected']),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedMotive: z.string(),
  /** version it made */
  version: z.number().int().nullable(),
  /** whether whoever asks made it, and so cannot decide on it */
  isOwn: z.boolean(),
})
export type Proposal = z.infer<typeof Proposal>
