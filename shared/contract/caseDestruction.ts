import { z } from 'zod'
import { Destruction, DestructionMotive } from '../model/destruction.ts'
import { command, query } from './procedure.ts'

const deciding = { roles: ['director'], purpose: true, compartment: 'case' } as const

export const caseDestruction = {
  'case.destructions': query(z.object({}), z.array(Destruction), {
    ...deciding,
    roles: ['director', 'analyst'],
    logs: () => ({ action: 'case-view', object: 'vernietigingen' }),
    reads: ['cases'],
  }),
  /** For a closed case, with a reason; somebody else decides. */
  'case.askDestruction': command(z.object({ id: z.number().int(), motive: DestructionMotive }), Destruction, {
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
