import { z } from 'zod'
import { Destruction, DestructionMotive } from '../model/destruction.ts'
import { LogHead } from '../model/logHead.ts'
import { command, job, query } from './procedure.ts'

const overseers = { roles: ['director', 'admin', 'privacyOfficer'], purpose: false, compartment: 'accountability' } as const

export const LogTerms = z.object({
  months: z.number().int(),
  /** of lines that prove a destruction */
  destructionMonths: z.number().int(),
  /** the lines that are too old; how many go when the log is ended there, and how many before that line stay because they prove a destruction */
  due: z.object({ from: z.number().int(), until: z.number().int(), firstAt: z.string(), lastAt: z.string(), going: z.number().int(), staying: z.number().int() }).nullable(),
  head: LogHead.nullable(),
  /** what was asked to be destroyed and not yet decided on: the lines up to `subjectId` */
  asked: Destruction.extend({ going: z.number().int() }).nullable(),
})
export type LogTerms = z.infer<typeof LogTerms>

export const logTerms = {
  'audit.terms': query(z.object({}), LogTerms, { ...overseers, logs: () => ({ action: 'log-view', object: 'bewaartermijn' }), reads: ['log'] }),
  /** All lines that are too old; somebody else decides. */
  'audit.askDestruction': command(z.object({ motive: DestructionMotive }), Destruction, {
    ...overseers,
    logs: () => ({ action: 'log-destruction-ask' }),
    outcome: ({ number, subjectId }) => `${number}, tot en met regel ${subjectId}`,
    writes: ['log'],
  }),
  /** By a director or privacy officer, and not by who asked. Only in a log that is whole, which takes its time in a long one. */
  'audit.decideDestruction': job(z.object({ id: z.number().int(), approve: z.boolean() }), z.null(), {
    ...overseers,
    roles: ['director', 'privacyOfficer'],
    logs: ({ id, approve }) => ({ action: 'log-destruction', object: `tot en met regel ${id} ${approve ? 'vernietigd' : 'niet vernietigd'}` }),
    writes: ['log', 'vault'],
  }),
}
