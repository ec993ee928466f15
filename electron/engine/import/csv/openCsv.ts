import { basename } from 'node:path'
import { ProblemError } from '../../problem.ts'
import type { Survey } from '../survey.ts'
import type { Workbook } from '../workbook.ts'
import { encodingLabel } from './encoding.ts'
import { readRecords } from './records.ts'
import { detectSeparator, hintedSeparator, separatorLabel } from './separator.ts'

/** A text file with separators, read as a stream in whatever encoding it has. @throws ProblemError `file-empty` */
export function openCsv(path: string, survey: Survey, remarks: readonly string[]): Workbook {
  const sample = new TextDecoder(survey.encoding).decode(survey.head)
  if (sample.trim() === '') throw new ProblemError('file-empty')
  const hinted = hintedSeparator(sample.slice(0, sample.search(/[\r\n]/) + 1))
  const separator = hinted ?? detectSeparator(sample)
  const label = separatorLabel[separator] ?? `scheidingsteken ${separator}`
  const layout = { path, encoding: survey.encoding, separator, skipsFirst: hinted !== null }
  return {
    readAs: `CSV, ${label}, ${encodingLabel[survey.encoding]}`,
    sheets: [{ name: basename(path).replace(/\.[^.]*$/, ''), isHidden: false, rows: survey.lines, kind: null }],
    remarks,
    layout: { format: 'csv', separator },
    read: (_, visitor) => readRecords(layout, visitor),
    close: async () => undefined,
  }
}
