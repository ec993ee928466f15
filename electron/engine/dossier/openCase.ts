import { ProblemError } from '../problem.ts'
import { findCaseRow, type FullCaseRow } from '../store/cases.ts'
import type { Reader } from '../store/database.ts'

/** A case that can be worked in. What was closed is kept as it was closed, until it is opened again. @throws ProblemError `not-found`, `case-closed` */
export function requireOpenCase(reader: Reader, id: number): FullCaseRow {
  const file = findCaseRow(reader, id)
  if (!file) throw new ProblemError('not-found', { what: 'De casus' })
  if (file.status === 'closed') throw new ProblemError('case-closed')
  return file
}
