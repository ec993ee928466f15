import type { TextReading } from '#shared/model/source.ts'
import { reasons } from '#shared/text/reasons.ts'
import { columnLetter } from '../../normalise/headings.ts'
import { ProblemError } from '../../problem.ts'
import { LARGEST_CELL, type RowVisitor } from '../workbook.ts'
import { utf8Bytes } from './bytes.ts'
import { RecordScanner } from './scanner.ts'

/** A text file and how it is cut into rows. */
export interface CsvLayout extends TextReading {
  path: string
  /** the first line only says `sep=;` */
  skipsFirst: boolean
}

/** After so many quotes that are never closed the file is not a table. */
const MOST_BROKEN = 500

/**
 * Reads the records of a file to the visitor; a line whose quote is never closed is reported and reading goes on at the next.
 * @throws ProblemError `cell-too-large`, `file-damaged`
 */
export async function readRecords(layout: CsvLayout, visitor: RowVisitor): Promise<void> {
  let row = 0
  let broken = 0
  const scanner = new RecordScanner(layout, {
    record: (cells) => {
      row += 1
      if (isBlank(cells) || (layout.skipsFirst && row === 1)) return true
      checkCells(cells, row)
      return visitor.row(row, cells)
    },
    broken: (line) => {
      row += 1
      broken += 1
      if (broken > MOST_BROKEN) throw new ProblemError('file-damaged')
      visitor.bad(row, reasons.brokenQuotes, line.split(layout.separator))
      return true
    },
    endless: () => new ProblemError('cell-too-large', { row: row + 1 }),
  })
  for await (const chunk of utf8Bytes(layout.path, layout.encoding)) if (!scanner.push(chunk)) return
  scanner.end()
}

function checkCells(cells: readonly string[], row: number): void {
  for (let i = 0; i < cells.length; i += 1) {
    if ((cells[i] ?? '').length > LARGEST_CELL) throw new ProblemError('cell-too-large', { row, column: columnLetter(i) })
  }
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '') return false
  return true
}
