import type { SavedProposal, SavedRequest } from '#shared/contract/caseProposal.ts'
import { CaseProposal, Partner, PartnerRequest } from '#shared/model/caseProposal.ts'
import type { CallContext } from '../context.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { ProblemError } from '../problem.ts'
import { deleteRequestRow, findProposal, requestRows, saveProposalRow, saveRequestRow } from '../store/caseProposals.ts'
import { touchCase } from '../store/cases.ts'
import type { Reader, Writer } from '../store/database.ts'
import { requireOpenCase } from './openCase.ts'

type Proposing = Pick<CallContext, 'store' | 'actor' | 'now'>

/** What the proposal of a case says; null where nothing was written. */
export function readProposal(reader: Reader, caseId: number): SavedProposal | null {
  const row = findProposal(reader, caseId)
  if (!row) return null
  const { content, changedAt, changedBy } = row
  return { ...CaseProposal.parse(JSON.parse(content)), changedAt, changedBy }
}

/** What is asked of each partner, in the order of the covenant. */
export function readRequests(reader: Reader, caseId: number): SavedRequest[] {
  const requests = requestRows(reader, caseId).map(({ content, changedAt, changedBy }) => ({ ...PartnerRequest.parse(JSON.parse(content)), changedAt, changedBy }))
  return requests.toSorted((a, b) => Partner.options.indexOf(a.partner) - Partner.options.indexOf(b.partner))
}

/** Saves the words of a proposal; what is typed loses anything that could be a BSN. @throws ProblemError `not-found`, `case-closed` */
export function saveProposal(context: Proposing, caseId: number, given: CaseProposal): null {
  const { processStep, urgencyReason, proportionality, subsidiarity, lead } = given
  const kept = {
    ...given, processStep: maskBsn(processStep), urgencyReason: maskBsn(urgencyReason), proportionality: maskBsn(proportionality), subsidiarity: maskBsn(subsidiarity), lead: maskBsn(lead),
  }
  return inOpenCase(context, caseId, (writer, by) => saveProposalRow(writer, caseId, { content: JSON.stringify(kept), ...by }))
}

/** Asks something of a partner, in place of what was asked of that partner before. @throws ProblemError `not-found`, `case-closed` */
export function saveRequest(context: Proposing, caseId: number, given: PartnerRequest): null {
  const { partner, reason, information, ground } = given
  const kept: PartnerRequest = { partner, reason: maskBsn(reason), information: maskBsn(information), ground: maskBsn(ground) }
  return inOpenCase(context, caseId, (writer, by) => saveRequestRow(writer, caseId, { partner, ground: kept.ground, content: JSON.stringify(kept), ...by }))
}

/** @throws ProblemError `not-found`, `case-closed` */
export function removeRequest(context: Proposing, caseId: number, partner: Partner): null {
  return inOpenCase(context, caseId, (writer) => {
    if (!deleteRequestRow(writer, caseId, partner)) throw new ProblemError('not-found', { what: 'Het verzoek aan deze partner' })
  })
}

function inOpenCase({ store, actor, now }: Proposing, caseId: number, write: (writer: Writer, by: { changedAt: string; changedBy: string }) => void): null {
  store.write((writer) => {
    requireOpenCase(writer, caseId)
    write(writer, { changedAt: now, changedBy: actor.name })
    touchCase(writer, caseId, now)
  })
  return null
}
