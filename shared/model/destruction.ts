import { z } from 'zod'

/** What is destroyed by two people. */
export const DestroyedKind = z.enum(['case', 'signal', 'reference', 'score', 'bibob', 'log'])
export type DestroyedKind = z.infer<typeof DestroyedKind>

/** Why something may be destroyed: its time is over, or who it is about asked for it (AVG art. 17). */
export const DestructionGround = z.enum(['term', 'request'])
export type DestructionGround = z.infer<typeof DestructionGround>

/** What was asked to be destroyed, or the proof that it was; `destroyedAt` is empty until then. */
export const Destruction = z.object({
  subjectId: z.number().int(),
  number: z.string(),
  ground: DestructionGround,
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
