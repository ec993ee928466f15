import { z } from 'zod'
import { EntityKey } from './entity.ts'

/** Through which law an intervention goes (glossary: bestuursrechtelijk, strafrechtelijk, fiscaal, privaatrechtelijk, sociaal). */
export const InterventionType = z.enum(['administrative', 'criminal', 'fiscal', 'civil', 'social'])
export type InterventionType = z.infer<typeof InterventionType>

/** The closed list of interventions; their Dutch names stand in `shared/text/interventions.ts`. */
export const InterventionKind = z.enum([
  'warning-13b', 'conditional-closure-13b', 'closure-13b', 'urgent-closure-13b', 'closure-174a', 'closure-housing-act', 'enforcement-order', 'penalty-order', 'housing-fine', 'inspection', 'permit-decision', 'permit-duty',
  'investigation', 'confiscation',
  'tax-assessment', 'tax-audit', 'tax-seizure',
  'lease-termination', 'disconnection',
  'communication', 'support',
])
export type InterventionKind = z.infer<typeof InterventionKind>

/** What each goes through, and the article that allows it where one does; whoever plans it may name another. Source: CCV, Thema ondermijning; Gemeentewet, Awb, Opiumwet, Woningwet. */
export const interventionRules: Readonly<Record<InterventionKind, { type: InterventionType; ground: string }>> = {
  'warning-13b': { type: 'administrative', ground: 'art. 13b Opiumwet' },
  'conditional-closure-13b': { type: 'administrative', ground: 'art. 13b Opiumwet' },
  'closure-13b': { type: 'administrative', ground: 'art. 13b Opiumwet' },
  'urgent-closure-13b': { type: 'administrative', ground: 'art. 13b Opiumwet' },
  'closure-174a': { type: 'administrative', ground: 'art. 174a Gemeentewet' },
  'closure-housing-act': { type: 'administrative', ground: 'art. 17 Woningwet' },
  'enforcement-order': { type: 'administrative', ground: 'art. 125 Gemeentewet; art. 5:21 Awb' },
  'penalty-order': { type: 'administrative', ground: 'art. 125 Gemeentewet; art. 5:32 Awb' },
  'housing-fine': { type: 'administrative', ground: 'Huisvestingsverordening' },
  inspection: { type: 'administrative', ground: 'titel 5.2 Awb' },
  'permit-decision': { type: 'administrative', ground: 'art. 3 Wet Bibob' },
  'permit-duty': { type: 'administrative', ground: 'APV' },
  investigation: { type: 'criminal', ground: '' },
  confiscation: { type: 'criminal', ground: '' },
  'tax-assessment': { type: 'fiscal', ground: '' },
  'tax-audit': { type: 'fiscal', ground: '' },
  'tax-seizure': { type: 'fiscal', ground: '' },
  'lease-termination': { type: 'civil', ground: '' },
  disconnection: { type: 'civil', ground: '' },
  communication: { type: 'social', ground: '' },
  support: { type: 'social', ground: '' },
}

export const InterventionStatus = z.enum(['planned', 'running', 'done', 'dropped'])
export type InterventionStatus = z.infer<typeof InterventionStatus>

/** One deed in the plan of a case: on whom or what, by whom, on which ground, and what came of it. */
export const Intervention = z.object({
  kind: InterventionKind,
  /** the address, company or person of the case it is about; null for the case as a whole */
  subject: EntityKey.nullable(),
  goal: z.string().trim().min(3).max(1000),
  /** the step of the criminal process it bars, in words */
  barrier: z.string().trim().max(200),
  ground: z.string().trim().min(3).max(200),
  /** who does it: a department or partner */
  executor: z.string().trim().min(2).max(120),
  plannedOn: z.iso.date().nullable(),
  status: InterventionStatus,
  /** what came of it, or why it was dropped; wanted once it is done or dropped */
  result: z.string().trim().max(2000),
  /** when it is looked at whether it worked */
  evaluateOn: z.iso.date().nullable(),
})
export type Intervention = z.infer<typeof Intervention>

/** Whether nothing more is to be done: a case does not close over what is not settled. */
export function isSettled({ status }: Pick<Intervention, 'status'>): boolean {
  return status === 'done' || status === 'dropped'
}
