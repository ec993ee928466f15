import { once } from 'node:events'
import { parse, type CsvError, type InfoRecord, type Parser } from 'csv-parse'
import { columnLetter } from '../../normalise/headings.ts'
import { reasons } from '#shared/text/reasons.ts'
import { ProblemError } from '../../problem.ts'
import { LARGEST_CELL, type RowVisitor } from '../workbook.ts'
import { lineAt, utf8Bytes } from './bytes.ts'
import type { Encoding } from './encoding.ts'

/** How a text file is cut into rows. */
export interface CsvLayout {
  path: string
  encoding: Encoding
  separator: string
  /** the first line only says `sep=;` */
  skipsFirst: boolean
}

/** A record longer than this is one endless cell, or a quote that was never closed. */
const LARGEST_RECORD = 400_000
/** After so many quotes that are never closed the file is not a table. */
const MOST_BROKEN = 500
const SHOWN_OF_BROKEN = 2000
const QUOTE = 34

/**
 * Reads the records of a file to the visitor. A quote that is never closed would swallow what follows: such a line is reported
 * and reading goes on at the next line.
 */
export async function readRecords(layout: CsvLayout, visitor: RowVisitor): Promise<void> {
  let from = 0
  let row = 0
  for (let broken = 0; broken <= MOST_BROKEN; broken += 1) {
    const reading = new Reading(layout, visitor, row)
    await parseFrom(layout, from, reading)
    if (reading.failure !== null) throw reading.failure
    if (!reading.isBroken) return
    const { text, end } = await lineAt(layout.path, layout.encoding, from + reading.bytes, SHOWN_OF_BROKEN)
    row = reading.lastRow + 1
    visitor.bad(row, reasons.brokenQuotes, text.split(layout.separator))
    from = end
  }
  throw new ProblemError('file-damaged')
}

async function parseFrom(layout: CsvLayout, from: number, reading: Reading): Promise<void> {
  const parser = parse({
    delimiter: layout.separator,
    bom: from === 0,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: LARGEST_RECORD,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record: (record: string[], info: InfoRecord) => reading.take(record, info),
  })
  parser.on('skip', (error: CsvError) => reading.skip(error))
  parser.on('error', (error) => reading.fail(error))
  // nothing is ever pushed, but the end only comes to who listens
  parser.resume()
  try {
    for await (const chunk of utf8Bytes(layout.path, layout.encoding, from)) {
      await write(parser, chunk)
      if (!reading.goesOn) return
    }
    const ended = once(parser, 'end')
    parser.end()
    await ended
  } finally {
    parser.destroy()
  }
}

async function write(parser: Parser, chunk: Buffer): Promise<void> {
  if (!parser.write(chunk)) await once(parser, 'drain')
}

/** Turns records into rows. Errors are kept for after the chunk, because the parser would wrap or swallow them. */
class Reading {
  readonly #layout: CsvLayout
  readonly #visitor: RowVisitor
  lastRow: number
  #lastLine = 0
  /** place behind the last good record, counted from where this reading began */
  bytes = 0
  goesOn = true
  isBroken = false
  failure: unknown = null

  constructor(layout: CsvLayout, visitor: RowVisitor, row: number) {
    this.#layout = layout
    this.#visitor = visitor
    this.lastRow = row
  }

  fail(error: unknown): void {
    this.goesOn = false
    this.failure ??= error
  }

  #break(): void {
    this.goesOn = false
    this.isBroken = true
  }

  take(record: string[], info: InfoRecord): null {
    if (!this.goesOn) return null
    if (isMerged(record, this.#layout.separator)) {
      this.#break()
      return null
    }
    this.lastRow += 1
    this.#lastLine = info.lines
    this.bytes = info.bytes_records
    if (isBlank(record) || (this.#layout.skipsFirst && this.lastRow === 1)) return null
    try {
      this.#checkCells(record)
      this.goesOn = this.#visitor.row(this.lastRow, record)
    } catch (error) {
      this.fail(error)
    }
    return null
  }

  /** A record the parser gave up: one endless cell on a line, or a quote that was never closed. */
  skip(error: CsvError): void {
    if (!this.goesOn) return
    const lines = 'lines' in error ? Number(error['lines']) - this.#lastLine : 2
    if (error.code === 'CSV_MAX_RECORD_SIZE' && lines <= 1) this.fail(new ProblemError('cell-too-large', { row: this.lastRow + 1 }))
    else this.#break()
  }

  #checkCells(record: readonly string[]): void {
    for (let i = 0; i < record.length; i += 1) {
      if ((record[i] ?? '').length > LARGEST_CELL) throw new ProblemError('cell-too-large', { row: this.lastRow, column: columnLetter(i) })
    }
  }
}

/** A quote that was closed by a later, innocent one: the cell still begins with it and holds the end of one line and the start of the next. */
function isMerged(record: readonly string[], separator: string): boolean {
  for (const cell of record) if (cell.charCodeAt(0) === QUOTE && cell.includes(separator) && /[\r\n]/.test(cell)) return true
  return false
}

function isBlank(record: readonly string[]): boolean {
  for (const cell of record) if (cell !== '') return false
  return true
}
