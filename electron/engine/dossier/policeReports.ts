import type { SavedReport } from '#shared/contract/policeReport.ts'
import { splitKey } from '#shared/model/entity.ts'
import { applies13b, openQuestions, PoliceAdminReport, ReportQuestion } from '#shared/model/policeReport.ts'
import type { CallContext } from '../context.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { ProblemError } from '../problem.ts'
import { caseSubjects, touchCase } from '../store/cases.ts'
import type { Reader } from '../store/database.ts'
import { policeReportRows, savePoliceReport } from '../store/policeReports.ts'
import { nameAll } from './entityNames.ts'
import { requireOpenCase } from './openCase.ts'

const SHORTEST_MOTIVE = 20

/** The reports of the police in a case, each with what it leaves open. */
export function readReports(reader: Reader, caseId: number): SavedReport[] {
  const reports = policeReportRows(reader, caseId).map(({ content, changedAt, changedBy }) => ({ report: PoliceAdminReport.parse(JSON.parse(content)), changedAt, changedBy }))
  const names = nameAll(reader, reports.map(({ report }) => report.address))
  return reports.map((one) => ({ ...one, addressLabel: names.get(one.report.address)?.label ?? '', open: openQuestions(one.report) }))
}

/**
 * Saves what a report answers about an address of the case.
 * @throws ProblemError `not-found` when the case is not there or the address not in it, `case-closed`, `report-ground` when nobody said on which
 * ground criminal-law data are held, `report-minors` when art. 13b is advised and
 * nobody said whether minors are there, `report-motive` when it is advised without saying why
 */
export function saveReport({ store, actor, now }: Pick<CallContext, 'store' | 'actor' | 'now'>, caseId: number, given: PoliceAdminReport): null {
  const report = masked(given)
  if (report.criminalGround === null) throw new ProblemError('report-ground')
  if (applies13b(report.advice)) {
    if (report.minors === null) throw new ProblemError('report-minors')
    if (report.motive.length < SHORTEST_MOTIVE) throw new ProblemError('report-motive', { shortest: SHORTEST_MOTIVE })
  }
  store.write((writer) => {
    requireOpenCase(writer, caseId)
    touchCase(writer, caseId, now)
    if (splitKey(report.address).kind !== 'address' || !caseSubjects(writer, caseId).includes(report.address)) throw new ProblemError('not-found', { what: 'Het adres in deze casus' })
    savePoliceReport(writer, caseId, { addressKey: report.address, minors: report.minors, advice: report.advice, content: JSON.stringify(report), changedAt: now, changedBy: actor.name })
  })
  return null
}

/** What is typed loses anything that could be a BSN. */
function masked(report: PoliceAdminReport): PoliceAdminReport {
  const answers = { ...report.answers }
  for (const question of ReportQuestion.options) answers[question] = maskBsn(answers[question])
  return { ...report, answers, reference: maskBsn(report.reference), motive: maskBsn(report.motive) }
}
