import type { SetPartnership } from '#shared/contract/businessPartnership.ts'
import { BusinessPartnership, type PartnerSuggestion } from '#shared/model/businessPartnership.ts'
import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import type { CallContext } from '../../context.ts'
import { maskBsn } from '../../normalise/maskBsn.ts'
import { ProblemError } from '../../problem.ts'
import { deletePartnership, partnershipRows, savePartnership } from '../../store/bibobPartnerships.ts'
import { dropAskedOf } from '../../store/bibobTerms.ts'
import { nameAll } from '../entityNames.ts'
import { suggestPartners } from './partnerSuggestions.ts'

type Reading = Pick<CallContext, 'store' | 'purpose'>

/** What an officer established under the case number of the purpose, and whom he might look at besides. */
export function readPartnerships(context: Reading, applicant: EntityKey): { set: SetPartnership[]; suggestions: PartnerSuggestion[] } {
  const set = establishedPartners(context, applicant)
  return { set, suggestions: suggestPartners(context.store, applicant, new Set(set.map(({ partner }) => partner))) }
}

/** The partnerships that were established under the case number of the purpose. */
export function establishedPartners({ store, purpose }: Reading, applicant: EntityKey): SetPartnership[] {
  const rows = partnershipRows(store, purpose.caseNumber, applicant).map(({ at, by, ...row }) => ({ ...BusinessPartnership.parse(row), at, by }))
  const names = nameAll(store, rows.map(({ partner }) => partner))
  return rows.map((row) => ({ ...row, label: names.get(row.partner)?.label ?? '', detail: names.get(row.partner)?.detail ?? '' }))
}

/** Establishes a partnership. @throws ProblemError `not-found` when the partner is not in the vault, `bad-input` when it is an address or the applicant */
export function establishPartnership({ store, purpose, actor, now }: Reading & Pick<CallContext, 'actor' | 'now'>, applicant: EntityKey, given: BusinessPartnership): null {
  const { partner } = given
  if (partner === applicant || splitKey(partner).kind === 'address') throw new ProblemError('bad-input', { field: 'partner' })
  const names = nameAll(store, [applicant, partner])
  if (!names.has(applicant) || !names.has(partner)) throw new ProblemError('not-found', { what: 'De betrokkene' })
  store.write((writer) => {
    savePartnership(writer, purpose.caseNumber, applicant, { ...given, motive: maskBsn(given.motive), at: now, by: actor.name })
    dropAskedOf(writer, purpose.caseNumber)
  })
  return null
}

/** Takes one back. @throws ProblemError `not-found` */
export function withdrawPartnership({ store, purpose }: Reading, applicant: EntityKey, partner: EntityKey): null {
  store.write((writer) => {
    if (!deletePartnership(writer, purpose.caseNumber, applicant, partner)) throw new ProblemError('not-found', { what: 'Het samenwerkingsverband' })
    dropAskedOf(writer, purpose.caseNumber)
  })
  return null
}
