import { z } from 'zod'
import { CaseProposal, Partner, PartnerRequest } from '../model/caseProposal.ts'
import { partnerLabel } from '../text/caseProposal.ts'
import { command } from './procedure.ts'

const saved = { changedAt: z.string(), changedBy: z.string() }

export const SavedProposal = CaseProposal.extend(saved)
export type SavedProposal = z.infer<typeof SavedProposal>

export const SavedRequest = PartnerRequest.extend(saved)
export type SavedRequest = z.infer<typeof SavedRequest>

const proposing = { roles: ['director', 'analyst'], purpose: true, compartment: 'case' } as const

export const caseProposal = {
  'case.saveProposal': command(z.object({ id: z.number().int(), proposal: CaseProposal }), z.null(), {
    ...proposing,
    logs: ({ id }) => ({ action: 'case-change', object: `casus ${id} casusvoorstel` }),
    writes: ['cases'],
  }),
  /** What is asked of a partner, in place of what was asked of that partner before. */
  'case.savePartnerRequest': command(z.object({ id: z.number().int(), request: PartnerRequest }), z.null(), {
    ...proposing,
    logs: ({ id, request }) => ({ action: 'case-change', object: `casus ${id} verzoek aan ${partnerLabel[request.partner]}` }),
    writes: ['cases'],
  }),
  'case.removePartnerRequest': command(z.object({ id: z.number().int(), partner: Partner }), z.null(), {
    ...proposing,
    logs: ({ id, partner }) => ({ action: 'case-change', object: `casus ${id} verzoek aan ${partnerLabel[partner]} verwijderd` }),
    writes: ['cases'],
  }),
}
