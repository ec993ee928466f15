import { issueSeverityLabel } from '#shared/text/terms.ts'
import { makeWholeFile } from '../../disk/wholeFile.ts'
import type { CallContext } from '../context.ts'
import { eachIssue } from '../store/deliveries.ts'
import { writings } from './csv/encode.ts'
import { csvLine } from './csv/line.ts'
import { deliveryOf } from './deliveryMapping.ts'
import { toRowIssue } from './issues.ts'

const HEADINGS = ['Bestand', 'Blad', 'Rij', 'Kolom', 'Kop', 'Waarde', 'Gevolg', 'Reden']
const PAGE = 1000

/**
 * Writes everything that was refused, repaired or left out of a delivery, a line each with its place, value and reason, for the department
 * to go through: CSV in UTF-8 with semicolons, whatever the source was.
 * @returns the number of lines
 * @throws ProblemError `not-found`, `write-failed`
 */
export function exportIssues(context: CallContext, deliveryId: number, path: string): number {
  const { file, sheet, mapping } = deliveryOf(context.store, deliveryId)
  const { mark, toBytes } = writings['utf-8']
  return makeWholeFile(path, (put) => {
    let [count, page] = [0, mark + csvLine(HEADINGS, ';')]
    for (const stored of eachIssue(context.store, deliveryId)) {
      const { row, column, heading, value, severity, reason } = toRowIssue(stored, { sheet, columns: mapping.columns })
      page += csvLine([file, sheet, String(row), column, heading, value, issueSeverityLabel[severity], reason], ';')
      count += 1
      if (count % PAGE !== 0) continue
      context.checkCancelled()
      context.report({ step: 'Opmerkingen schrijven', done: count, total: null })
      put(toBytes(page))
      page = ''
    }
    put(toBytes(page))
    return count
  })
}
