import { utils, write } from 'xlsx'
import { z } from 'zod'
import { makeWholeFile, type Put } from '../../disk/wholeFile.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { eachRefusedRow } from '../store/deliveries.ts'
import { cellFitting } from '../normalise/cellFitting.ts'
import { fitsWindows1252 } from '../normalise/windows1252.ts'
import { writings } from './csv/encode.ts'
import { csvLine } from './csv/line.ts'
import { putLines } from './csv/putLines.ts'
import { REASON_HEADING } from './reasonColumn.ts'
import { deliveryOf, type DeliveryWithMapping } from './deliveryMapping.ts'

/**
 * Writes the refused rows of a delivery in the layout of their source, with the rows above its headings and the reason behind each row:
 * CSV for CSV with the same separator and encoding, as far as that has the letters, else XLSX. Cells that would be formulas are neutralised.
 * @returns the number of rows written
 * @throws ProblemError `not-found`, `write-failed`
 */
export function exportRefusals(context: CallContext, deliveryId: number, path: string): number {
  const delivery = deliveryOf(context.store, deliveryId)
  const { layout } = delivery.mapping
  return makeWholeFile(path, (put) => (layout.format === 'csv' ? putCsv(context, delivery, layout, put) : putWorkbook(context, delivery, put)))
}

/** Headings by column of the source; columns without one stay empty. */
function headingsOf(delivery: DeliveryWithMapping): string[] {
  const headings: string[] = []
  for (const { column, heading } of delivery.mapping.columns) headings[column] = heading
  return [...Array.from(headings, (heading) => heading ?? ''), REASON_HEADING]
}

const Cells = z.array(z.string())

function* refusedRows(context: CallContext, deliveryId: number, width: number): Generator<string[]> {
  for (const { row, cells, reasons } of eachRefusedRow(context.store, deliveryId)) {
    const texts = Cells.parse(JSON.parse(cells))
    yield [...Array.from({ length: width }, (_, i) => texts[i] ?? ''), `Rij ${row}: ${reasons}`]
  }
}

/** Above the headings; where those were read from two rows the upper one stands in them already. */
function titlesOf({ mapping }: DeliveryWithMapping): string[][] {
  return mapping.columns.some(({ heading }) => heading.includes(' / ')) ? mapping.titles.slice(0, -1) : mapping.titles
}

function putCsv(context: CallContext, delivery: DeliveryWithMapping, { separator, encoding }: CsvLayout, put: Put): number {
  const headings = headingsOf(delivery)
  const top = [...titlesOf(delivery), headings].map((cells) => csvLine(cells, separator)).join('')
  const { mark, toBytes } = writings[encoding === 'windows-1252' && !fits(context, delivery, top) ? 'utf-8' : encoding]
  return putLines(context, put, refusedRows(context, delivery.id, headings.length - 1), { top: mark + top, separator, toBytes, step: 'Geweigerde rijen schrijven' })
}

/** Whether all of it can be written in Windows-1252; the reasons are the application's own words, with letters of their own. */
function fits(context: CallContext, delivery: DeliveryWithMapping, top: string): boolean {
  if (!fitsWindows1252(top)) return false
  for (const cells of refusedRows(context, delivery.id, delivery.mapping.columns.length)) if (!fitsWindows1252(cells.join(''))) return false
  return true
}

type CsvLayout = Extract<DeliveryWithMapping['mapping']['layout'], { format: 'csv' }>

/** Every cell a string cell, so that nothing becomes a formula and no leading zero is lost. */
function putWorkbook(context: CallContext, delivery: DeliveryWithMapping, put: Put): number {
  const headings = headingsOf(delivery)
  const rows = [...refusedRows(context, delivery.id, headings.length - 1)]
  const sheet = utils.aoa_to_sheet([...titlesOf(delivery), headings, ...rows].map((row) => row.map((text) => ({ t: 's', v: cellFitting(text), z: '@' }))))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, sheetName(delivery.sheet))
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  if (!Buffer.isBuffer(bytes)) throw new ProblemError('write-failed')
  put(bytes)
  return rows.length
}

/** Excel allows 31 characters and not these, no apostrophe at either end, and not the one name it keeps for itself. */
function sheetName(name: string): string {
  const fitting = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31).replace(/^[\s']+|[\s']+$/g, '')
  return fitting === '' || /^history$/i.test(fitting) ? 'Blad1' : fitting
}
