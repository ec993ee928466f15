import type { ClosedCase } from '#shared/contract/caseClosing.ts'
import { CaseClosing } from '#shared/model/caseClosing.ts'
import type { ScoreRole } from '#shared/model/scoreRole.ts'
import { dayOf } from '#shared/text/format.ts'
import type { CallContext } from '../context.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { retentionTerms } from '../retention.ts'
import { closeCaseRow, findClosing, type ClosingRow } from '../store/caseClosings.ts'
import type { Reader } from '../store/database.ts'
import { yearsAfter } from '../today.ts'
import { requireSettled } from './interventions.ts'
import { requireOpenCase } from './openCase.ts'
import { noteScoreRole } from './roleOfScores.ts'

/** Whether the time a case is kept is over. @param kept see {@link keptUntil} @param today ISO day */
export function isOver(kept: string | null, today: string): boolean {
  return kept !== null && today > kept
}

/** Closes a case with what came of it, how long it is kept, until when somebody watches, and what a score did in it. @throws ProblemError `not-found`, `case-closed`, `case-interventions-open` */
export function closeCase({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, id: number, given: CaseClosing, role: ScoreRole): null {
  const row = { ...given, result: maskBsn(given.result), closedAt: now, closedBy: actor.name }
  store.write((writer) => {
    requireOpenCase(writer, id)
    requireSettled(writer, id)
    noteScoreRole(writer, { actor, now }, id, role)
    closeCaseRow(writer, id, row)
  })
  return null
}

/** With what a case was closed; null while it is open, and for one that was closed before this was asked. */
export function readClosing(reader: Reader, id: number): ClosedCase | null {
  const row = findClosing(reader, id)
  return row ? closedCase(row) : null
}

function closedCase({ closedAt, closedBy, ...row }: ClosingRow): ClosedCase {
  const closing = CaseClosing.parse(row)
  return { ...closing, closedAt, closedBy, years: yearsOf(closing.retentionClass), keptUntil: keptUntil(closing, dayOf(closedAt)) }
}

/**
 * The last day a closed case is kept: so many years after monitoring ends, or after it was closed when that came later.
 * @returns ISO day; null for what is kept for good
 */
export function keptUntil({ retentionClass, monitoringUntil }: Pick<CaseClosing, 'retentionClass' | 'monitoringUntil'>, closed: string): string | null {
  const years = yearsOf(retentionClass)
  return years === null ? null : yearsAfter(monitoringUntil > closed ? monitoringUntil : closed, years)
}

/** Years after the end of monitoring; null is for good. */
function yearsOf(retentionClass: CaseClosing['retentionClass']): number | null {
  return retentionTerms().case.years[retentionClass]
}
