import { basename } from 'node:path'
import type { ImportReport, SheetMapping } from '#shared/model/source.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { forbiddenSort, kindOf } from './kinds.ts'
import { missingLabels } from './kindChoice.ts'
import { openWorkbook } from './openWorkbook.ts'
import { surveyFile } from './survey.ts'
import { takeSheet } from './takeSheet.ts'

/** How a file is taken in. */
export interface ImportOptions {
  /** read and judge everything, keep nothing */
  dryRun: boolean
}

/** Ends a dry run: thrown through the transaction, so that it is undone, and caught outside it. */
class DryRun extends Error {
  readonly report: ImportReport

  constructor(report: ImportReport) {
    super('dry run')
    this.report = report
  }
}

/**
 * Takes the mapped sheets of one file in, in one transaction: all of it or nothing. What was taken in before with the same
 * mapping changes nothing. A dry run is the same work, undone at the end.
 * @throws ProblemError of the readers, `kind-unknown`, `column-required-missing`, `sheet-empty`, `cancelled`, `disk-full`
 */
export async function importFile(context: CallContext, path: string, sheets: readonly SheetMapping[], options: ImportOptions): Promise<ImportReport> {
  checkMappings(sheets)
  const survey = await surveyFile(path, (done, total) => {
    context.checkCancelled()
    context.report({ step: 'Bestand controleren', done, total })
  })
  const workbook = await openWorkbook(path, survey, sheets.find(({ text }) => text !== undefined)?.text)
  try {
    return await context.store.writeAsync(async (writer) => {
      const report: ImportReport = { file: basename(path), hash: survey.hash, sheets: [] }
      for (const mapping of sheets) report.sheets.push(await takeSheet({ context, writer, workbook, survey, path, file: report.file }, mapping))
      if (options.dryRun) throw new DryRun({ ...report, sheets: report.sheets.map((sheet) => (sheet.isRepeat ? sheet : { ...sheet, deliveryId: null })) })
      return report
    })
  } catch (error) {
    if (error instanceof DryRun) return error.report
    throw error
  } finally {
    await workbook.close()
  }
}

/** A mapping that cannot work is refused before anything is read. */
function checkMappings(sheets: readonly SheetMapping[]): void {
  for (const mapping of sheets) {
    const missing = missingLabels(kindOf(mapping.kind), { columns: mapping.columns.filter((column) => forbiddenSort(column.heading) === null) })
    if (missing.length > 0) throw new ProblemError('column-required-missing', { sheet: mapping.sheet, columns: missing.join('; ') })
  }
}
