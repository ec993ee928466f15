import { z } from 'zod'
import { BibobApplication, BibobClock, BibobStatus } from '../model/bibobApplication.ts'
import { EntityKey } from '../model/entity.ts'
import { command, query } from './procedure.ts'

const bibobWork = { roles: ['bibobOfficer'], purpose: true, compartment: 'bibob' } as const

/** The application that belongs to the case number of the purpose, as it was saved last. */
export const SavedApplication = z.object({ application: BibobApplication, applicantLabel: z.string(), clock: BibobClock, changedAt: z.string(), changedBy: z.string() })
export type SavedApplication = z.infer<typeof SavedApplication>

export const bibobApplication = {
  /** Under way, finished or none: all that leaves the compartment. */
  'bibob.status': query(z.object({ key: EntityKey }), BibobStatus.nullable(), {
    roles: ['director', 'analyst', 'bibobOfficer'],
    purpose: true,
    // opened by a case only, of a company too
    compartment: 'person',
    logs: ({ key }) => ({ action: 'reference-lookup', object: `Bibob ${key}` }),
    reads: ['cases'],
  }),
  'bibob.application': query(z.object({}), SavedApplication.nullable(), { ...bibobWork, logs: () => ({ action: 'bibob-view', object: 'aanvraag' }), reads: ['cases'] }),
  /** Saves it under the case number of the purpose. A decision against the applicant comes after he could give his view. */
  'bibob.saveApplication': command(BibobApplication, SavedApplication, {
    ...bibobWork,
    logs: (input) => ({ action: 'bibob-change', object: `aanvraag ${input.applicant}` }),
    writes: ['cases'],
  }),
}
