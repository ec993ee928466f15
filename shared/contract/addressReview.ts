import { z } from 'zod'
import { EntityKey, SourceRef } from '../model/entity.ts'
import { command, query } from './procedure.ts'

const reviewing = { roles: ['director', 'analyst'], purpose: true, compartment: 'index' } as const

/** An address one can choose. */
export const AddressChoice = z.object({
  key: EntityKey,
  /** street, number, letter and suffix */
  label: z.string(),
  /** postcode, city, use, neighbourhood */
  detail: z.string(),
  /** no longer, or never, in use according to the BAG */
  isWithdrawn: z.boolean(),
})
export type AddressChoice = z.infer<typeof AddressChoice>

/** A line of the ledger that counts. */
export const AddressDecision = z.object({
  id: z.number().int(),
  at: z.string(),
  name: z.string(),
  /** `geen`: none of the addresses in the vault was meant */
  verdict: z.enum(['gekozen', 'geen', 'ingetrokken']),
  choice: AddressChoice.nullable(),
  reason: z.string(),
})
export type AddressDecision = z.infer<typeof AddressDecision>

/** One address as one supplier writes it, for all rows in which it stands so. */
export const AddressQuestion = z.object({
  /** under which decisions are remembered, also for deliveries to come */
  key: z.string(),
  written: z.string(),
  supplier: z.string(),
  rows: z.number().int(),
  candidates: z.array(AddressChoice),
  decision: AddressDecision.nullable(),
})
export type AddressQuestion = z.infer<typeof AddressQuestion>

/** `open`: there is a choice; `notFound`: nothing was found; `decided`: a person decided. */
export const AddressQuestionState = z.enum(['open', 'notFound', 'decided'])
export type AddressQuestionState = z.infer<typeof AddressQuestionState>

const Count = z.object({ questions: z.number().int(), rows: z.number().int() })
const key = z.string().min(1).max(400)
const reason = z.string().trim().min(3).max(400)

/** Addresses the matcher leaves to a person, and what persons decided: a ledger with who, when and why. */
export const addressReview = {
  'addressReview.counts': query(z.object({}), z.record(AddressQuestionState, Count), { ...reviewing, purpose: false, logs: null, reads: ['index'] }),
  'addressReview.list': query(
    z.object({ state: AddressQuestionState, text: z.string().max(100), offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
    z.object({ total: z.number().int(), questions: z.array(AddressQuestion) }),
    { ...reviewing, logs: (input) => ({ action: 'address-review', object: input.state === 'decided' ? 'besluiten' : input.state === 'open' ? 'te kiezen' : 'niet gevonden' }), reads: ['index'] },
  ),
  /** Why the matcher left it, step by step, with the rows and everything that was decided before. */
  'addressReview.question': query(
    z.object({ key }),
    z.object({ steps: z.array(z.string()), records: z.array(SourceRef), ledger: z.array(AddressDecision) }),
    { ...reviewing, logs: () => ({ action: 'address-review', object: 'onderbouwing' }), reads: ['index'] },
  ),
  /** Chooses an address, or says that none was meant (`address` null); counts at once, for every row that is written so. */
  'addressReview.decide': command(z.object({ key, address: EntityKey.nullable(), reason }), AddressDecision, {
    ...reviewing,
    logs: (input) => ({ action: 'address-decide', object: input.address === null ? 'geen van de adressen' : input.address }),
    writes: ['index', 'scores'],
  }),
  /** Takes a decision back; the line stays in the ledger. */
  'addressReview.undo': command(z.object({ decisionId: z.number().int(), reason }), z.object({}), {
    ...reviewing,
    logs: (input) => ({ action: 'address-decide', object: `besluit ${input.decisionId} ingetrokken` }),
    writes: ['index', 'scores'],
  }),
}
