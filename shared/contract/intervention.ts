import { z } from 'zod'
import { Intervention } from '../model/intervention.ts'
import { interventionKindLabel, interventionStatusLabel } from '../text/interventions.ts'
import { command } from './procedure.ts'

/** An intervention as it was saved last. */
export const SavedIntervention = Intervention.extend({ id: z.number().int(), subjectLabel: z.string(), changedAt: z.string(), changedBy: z.string() })
export type SavedIntervention = z.infer<typeof SavedIntervention>

const plans = { roles: ['director', 'analyst'], purpose: true, compartment: 'case' } as const

export const intervention = {
  /** Plans one, or changes the one with that id. */
  'case.saveIntervention': command(z.object({ id: z.number().int(), interventionId: z.number().int().nullable(), intervention: Intervention }), z.object({ interventionId: z.number().int() }), {
    ...plans,
    logs: ({ id, intervention: { kind, subject, status } }) => ({ action: 'case-change', object: [`casus ${id} interventie`, subject ?? '', interventionKindLabel[kind].toLowerCase(), interventionStatusLabel[status]].filter((part) => part !== '').join(' ') }),
    writes: ['cases'],
  }),
  'case.removeIntervention': command(z.object({ id: z.number().int(), interventionId: z.number().int() }), z.null(), {
    ...plans,
    logs: ({ id }) => ({ action: 'case-change', object: `casus ${id} interventie verwijderd` }),
    writes: ['cases'],
  }),
}
