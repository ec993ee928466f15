import type { SavedApplication } from '#shared/contract/bibobApplication.ts'
import { BibobApplication, type BibobDays, type BibobOutcome } from '#shared/model/bibobApplication.ts'
import type { CallContext } from '../../context.ts'
import { maskBsn } from '../../normalise/maskBsn.ts'
import { ProblemError } from '../../problem.ts'
import { findApplication, saveApplication } from '../../store/bibobApplications.ts'
import { dropAskedOf } from '../../store/bibobTerms.ts'
import { nameAll } from '../entityNames.ts'
import { clockOf } from './clock.ts'

/** Decisions against the applicant, before which he may give his view (Wet Bibob art. 33). */
const against: ReadonlySet<BibobOutcome | null> = new Set<BibobOutcome>(['conditions', 'refused', 'revoked'])
const SHORTEST_MOTIVE = 20

/** The application under the case number of the purpose, or null. */
export function readApplication({ store, purpose }: Pick<CallContext, 'store' | 'purpose'>): SavedApplication | null {
  const row = findApplication(store, purpose.caseNumber)
  if (!row) return null
  const application = BibobApplication.parse(JSON.parse(row.content))
  return { application, applicantLabel: row.applicantLabel, clock: clockOf(application.days), changedAt: row.changedAt, changedBy: row.changedBy }
}

/**
 * Saves what the officer noted, under the case number of the purpose.
 * @throws ProblemError `not-found` when the applicant is not in the vault, `bibob-days` when a day lies before one it follows,
 * `bibob-outcome` when there is a decision without its day or the other way round, `bibob-view-first`, `bibob-motive`
 */
export function keepApplication(context: CallContext, given: BibobApplication): SavedApplication {
  const { store, purpose, actor, now } = context
  const applicantLabel = nameAll(store, [given.applicant]).get(given.applicant)?.label
  if (applicantLabel === undefined) throw new ProblemError('not-found')
  const application = { ...given, decision: maskBsn(given.decision), occasion: maskBsn(given.occasion), questions: maskBsn(given.questions), annexes: maskBsn(given.annexes), motive: maskBsn(given.motive) }
  check(application)
  const changed = { changedAt: now, changedBy: actor.name }
  store.write((writer) => {
    saveApplication(writer, purpose.caseNumber, { applicantLabel, content: JSON.stringify(application), ...changed })
    dropAskedOf(writer, purpose.caseNumber)
  })
  return { application, applicantLabel, clock: clockOf(application.days), ...changed }
}

function check({ days, outcome, motive }: BibobApplication): void {
  if (!isInOrder(days)) throw new ProblemError('bibob-days')
  if ((outcome === null) !== (days.decided === null)) throw new ProblemError('bibob-outcome')
  if (!against.has(outcome)) return
  if (days.intention === null || days.view === null) throw new ProblemError('bibob-view-first')
  if (motive.trim().length < SHORTEST_MOTIVE) throw new ProblemError('bibob-motive', { shortest: SHORTEST_MOTIVE })
}

/** Whether no day lies before one that must come first. Advice is no must: the municipality can decide on its own investigation. */
function isInOrder({ received, complete, adviceAsked, isExtended, stops, adviceReceived, intention, view, decided }: BibobDays): boolean {
  const pairs: [string | null, string | null][] = [
    [received, complete], [received, adviceAsked], [adviceAsked, adviceReceived], [received, intention], [intention, view], [view, decided], [received, decided],
    ...stops.flatMap(({ from, to }): [string | null, string | null][] => [[adviceAsked, from], [from, to]]),
  ]
  const isAsked = adviceAsked !== null || (!isExtended && stops.length === 0 && adviceReceived === null)
  return isAsked && pairs.every(([first, then]) => first === null || then === null || first <= then)
}
