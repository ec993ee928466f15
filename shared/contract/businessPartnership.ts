import { z } from 'zod'
import { BusinessPartnership, PartnerSuggestion } from '../model/businessPartnership.ts'
import { EntityKey } from '../model/entity.ts'
import { command, query } from './procedure.ts'

const bibobWork = { roles: ['bibobOfficer'], purpose: true, compartment: 'bibob' } as const

/** A partnership as an officer established it. */
export const SetPartnership = BusinessPartnership.extend({ label: z.string(), detail: z.string(), by: z.string(), at: z.string() })
export type SetPartnership = z.infer<typeof SetPartnership>

export const businessPartnership = {
  /** Those established under the case number of the purpose, and others to look at. */
  'bibob.partnerships': query(z.object({ applicant: EntityKey }), z.object({ set: z.array(SetPartnership), suggestions: z.array(PartnerSuggestion) }), {
    ...bibobWork,
    logs: ({ applicant }) => ({ action: 'bibob-view', object: `samenwerking ${applicant}` }),
    reads: ['cases', 'index'],
  }),
  /** By a human and with a motivation; there is no other way. */
  'bibob.setPartnership': command(z.object({ applicant: EntityKey, partnership: BusinessPartnership }), z.null(), {
    ...bibobWork,
    logs: ({ applicant, partnership }) => ({ action: 'bibob-change', object: `samenwerking ${applicant} ${partnership.partner} vastgesteld` }),
    writes: ['cases'],
  }),
  'bibob.dropPartnership': command(z.object({ applicant: EntityKey, partner: EntityKey }), z.null(), {
    ...bibobWork,
    logs: ({ applicant, partner }) => ({ action: 'bibob-change', object: `samenwerking ${applicant} ${partner} ingetrokken` }),
    writes: ['cases'],
  }),
}
