import { z } from 'zod'
import { EntityKey, SourceDate, SourceRef } from './entity.ts'

/** The lanes of an address over time, in the order in which they are drawn. */
export const SuccessionLane = z.enum(['owner', 'company', 'resident', 'permit', 'signal', 'measure'])
export type SuccessionLane = z.infer<typeof SuccessionLane>

/** Somebody or something at an address for a time. A signal says only which department knows something. */
export const SuccessionEntry = z.object({
  lane: SuccessionLane,
  label: z.string(),
  text: z.string(),
  other: EntityKey.nullable(),
  start: SourceDate.nullable(),
  end: SourceDate.nullable(),
  source: SourceRef.nullable(),
})
export type SuccessionEntry = z.infer<typeof SuccessionEntry>

export const Succession = z.object({
  /** every lane, also an empty one; entries in order of their beginning */
  lanes: z.array(z.object({ lane: SuccessionLane, entries: z.array(SuccessionEntry) })),
  /** at least 60 days between two entries in which no owner, or no company and no resident, is known */
  gaps: z.array(z.object({ what: z.enum(['owner', 'user']), from: SourceDate, to: SourceDate, days: z.number().int() })),
})
export type Succession = z.infer<typeof Succession>
