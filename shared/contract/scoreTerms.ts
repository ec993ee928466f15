import { z } from 'zod'
import { Destruction, DestructionMotive } from '../model/destruction.ts'
import { SetSummary } from '../model/scoreSet.ts'
import { command, query } from './procedure.ts'

const watching = { roles: ['director', 'analyst', 'privacyOfficer'], purpose: false, compartment: 'index' } as const

export const ScoreTerms = z.object({
  months: z.number().int(),
  /** the sets of which the term is over, oldest first; null where nothing keeps them, `standing` for the one that counts now, `case` where a score played a role in a case */
  sets: z.array(SetSummary.extend({ stays: z.enum(['standing', 'case']).nullable() })),
  /** what was asked to be destroyed and not yet decided on, with of how many sets that still can be */
  asked: Destruction.extend({ count: z.number().int() }).nullable(),
})
export type ScoreTerms = z.infer<typeof ScoreTerms>

export const scoreTerms = {
  'score.terms': query(z.object({}), ScoreTerms, { ...watching, logs: null, reads: ['scores', 'cases'] }),
  /** All that is due; somebody else decides. */
  'score.askDestruction': command(z.object({ motive: DestructionMotive }), Destruction, {
    ...watching,
    logs: () => ({ action: 'score-destruction-ask' }),
    outcome: ({ number }) => number,
    writes: ['scores'],
  }),
  /** By a director, and not by who asked. */
  'score.decideDestruction': command(z.object({ id: z.number().int(), approve: z.boolean() }), z.null(), {
    ...watching,
    roles: ['director'],
    logs: ({ id, approve }) => ({ action: 'score-destruction', object: `aanvraag ${id} ${approve ? 'vernietigd' : 'niet vernietigd'}` }),
    writes: ['scores'],
  }),
}
