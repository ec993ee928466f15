import type { ReferenceTerm, ReferenceTerms } from '#shared/contract/referenceTerms.ts'
import { entityKey, type EntityKey } from '#shared/model/entity.ts'
import { ReferenceOutcome } from '#shared/model/referenceTerm.ts'
import type { CallContext } from '../../context.ts'
import { retentionTerms } from '../../retention.ts'
import type { Reader } from '../../store/database.ts'
import { listDestructionRows } from '../../store/destructions.ts'
import { departmentTerms, lastReview, openBatches, rowsDue, rowsToReview, type Cuts, type ReferenceTermRow } from '../../store/referenceTerms.ts'
import { addDays, monthsAfter, monthsBefore, todayOf } from '../../today.ts'
import { shownDestruction } from '../destruction.ts'
import { nameAll } from '../entityNames.ts'

type Reading = Pick<CallContext, 'store' | 'now'>

/** By which days is judged today what is too old. */
export function cutsOf(reading: { store: Reader; now: string }): Cuts {
  const [today, { months, reviewMonths }] = [todayOf(reading), retentionTerms().reference]
  return { destroyed: monthsBefore(today, months), reviewed: monthsBefore(today, reviewMonths) }
}

/** How many references are to be reviewed, and how many to be destroyed. */
export function countTerms(context: Reading): { toReview: number; due: number } {
  const rows = departmentTerms(context.store, cutsOf(context))
  return { toReview: rows.reduce((sum, row) => sum + row.toReview, 0), due: rows.reduce((sum, row) => sum + row.due, 0) }
}

/** References in no case that nobody confirmed for a while: to be reviewed, or to be destroyed. @param asked `department` '' for all */
export function listTerms(context: Reading, { shown, department, limit }: { shown: ReferenceTerms['shown']; department: string; limit: number }): ReferenceTerms {
  const { store } = context
  const [cuts, terms] = [cutsOf(context), retentionTerms().reference]
  const counted = departmentTerms(store, cuts)
  const rows = (shown === 'due' ? rowsDue : rowsToReview)(store, cuts, department, limit)
  const chosen = counted.filter((one) => department === '' || one.department === department)
  return {
    shown,
    months: { kept: terms.months, review: terms.reviewMonths },
    departments: counted,
    total: chosen.reduce((sum, one) => sum + (shown === 'due' ? one.due : one.toReview), 0),
    references: termsOf(store, rows, terms.months),
    asked: askedOf(store),
  }
}

function askedOf(reader: Reader): ReferenceTerms['asked'] {
  const open = new Map(openBatches(reader).map((batch) => [batch.id, batch]))
  return listDestructionRows(reader, 'reference').flatMap((row) => {
    const batch = row.destroyedAt === '' ? open.get(row.subjectId) : undefined
    return batch ? [{ ...shownDestruction(row), department: batch.department, count: batch.count }] : []
  })
}

function termsOf(reader: Reader, rows: readonly ReferenceTermRow[], kept: number): ReferenceTerm[] {
  const names = nameAll(reader, rows.flatMap((row) => subjectOf(row) ?? []))
  return rows.map(({ recordId, department, kind, phenomenon, started, ended, received, contactRole, isGone, confirmedOn, ...subject }) => {
    const key = subjectOf(subject)
    const review = lastReview(reader, recordId)
    return {
      recordId, department, kind, phenomenon, contactRole, confirmedOn, key,
      subject: (key === null ? undefined : names.get(key)?.label) ?? '',
      from: started ?? received,
      to: ended,
      isGone: isGone === 1,
      destroyFrom: addDays(monthsAfter(confirmedOn, kept), 1),
      review: review ? { ...review, outcome: ReferenceOutcome.parse(review.outcome) } : null,
    }
  })
}

function subjectOf({ addressId, companyId }: Pick<ReferenceTermRow, 'addressId' | 'companyId'>): EntityKey | null {
  if (addressId !== null) return entityKey('address', addressId)
  return companyId === null ? null : entityKey('company', companyId)
}
