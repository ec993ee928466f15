import { CaseSummary } from '#shared/contract/dossier.ts'
import type { Phenomenon } from '#shared/model/score.ts'
import type { NetworkPicture } from '#shared/model/network.ts'
import { dayOf } from '#shared/text/format.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { dropClosing } from '../store/caseClosings.ts'
import { countCaseRows, findCaseRow, insertCase, lastCaseNumber, listCaseRows, updateCaseTexts, type CaseRow, type FullCaseRow } from '../store/cases.ts'
import type { Reader } from '../store/database.ts'
import { dropDestruction, findAsked } from '../store/destructions.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { todayOf } from '../today.ts'
import { keysOf } from './casePicture.ts'
import { isOver, readClosing } from './closing.ts'
import { nextNumber } from './numbers.ts'

export interface NewCase {
  title: string
  phenomenon: Phenomenon
  occasion: string
  goal: string
  picture: NetworkPicture
}

/** The words and status of a case. Nothing but a human's call leads here. */
export interface CaseChange {
  id: number
  title: string
  occasion: string
  goal: string
  status: CaseSummary['status']
}

/** Opens a case on what lies on the table; the next free number of the year, the purpose of the moment. */
export function createCase({ store, actor, purpose, now }: CallContext, given: NewCase): CaseSummary {
  const id = store.write((writer) =>
    insertCase(
      writer,
      {
        number: nextNumber('C', todayOf({ store, now }), (prefix) => lastCaseNumber(writer, prefix)),
        title: maskBsn(given.title),
        phenomenon: given.phenomenon,
        status: 'draft',
        occasion: maskBsn(given.occasion),
        goal: maskBsn(given.goal),
        picture: JSON.stringify(given.picture),
        purposeLabel: purpose.label,
        purposeGround: purpose.ground,
        purposeCaseNumber: purpose.caseNumber,
        createdAt: now,
        createdBy: actor.name,
      },
      keysOf(given.picture),
    ),
  )
  return summaryOf(store, found(store, id), now)
}

/**
 * Closing is another deed, with what came of it. A closed case takes nothing but a status before that: it is open again then, and whoever asked for its
 * destruction asks anew.
 * @throws ProblemError `not-found`, `case-close-first`, `case-closed`
 */
export function changeCase({ store, now }: CallContext, { id, title, occasion, goal, status }: CaseChange): CaseSummary {
  store.write((writer) => {
    const file = found(writer, id)
    if (status === 'closed') throw new ProblemError(file.status === 'closed' ? 'case-closed' : 'case-close-first')
    dropClosing(writer, id)
    dropDestruction(writer, 'case', id)
    updateCaseTexts(writer, id, { title: maskBsn(title), occasion: maskBsn(occasion), goal: maskBsn(goal), status }, now)
  })
  return summaryOf(store, found(store, id), now)
}

/** @throws ProblemError `not-found` */
function found(reader: Reader, id: number): FullCaseRow {
  const file = findCaseRow(reader, id)
  if (!file) throw new ProblemError('not-found', { what: 'De casus' })
  return file
}

/** A case as a list shows it, with how long it is kept. @param now ISO time */
export function summaryOf(reader: Reader, row: CaseRow, now: string): CaseSummary {
  const kept = readClosing(reader, row.id)?.keptUntil ?? null
  const isDue = isOver(kept, dayOf(now))
  return CaseSummary.parse({ ...row, keptUntil: kept, isDue, isListed: isDue || findAsked(reader, 'case', row.id) !== undefined })
}

/** How many cases there are of each status, in the order a case goes through them. */
export function countCases({ store }: CallContext): { status: CaseSummary['status']; count: number }[] {
  const rows = countCaseRows(store)
  return CaseSummary.shape.status.options.map((status) => ({ status, count: rows.find((row) => row.status === status)?.count ?? 0 }))
}

/** All cases, the one changed last first. */
export function listCases({ store, now }: Pick<CallContext, 'store' | 'now'>): CaseSummary[] {
  return listCaseRows(store).map((row) => summaryOf(store, row, now))
}
