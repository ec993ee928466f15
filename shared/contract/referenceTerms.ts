import { z } from 'zod'
import { Destruction, DestructionMotive } from '../model/destruction.ts'
import { EntityKey, SourceDate } from '../model/entity.ts'
import { ReferenceOutcome, ReferenceTermShown } from '../model/referenceTerm.ts'
import { formatCount } from '../text/format.ts'
import { command, query } from './procedure.ts'

const watching = { roles: ['director', 'analyst', 'privacyOfficer'], purpose: true, compartment: 'index' } as const
const Id = z.number().int()
const Department = z.string().min(1).max(200)

/** A reference in no case, with how long it is kept. No content, and no person. */
export const ReferenceTerm = z.object({
  recordId: Id,
  /** the address or company it is about; null when that is not known */
  key: EntityKey.nullable(),
  subject: z.string(),
  department: z.string(),
  kind: z.string(),
  phenomenon: z.string(),
  from: SourceDate.nullable(),
  to: SourceDate.nullable(),
  contactRole: z.string(),
  /** whether its department left it out of a later delivery */
  isGone: z.boolean(),
  confirmedOn: z.iso.date(),
  /** the first day on which it can be destroyed */
  destroyFrom: z.iso.date(),
  /** what was found of it last */
  review: z.object({ outcome: ReferenceOutcome, motive: z.string(), at: z.string(), by: z.string() }).nullable(),
})
export type ReferenceTerm = z.infer<typeof ReferenceTerm>

export const ReferenceTerms = z.object({
  shown: ReferenceTermShown,
  months: z.object({ kept: z.number().int(), review: z.number().int() }),
  departments: z.array(z.object({ department: z.string(), toReview: z.number().int(), due: z.number().int() })),
  references: z.array(ReferenceTerm),
  total: z.number().int(),
  /** what was asked to be destroyed and not yet decided on */
  asked: z.array(Destruction.extend({ department: z.string(), count: z.number().int() })),
})
export type ReferenceTerms = z.infer<typeof ReferenceTerms>

export const referenceTerms = {
  'reference.terms': query(z.object({ shown: ReferenceTermShown, department: z.string().max(200), limit: z.number().int().min(1).max(1000) }), ReferenceTerms, {
    ...watching,
    logs: ({ shown, department }) => ({ action: 'reference-view', object: `${shown === 'due' ? 'te vernietigen' : 'te beoordelen'}${department === '' ? '' : `, ${department}`}` }),
    reads: ['index', 'triage', 'cases', 'sources'],
  }),
  /** The department stands by them, or nobody could say so. */
  'reference.review': command(z.object({ recordIds: z.array(Id).min(1).max(1000), outcome: ReferenceOutcome, motive: DestructionMotive }), z.object({ count: z.number().int() }), {
    ...watching,
    roles: ['director', 'analyst'],
    logs: ({ outcome, recordIds: [first = 0] }) => ({ action: 'reference-review', object: `${outcome === 'confirmed' ? 'bevestigd' : 'niet bevestigd'}, vanaf bronrij ${first}` }),
    outcome: ({ count }) => formatCount(count, 'verwijzing', 'verwijzingen'),
    writes: ['index'],
  }),
  /** All of a department that nobody confirmed in time; somebody else decides. */
  'reference.askDestruction': command(z.object({ department: Department, motive: DestructionMotive }), Destruction, {
    ...watching,
    logs: ({ department }) => ({ action: 'reference-destruction-ask', object: department }),
    outcome: ({ number }) => number,
    writes: ['index'],
  }),
  /** By a director, and not by who asked. */
  'reference.decideDestruction': command(z.object({ id: Id, approve: z.boolean() }), z.null(), {
    ...watching,
    roles: ['director'],
    logs: ({ id, approve }) => ({ action: 'reference-destruction', object: `aanvraag ${id} ${approve ? 'vernietigd' : 'niet vernietigd'}` }),
    writes: ['index', 'triage', 'sources', 'vault'],
  }),
}
