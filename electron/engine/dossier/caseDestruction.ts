import { ProblemError } from '../problem.ts'
import { caseSubjects, findCaseRow, listExportRows, listStatementRows } from '../store/cases.ts'
import type { Reader } from '../store/database.ts'
import type { Destroyable } from './destruction.ts'

/** A case can be destroyed when it is closed. */
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
    const [file, subjects, statements, exports] = [findCaseRow(reader, id), caseSubjects(reader, id), listStatementRows(reader, id), listExportRows(reader, id)]
    return { content: [file, subjects, statements, exports], held: { subjects: subjects.length, statements: statements.length, exports: exports.length } }
  },
}

function requireClosed(reader: Reader, id: number): void {
  if (findCaseRow(reader, id)?.status !== 'closed') throw new ProblemError('case-not-closed')
}
