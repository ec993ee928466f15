import { z } from 'zod'

/** What was found of a reference: its department stands by it, or nobody could say so. */
export const ReferenceOutcome = z.enum(['confirmed', 'unconfirmed'])
export type ReferenceOutcome = z.infer<typeof ReferenceOutcome>

/** Which references a list shows. */
export const ReferenceTermShown = z.enum(['review', 'due'])
export type ReferenceTermShown = z.infer<typeof ReferenceTermShown>
