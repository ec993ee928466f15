import { z } from 'zod'

/** The partners of the covenant a case can be brought to. The FIU is none of them: what it knows never comes here. */
export const Partner = z.enum([
  'police', 'prosecution', 'tax-authority', 'benefits-authority', 'customs', 'fiscal-investigation', 'labour-inspectorate', 'marechaussee', 'immigration', 'employee-insurance', 'province', 'other-municipality',
])
export type Partner = z.infer<typeof Partner>

/** How soon the partners are asked to look: in turn, sooner, or at once because somebody is in danger. */
export const Urgency = z.enum(['regular', 'soon', 'danger'])
export type Urgency = z.infer<typeof Urgency>

/** What the proposal of a case says beside the case itself: why it needs partners, and why nothing less would do. */
export const CaseProposal = z.object({
  /** the steps of the criminal process, and where somebody can bar them */
  processStep: z.string().trim().max(2000),
  urgency: Urgency.nullable(),
  /** what the urgency rests on; wanted for all but `regular` */
  urgencyReason: z.string().trim().max(1000),
  /** why what is shared stands in proportion to the aim */
  proportionality: z.string().trim().max(4000),
  /** why it cannot be reached by sharing less */
  subsidiarity: z.string().trim().max(4000),
  /** who keeps the whole together (regiehouder) */
  lead: z.string().trim().max(120),
})
export type CaseProposal = z.infer<typeof CaseProposal>

/** What is asked of one partner. Nothing is exchanged without a ground. */
export const PartnerRequest = z.object({
  partner: Partner,
  /** why the case cannot do without them */
  reason: z.string().trim().min(3).max(1000),
  /** what they are asked to tell or do */
  information: z.string().trim().min(3).max(2000),
  /** the law that allows the exchange */
  ground: z.string().trim().min(3).max(200),
})
export type PartnerRequest = z.infer<typeof PartnerRequest>

/** What a proposal has to say before partners can weigh it. */
export const ProposalPart = z.enum(['occasion', 'goal', 'subjects', 'facts', 'processStep', 'urgency', 'proportionality', 'subsidiarity', 'lead', 'partners'])
export type ProposalPart = z.infer<typeof ProposalPart>

/** What a case holds of a proposal. */
interface Proposed {
  occasion: string
  goal: string
  subjects: readonly unknown[]
  statements: readonly { type: 'fact' | 'hypothesis' }[]
  proposal: CaseProposal | null
  partnerRequests: readonly unknown[]
}

/** The parts that stand open. */
export function openParts({ occasion, goal, subjects, statements, proposal, partnerRequests }: Proposed): ProposalPart[] {
  const isSaid = (words: string | undefined) => (words ?? '').trim() !== ''
  const said: Record<ProposalPart, boolean> = {
    occasion: isSaid(occasion),
    goal: isSaid(goal),
    subjects: subjects.length > 0,
    facts: statements.some(({ type }) => type === 'fact'),
    processStep: isSaid(proposal?.processStep),
    urgency: proposal !== null && isUrgencySaid(proposal),
    proportionality: isSaid(proposal?.proportionality),
    subsidiarity: isSaid(proposal?.subsidiarity),
    lead: isSaid(proposal?.lead),
    partners: partnerRequests.length > 0,
  }
  return ProposalPart.options.filter((part) => !said[part])
}

function isUrgencySaid({ urgency, urgencyReason }: CaseProposal): boolean {
  return urgency === 'regular' || (urgency !== null && urgencyReason.trim() !== '')
}
