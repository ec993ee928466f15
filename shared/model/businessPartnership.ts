import { z } from 'zod'
import { EntityKey, SourceDate, SourceRef } from './entity.ts'

/** Why a zakelijk samenwerkingsverband is judged to be there, or to have been. */
const Motive = z.string().trim().min(20).max(4000)

/**
 * A zakelijk samenwerkingsverband (Wet Bibob art. 3 lid 4 onder c). The law does not define it, so nothing computes it: a human judges
 * the facts. It is kept apart from the links and never becomes one.
 */
export const BusinessPartnership = z.object({ partner: EntityKey, start: SourceDate.nullable(), end: SourceDate.nullable(), motive: Motive })
export type BusinessPartnership = z.infer<typeof BusinessPartnership>

/** What two have in common that may be worth a look. It says nothing of a partnership by itself. */
export const PartnerGround = z.enum(['address', 'director', 'loan', 'rent'])
export type PartnerGround = z.infer<typeof PartnerGround>

/** Somebody to look at, with what he has in common with the applicant; in order of name. */
export const PartnerSuggestion = z.object({
  partner: EntityKey,
  label: z.string(),
  detail: z.string(),
  grounds: z.array(z.object({ ground: PartnerGround, /** the address or director in common; '' for a loan or rent */ through: z.string(), source: SourceRef })),
})
export type PartnerSuggestion = z.infer<typeof PartnerSuggestion>
