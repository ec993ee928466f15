import { z } from 'zod'
import { Destruction, DestructionMotive } from '../model/destruction.ts'
import { command, query } from './procedure.ts'

/** Outside the compartment: a second person decides who need not know of whom the dossier is, and a municipality may have one Bibob officer. */
const deciding = { roles: ['director', 'bibobOfficer'], purpose: false, compartment: 'open' } as const

export const BibobTerms = z.object({
  /** after the decision */
  years: z.number().int(),
  /** the dossiers of which the term is over, oldest decision first: a case number and days, and nothing of what or whom they are about */
  dossiers: z.array(
    z.object({
      id: z.number().int(),
      caseNumber: z.string(),
      decided: z.iso.date(),
      /** the last day it was to be kept */
      keptUntil: z.iso.date(),
      /** what was asked and not yet decided on */
      asked: Destruction.nullable(),
    }),
  ),
  /** under how many case numbers something stands without a decision: no term runs for these */
  undecided: z.number().int(),
})
export type BibobTerms = z.infer<typeof BibobTerms>

export const bibobTerms = {
  'bibob.terms': query(z.object({}), BibobTerms, { ...deciding, logs: () => ({ action: 'bibob-view', object: 'bewaartermijn' }), reads: ['cases'] }),
  /** For a dossier whose time is over; somebody else decides. */
  'bibob.askDestruction': command(z.object({ id: z.number().int(), motive: DestructionMotive }), Destruction, {
    ...deciding,
    logs: ({ id }) => ({ action: 'bibob-destruction-ask', object: `dossier ${id}` }),
    outcome: ({ number }) => number,
    writes: ['cases'],
  }),
  /** Not by who asked. */
  'bibob.decideDestruction': command(z.object({ id: z.number().int(), approve: z.boolean() }), z.null(), {
    ...deciding,
    logs: ({ id, approve }) => ({ action: 'bibob-destruction', object: `dossier ${id} ${approve ? 'vernietigd' : 'niet vernietigd'}` }),
    writes: ['cases'],
  }),
}
