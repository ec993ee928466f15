import { issueSeverityLabel } from '#shared/text/terms.ts'
import { makeWholeFile } from '../../disk/wholeFile.ts'
import type { CallContext } from '../context.ts'
import { eachIssue } from '../store/deliveries.ts'
import { writings } from './csv/encode.ts'
import { csvLine } from './csv/line.ts'
import { putLines } from './csv/putLines.ts'
import { deliveryOf, type DeliveryWithMapping } from './deliveryMapping.ts'
import { toRowIssue } from './issues.ts'

const HEADINGS = ['Bestand', 'Blad', 'Rij', 'Kolom', 'Kop', 'Waarde', 'Gevolg', 'Reden']

/**
 * Writes everything that was refused, repaired or left out of a delivery, a line each with its place, value and reason, for the department
 * to go through: CSV in UTF-8 with semicolons, whatever the source was.
 * @returns the number of lines
 * @throws ProblemError `not-found`, `write-failed`
 */
export function exportIssues(context: CallContext, deliveryId: number, path: string): number {
  const delivery = deliveryOf(context.store, deliveryId)
  const { mark, toBytes } = writings['utf-8']
  return makeWholeFile(path, (put) => putLines(context, put, issueRows(context, delivery), { top: mark + csvLine(HEADINGS, ';'), separator: ';', toBytes, step: 'Opmerkingen schrijven' }))
}

function* issueRows({ store }: Pick<CallContext, 'store'>, { id, file, sheet, mapping }: DeliveryWithMapping): Generator<string[]> {
  for (const stored of eachIssue(store, id)) {
    const { row, column, heading, value, severity, reason } = toRowIssue(stored, { sheet, columns: mapping.columns })
    yield [file, sheet, String(row), column, heading, value, issueSeverityLabel[severity], reason]
  }
}
