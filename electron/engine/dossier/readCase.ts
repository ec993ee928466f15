import { z } from 'zod'
import type { CaseFile } from '#shared/contract/dossier.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { findCaseRow, listExportRows } from '../store/cases.ts'
import type { Reader } from '../store/database.ts'
import { todayOf } from '../today.ts'
import { summaryOf } from './cases.ts'
import { readClosing } from './closing.ts'
import { nameAll } from './entityNames.ts'
import { readPicture } from './followed.ts'
import { readInterventions } from './interventions.ts'
import { readReports } from './policeReports.ts'
import { readProposal, readRequests } from './proposals.ts'
import { scoresAround } from './scoreContext.ts'
import { readScoreRole } from './roleOfScores.ts'
import { readSignals } from './signals.ts'
import { readStatements } from './statements.ts'
import { subjectsOf, suggestedFacts } from './subjects.ts'
import { buildTimeline } from './timeline.ts'

/**
 * A case with everything the vault knows of its subjects at this moment: timeline, signals with content, scores of the
 * areas and branches around them. Only what a human stated and drew is stored; the rest is read afresh.
 * @throws ProblemError `not-found`
 */
export function readCase(context: CallContext, id: number): CaseFile {
  const { store } = context
  const row = findCaseRow(store, id)
  if (!row) throw new ProblemError('not-found', { what: 'De casus' })
  const picture = readPicture(store, row.picture)
  const today = todayOf(context)
  const statements = readStatements(store, id)
  const timeline = buildTimeline(store, picture, today)
  const summary = summaryOf(store, row, context.now)
  return {
    ...summary,
    occasion: row.occasion,
    goal: row.goal,
    purpose: { label: row.purposeLabel, ground: row.purposeGround, caseNumber: row.purposeCaseNumber },
    picture,
    subjects: subjectsOf(picture, nameAll(store, picture.nodes.map(({ key }) => key))),
    statements,
    suggestions: suggestedFacts(picture, new Set(statements.map(({ text }) => text))),
    timeline: timeline.entries,
    signals: readSignals(store, picture, today),
    reports: readReports(store, id),
    interventions: readInterventions(store, id),
    proposal: readProposal(store, id),
    partnerRequests: readRequests(store, id),
    closing: readClosing(store, id),
    scoreRole: readScoreRole(store, id),
    scores: scoresAround(context, picture, summary.phenomenon),
    remarks: timeline.remarks,
    exports: readExports(store, id),
  }
}

const ExportedFiles = z.array(z.object({ name: z.string(), sha256: z.string() }))

function readExports(reader: Reader, id: number): CaseFile['exports'] {
  return listExportRows(reader, id).map((row) => ({ ...row, files: ExportedFiles.parse(JSON.parse(row.files)) }))
}
