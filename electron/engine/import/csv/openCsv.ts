import { basename } from 'node:path'
import type { TextReading } from '#shared/model/source.ts'
import { encodingLabel, separatorName } from '#shared/text/textReading.ts'
import { ProblemError } from '../../problem.ts'
import type { Survey } from '../survey.ts'
import type { Workbook } from '../workbook.ts'
import { detectQuote } from './quote.ts'
import { readRecords } from './records.ts'
import { detectSeparator, hintedSeparator } from './separator.ts'

/**
 * A text file with separators, read as a stream in whatever encoding it has.
 * @param chosen how to read it, when somebody said so
 * @throws ProblemError `file-empty`
 */
export function openCsv(path: string, survey: Survey, chosen: TextReading | undefined, remarks: readonly string[]): Workbook {
  const sample = new TextDecoder(chosen?.encoding ?? survey.encoding).decode(survey.head)
  if (sample.trim() === '') throw new ProblemError('file-empty')
  const hinted = hintedSeparator(sample.slice(0, sample.search(/[\r\n]/) + 1))
  const quote = detectQuote(sample)
  const detected: TextReading = { separator: hinted ?? detectSeparator(sample, quote), quote, encoding: survey.encoding }
  const reading = chosen ?? detected
  const isOwnChoice = reading.separator !== detected.separator || reading.quote !== detected.quote || reading.encoding !== detected.encoding
  return {
    readAs: ['CSV', separatorName(reading.separator), ...(reading.quote === "'" ? ['enkele aanhalingstekens'] : []), encodingLabel[reading.encoding]].join(', '),
    sheets: [{ name: basename(path).replace(/\.[^.]*$/, ''), isHidden: false, rows: survey.lines, kind: null }],
    remarks,
    layout: { format: 'csv', separator: reading.separator, encoding: reading.encoding },
    slowPart: null,
    text: { reading, isOwnChoice },
    read: (_, visitor) => readRecords({ ...reading, path, skipsFirst: hinted !== null }, visitor),
    close: async () => undefined,
  }
}
