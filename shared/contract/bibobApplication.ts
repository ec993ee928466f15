import { z } from 'zod'
import { BibobApplication, BibobClock } from '../model/bibobApplication.ts'
import { command, query } from './procedure.ts'

const bibobWork = { roles: ['bibobOfficer'], purpose: true, compartment: 'bibob' } as const

/** The application that belongs to the case number of the purpose, as it was saved last. */
export const SavedApplication = z.object({ application: BibobApplication, applicantLabel: z.string(), clock: BibobClock, changedAt: z.string(), changedBy: z.string() })
export type SavedApplication = z.infer<typeof SavedApplication>

export const bibobApplication = {
  'bibob.application': query(z.object({}), SavedApplication.nullable(), { ...bibobWork, logs: () => ({ action: 'bibob-view', object: 'aanvraag' }), reads: ['cases'] }),
  /** Saves it under the case number of the purpose. A decision against the applicant comes after he could give his view. */
  'bibob.saveApplication': command(BibobApplication, SavedApplication, {
    ...bibobWork,
    logs: (input) => ({ action: 'bibob-change', object: `aanvraag ${input.applicant}` }),
    writes: ['cases'],
  }),
}
