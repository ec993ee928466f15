import { z } from 'zod'
import { command, query } from './procedure.ts'

const deciding = { roles: ['director'], purpose: true, compartment: 'case' } as const

/** What was asked to be destroyed, or the proof that it was; `destroyedAt` is empty until then. */
export const CaseDestruction = z.object({
  caseId: z.number().int(),
  number: z.string(),
  motive: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  destroyedBy: z.string(),
  destroyedAt: z.string(),
  contentHash: z.string(),
  subjects: z.number().int(),
  statements: z.number().int(),
  exports: z.number().int(),
})
export type CaseDestruction = z.infer<typeof CaseDestruction>

export const caseDestruction = {
  'case.destructions': query(z.object({}), z.array(CaseDestruction), {
    ...deciding,
    roles: ['director', 'analyst'],
    logs: () => ({ action: 'case-view', object: 'vernietigingen' }),
    reads: ['cases'],
  }),
  /** For a closed case, with a reason; somebody else decides. */
  'case.askDestruction': command(z.object({ id: z.number().int(), motive: z.string().trim().min(20).max(500) }), CaseDestruction, {
    ...deciding,
    roles: ['director', 'analyst'],
    logs: ({ id }) => ({ action: 'case-destruction-ask', object: `casus ${id}` }),
    writes: ['cases'],
  }),
  /** By a director, and not by who asked. */
  'case.decideDestruction': command(z.object({ id: z.number().int(), approve: z.boolean() }), z.null(), {
    ...deciding,
    logs: ({ id, approve }) => ({ action: 'case-destruction', object: `casus ${id} ${approve ? 'vernietigd' : 'niet vernietigd'}` }),
    writes: ['cases'],
  }),
}
