import { keyedHash } from '../audit/redact.ts'
import { ProblemError } from '../problem.ts'
import { findClosing } from '../store/caseClosings.ts'
import { caseSubjects, findCaseRow, listCaseRows, listExportRows, listStatementRows, removeCase, type CaseRow } from '../store/cases.ts'
import type { Reader } from '../store/database.ts'
import { policeReportRows } from '../store/policeReports.ts'
import type { Destroyable } from './destruction.ts'

/** A case can be destroyed when it is closed, and not one that is kept for good. */
export const destroyableCase: Destroyable = {
  kind: 'case',
  numberOf: (reader, id) => {
    const file = findCaseRow(reader, id)
    if (!file) throw new ProblemError('not-found', { what: 'De casus' })
    requireClosed(reader, id)
    return file.number
  },
  requireDue: requireClosed,
  contentOf: (reader, id) => {
    const [subjects, statements, reports, exports] = [caseSubjects(reader, id), listStatementRows(reader, id), policeReportRows(reader, id), listExportRows(reader, id)]
    return {
      content: [findCaseRow(reader, id), findClosing(reader, id), subjects, statements, reports, exports],
      held: { subjects: subjects.length, statements: statements.length, reports: reports.length, exports: exports.length },
    }
  },
  markOf: (reader, id, hashKey) => {
    const file = findCaseRow(reader, id)
    if (!file) throw new ProblemError('not-found', { what: 'De casus' })
    return markOf(file, hashKey)
  },
  remove: removeCase,
  removeMarked: (writer, marks, hashKey) => {
    const found = listCaseRows(writer).filter((file) => marks.has(markOf(file, hashKey).toString('hex')))
    for (const { id } of found) removeCase(writer, id)
    return found.length
  },
}

/** The moment a case was opened tells it from another that got the same number in another copy of the vault. */
function markOf({ number, createdAt }: CaseRow, hashKey: string): Buffer {
  return keyedHash(JSON.stringify(['case', number, createdAt]), hashKey)
}

function requireClosed(reader: Reader, id: number): void {
  if (findCaseRow(reader, id)?.status !== 'closed') throw new ProblemError('case-not-closed')
  if (findClosing(reader, id)?.retentionClass === 'archive') throw new ProblemError('case-archived')
}
