import type { DestructionGround } from '#shared/model/destruction.ts'
import { dayOf, formatDate } from '#shared/text/format.ts'
import { keyedHash } from '../audit/redact.ts'
import { ProblemError } from '../problem.ts'
import { findClosing } from '../store/caseClosings.ts'
import { findProposal, requestRows } from '../store/caseProposals.ts'
import { caseSubjects, findCaseRow, listCaseRows, listExportRows, listStatementRows, removeCase, type CaseRow } from '../store/cases.ts'
import type { Reader } from '../store/database.ts'
import { interventionRows } from '../store/interventions.ts'
import { policeReportRows } from '../store/policeReports.ts'
import { findScoreRole } from '../store/roleOfScores.ts'
import { isOver, readClosing } from './closing.ts'
import type { Destroyable } from './destruction.ts'

/**
 * A closed case can be destroyed when the time it is kept is over, or earlier when who it is about asks for it; never one that is kept for
 * good: what is archived in the public interest does not go on request either (AVG art. 17(3)(d)).
 */
export const destroyableCase: Destroyable = {
  kind: 'case',
  numberOf: (reader, id, now, ground) => {
    const file = findCaseRow(reader, id)
    if (!file) throw new ProblemError('not-found', { what: 'De casus' })
    requireDue(reader, id, now, ground)
    return file.number
  },
  requireDue,
  contentOf: (reader, id) => {
    const [subjects, statements, reports, interventions, exports] = [caseSubjects(reader, id), listStatementRows(reader, id), policeReportRows(reader, id), interventionRows(reader, id), listExportRows(reader, id)]
    return {
      content: [findCaseRow(reader, id), findClosing(reader, id), findScoreRole(reader, id), findProposal(reader, id), requestRows(reader, id), subjects, statements, reports, interventions, exports],
      held: { subjects: subjects.length, statements: statements.length, reports: reports.length, interventions: interventions.length, exports: exports.length },
    }
  },
  markOf: (reader, id, hashKey) => {
    const file = findCaseRow(reader, id)
    if (!file) throw new ProblemError('not-found', { what: 'De casus' })
    return markOf(file, hashKey)
  },
  remove: removeCase,
  removeMarked: (writer, proofs, hashKey) => {
    const marks = new Set(proofs.map(({ mark }) => mark))
    const found = listCaseRows(writer).filter((file) => marks.has(markOf(file, hashKey).toString('hex')))
    for (const { id } of found) removeCase(writer, id)
    return found.length
  },
}

/** The moment a case was opened tells it from another that got the same number in another copy of the vault. */
function markOf({ number, createdAt }: CaseRow, hashKey: string): Buffer {
  return keyedHash(JSON.stringify(['case', number, createdAt]), hashKey)
}

function requireDue(reader: Reader, id: number, now: string, ground: DestructionGround): void {
  const closing = readClosing(reader, id)
  // one that was closed before it was asked how long to keep it is opened and closed again
  if (!closing) throw new ProblemError('case-not-closed')
  if (closing.keptUntil === null) throw new ProblemError('case-archived')
  if (ground === 'term' && !isOver(closing.keptUntil, dayOf(now))) throw new ProblemError('case-kept', { day: formatDate(closing.keptUntil) })
}
