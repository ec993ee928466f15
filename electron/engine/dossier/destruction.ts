import { createHash } from 'node:crypto'
import type { CaseDestruction } from '#shared/contract/caseDestruction.ts'
import type { CallContext } from '../context.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { ProblemError } from '../problem.ts'
import { destroyCaseRows, dropDestruction, findDestruction, insertDestruction, listDestructionRows, type DestructionRow } from '../store/caseDestructions.ts'
import { caseSubjects, findCaseRow, listExportRows, listStatementRows } from '../store/cases.ts'
import type { Reader } from '../store/database.ts'

type Asking = Pick<CallContext, 'store' | 'actor' | 'now'>

/** What is asked to be destroyed, and the proofs of what was. */
export function listDestructions({ store }: Pick<CallContext, 'store'>): CaseDestruction[] {
  return listDestructionRows(store).map(shown)
}

/** Asks for a closed case to be destroyed; somebody else decides. @throws ProblemError `not-found`, `case-not-closed` */
export function askDestruction({ store, actor, now }: Asking, { id, motive }: { id: number; motive: string }): CaseDestruction {
  const file = findCaseRow(store, id)
  if (!file) throw new ProblemError('not-found', { what: 'De casus' })
  if (file.status !== 'closed') throw new ProblemError('case-not-closed')
  const asked = { caseId: id, number: file.number, motive: maskBsn(motive), askedAccount: actor.account, askedBy: actor.name, askedAt: now }
  store.write((writer) => {
    dropDestruction(writer, id)
    insertDestruction(writer, asked)
  })
  return shown({ ...asked, ...nothingYet })
}

/**
 * Destroys the case with all it holds, or refuses to: by somebody else than who asked. The number is never given out again.
 * @throws ProblemError `not-found`, `second-person`, `case-not-closed` when it was opened again meanwhile
 */
export function decideDestruction({ store, actor, now }: Asking, { id, approve }: { id: number; approve: boolean }): null {
  const asked = findDestruction(store, id)
  if (!asked || asked.destroyedAt !== '') throw new ProblemError('not-found', { what: 'De aanvraag' })
  if (asked.askedAccount === actor.account) throw new ProblemError('second-person')
  if (approve && findCaseRow(store, id)?.status !== 'closed') throw new ProblemError('case-not-closed')
  store.write((writer) => {
    if (approve) destroyCaseRows(writer, id, { destroyedBy: actor.name, destroyedAt: now, ...measure(writer, id) })
    else dropDestruction(writer, id)
  })
  return null
}

const nothingYet = { destroyedBy: '', destroyedAt: '', contentHash: '', subjects: 0, statements: 0, exports: 0 }

function measure(reader: Reader, id: number): { contentHash: string; subjects: number; statements: number; exports: number } {
  const [file, subjects, statements, exports] = [findCaseRow(reader, id), caseSubjects(reader, id), listStatementRows(reader, id), listExportRows(reader, id)]
  const contentHash = createHash('sha256').update(JSON.stringify([file, subjects, statements, exports])).digest('hex')
  return { contentHash, subjects: subjects.length, statements: statements.length, exports: exports.length }
}

function shown({ askedAccount: _account, ...row }: DestructionRow): CaseDestruction {
  return row
}
