import type { Statement } from '#shared/contract/dossier.ts'
import { Statement as StatementSchema } from '#shared/contract/dossier.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { deleteStatement, insertStatement, listStatementRows, listStatementSources, touchCase } from '../store/cases.ts'
import type { Reader } from '../store/database.ts'
import { sourceRefs } from '../store/provenance.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { requireOpenCase } from './openCase.ts'

/** What a human states: its type, its words and the source rows it rests on. */
export interface NewStatement {
  id: number
  type: Statement['type']
  text: string
  sources: number[]
}

/**
 * Adds a fact or a hypothesis to a case, in the name of the user.
 * @throws ProblemError `not-found` when the case or a source row is not in the vault, `case-closed`
 */
export function addStatement({ store, actor, now }: CallContext, { id: caseId, type, text, sources }: NewStatement): Statement {
  const made = { type, text: maskBsn(text), by: actor.name, at: now }
  const refs = sourceRefs(store, new Set(sources))
  const id = store.write((writer) => {
    requireOpenCase(writer, caseId)
    touchCase(writer, caseId, now)
    return insertStatement(writer, caseId, made, refs.map((ref) => ref.recordId))
  })
  return { id, ...made, sources: refs }
}

/** Takes a statement back. @throws ProblemError `not-found`, `case-closed` */
export function removeStatement({ store, now }: CallContext, caseId: number, statementId: number): void {
  store.write((writer) => {
    requireOpenCase(writer, caseId)
    if (!deleteStatement(writer, caseId, statementId)) throw new ProblemError('not-found', { what: 'De uitspraak' })
    touchCase(writer, caseId, now)
  })
}

/** The statements of a case with their sources, in the order they were made. */
export function readStatements(reader: Reader, caseId: number): Statement[] {
  const records = Map.groupBy(listStatementSources(reader, caseId), (row) => row.statementId)
  return listStatementRows(reader, caseId).map((row) =>
    StatementSchema.parse({ ...row, sources: sourceRefs(reader, (records.get(row.id) ?? []).map(({ recordId }) => recordId)) }),
  )
}
