import { CaseSummary } from '#shared/contract/dossier.ts'
import type { Phenomenon } from '#shared/model/score.ts'
import type { NetworkPicture } from '#shared/model/network.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { dropClosing } from '../store/caseClosings.ts'
import { countCaseRows, findCaseRow, insertCase, lastCaseNumber, listCaseRows, updateCaseTexts } from '../store/cases.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { todayOf } from '../today.ts'
import { keysOf } from './casePicture.ts'
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
  return CaseSummary.parse(findCaseRow(store, id))
}

/** Closing is another deed, with what came of it; a status before that opens a closed case again. @throws ProblemError `not-found`, `case-close-first` */
export function changeCase({ store, now }: CallContext, { id, title, occasion, goal, status }: CaseChange): CaseSummary {
  store.write((writer) => {
    const file = findCaseRow(writer, id)
    if (!file) throw new ProblemError('not-found', { what: 'De casus' })
    if (status === 'closed' && file.status !== 'closed') throw new ProblemError('case-close-first')
    if (status !== 'closed') dropClosing(writer, id)
    updateCaseTexts(writer, id, { title: maskBsn(title), occasion: maskBsn(occasion), goal: maskBsn(goal), status }, now)
  })
  return CaseSummary.parse(findCaseRow(store, id))
}

/** How many cases there are of each status, in the order a case goes through them. */
export function countCases({ store }: CallContext): { status: CaseSummary['status']; count: number }[] {
  const rows = countCaseRows(store)
  return CaseSummary.shape.status.options.map((status) => ({ status, count: rows.find((row) => row.status === status)?.count ?? 0 }))
}

/** All cases, the one changed last first. */
export function listCases({ store }: CallContext): CaseSummary[] {
  return listCaseRows(store).map((row) => CaseSummary.parse(row))
}
