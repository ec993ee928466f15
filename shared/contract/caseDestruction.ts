import { z } from 'zod'
import { Destruction, DestructionGround, DestructionMotive } from '../model/destruction.ts'
import { command, query } from './procedure.ts'

const deciding = { roles: ['director'], purpose: true, compartment: 'case' } as const

export const caseDestruction = {
  'case.destructions': query(z.object({}), z.array(Destruction), {
    ...deciding,
    roles: ['director', 'analyst'],
    logs: () => ({ action: 'case-view', object: 'vernietigingen' }),
    reads: ['cases'],
  }),
  /** For a closed case whose time is over, or on request of who it is about; with a reason, and somebody else decides. */
  'case.askDestruction': command(z.object({ id: z.number().int(), motive: DestructionMotive, ground: DestructionGround.default('term') }), Destruction, {
    ...deciding,
    roles: ['director', 'analyst'],
    logs: ({ id, ground }) => ({ action: 'case-destruction-ask', object: `casus ${id}${ground === 'request' ? ' op verzoek (AVG art. 17)' : ''}` }),
    writes: ['cases'],
  }),
  /** By a director, and not by who asked. */
  'case.decideDestruction': command(z.object({ id: z.number().int(), approve: z.boolean() }), z.null(), {
    ...deciding,
    logs: ({ id, approve }) => ({ action: 'case-destruction', object: `casus ${id} ${approve ? 'vernietigd' : 'niet vernietigd'}` }),
    writes: ['cases'],
  }),
}
