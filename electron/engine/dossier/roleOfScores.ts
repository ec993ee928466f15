import { SaidScoreRole, type ScoreRole } from '#shared/model/scoreRole.ts'
import type { CallContext } from '../context.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import type { Reader, Writer } from '../store/database.ts'
import { findScoreRole, saveScoreRole } from '../store/roleOfScores.ts'
import { requireOpenCase } from './openCase.ts'

/** Keeps what a score did in a case, in place of what was said before. */
export function noteScoreRole(writer: Writer, { actor, now }: Pick<CallContext, 'actor' | 'now'>, caseId: number, { played, explanation }: ScoreRole): void {
  saveScoreRole(writer, caseId, { played, explanation: maskBsn(explanation), at: now, by: actor.name })
}

/** The same for an open case, when its papers are made. @throws ProblemError `not-found`, `case-closed` */
export function sayScoreRole({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, caseId: number, role: ScoreRole): void {
  store.write((writer) => {
    requireOpenCase(writer, caseId)
    noteScoreRole(writer, { actor, now }, caseId, role)
  })
}

/** What was said of it last; null when nobody did. */
export function readScoreRole(reader: Reader, caseId: number): SaidScoreRole | null {
  const row = findScoreRole(reader, caseId)
  return row ? SaidScoreRole.parse(row) : null
}
