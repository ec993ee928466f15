import { createHash } from 'node:crypto'
import type { SheetMapping, SheetReport } from '#shared/model/source.ts'
import { recordId } from '#shared/model/recordId.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import type { Reader, Value, Writer } from '../store/database.ts'
import { findByFingerprint, findStanding, finishDelivery, insertDelivery, keepTitles, seriesOf } from '../store/deliveries.ts'
import { readMeta } from '../store/meta.ts'
import { contentInserter, inBulk } from '../store/records.ts'
import { isRegister } from '../store/registers.ts'
import { todayOf } from '../today.ts'
import { readAhead } from './ahead/readAhead.ts'
import { destroyedCheck } from './destroyedSignals.ts'
import { columnsWithin } from './hiddenParts.ts'
import { cellKeeper } from './keptCells.ts'
import { headingShape, rememberMapping } from './mappingMemory.ts'
import { placeOf } from './rowPlace.ts'
import { planRows, type RowPlan } from './rowPlan.ts'
import { compileRows } from './rowReader.ts'
import { SheetIntake } from './sheetIntake.ts'
import { droppedOf, reportOf } from './sheetReport.ts'
import { SIGNALS } from './signalMark.ts'
import type { Survey } from './survey.ts'
import { findTriagedAgain, markTriaged } from './triagedAgain.ts'
import type { SheetInfo, Workbook } from './workbook.ts'

/** A guess for formats that do not say how many rows they have; only used to choose how indexes are kept. */
const BYTES_PER_ROW = 200

/** What all sheets of one import share. */
export interface Intake {
  context: CallContext
  writer: Writer
  workbook: Workbook
  survey: Survey
  path: string
  file: string
}

/**
 * Takes one sheet in as a delivery of its own, within the transaction of its file.
 * @throws ProblemError of the readers, `not-found`, `sheet-empty`, `cancelled`, `disk-full`
 */
export async function takeSheet(intake: Intake, mapping: SheetMapping): Promise<SheetReport> {
  const { writer, workbook, survey } = intake
  const sheet = workbook.sheets.find((one) => one.name === mapping.sheet)
  if (!sheet) throw new ProblemError('not-found', { what: `Blad ‘${mapping.sheet}’` })
  const fingerprint = fingerprintOf(survey.hash, mapping, workbook)
  const earlier = findByFingerprint(writer, fingerprint)
  if (earlier) return reportOf(writer, mapping, earlier.id, JSON.parse(earlier.dropped), { isRepeat: true, change: null })
  const seriesId = seriesToFollow(writer, mapping)
  const plan = planRows(writer, mapping)
  const dropped = droppedOf(mapping, plan)
  const deliveryId = beginDelivery(intake, mapping, { fingerprint, dropped: JSON.stringify(dropped), seriesId })
  const place = placeOf(writer, plan, { deliveryId, earlier: earlierOf(writer, seriesId, deliveryId), isComplete: isComplete(mapping) })
  const { hashKey } = intake.context
  if (plan.kind.table === SIGNALS) markTriaged(writer, hashKey)
  await inBulk(writer, plan.kind.table, sheet.rows ?? Math.floor(survey.bytes / BYTES_PER_ROW), (added) => {
    const insert = (values: Value[]) => {
      if (place.insert(values)) added()
    }
    return readRows(intake, mapping, plan, deliveryId, sheet, insert)
  })
  const change = place.settle()
  if (plan.kind.table === SIGNALS) findTriagedAgain(writer, hashKey, [deliveryId])
  rememberMapping(writer, mapping, intake.context)
  return reportOf(writer, mapping, deliveryId, dropped, { isRepeat: false, change: seriesId === null ? null : change })
}

/** Writes the delivery itself, before its rows. @returns its number */
function beginDelivery({ context, writer, workbook, survey, file }: Intake, mapping: SheetMapping, found: { fingerprint: string; dropped: string; seriesId: number | null }): number {
  const { kind, sheet, supplier, referenceDate, headerRow, columns } = mapping
  return insertDelivery(writer, {
    kind, file, hash: survey.hash, sheet, readAs: workbook.readAs, supplier, referenceDate, mapping: JSON.stringify({ headerRow, columns, layout: workbook.layout }),
    purpose: context.purpose.id, account: context.actor.account, name: context.actor.name, at: context.now,
    shape: headingShape(mapping), isComplete: isComplete(mapping), ...found,
  })
}

/** Whether the delivery is all its source knows, so that what it leaves out is gone. */
function isComplete({ follows }: SheetMapping): boolean {
  return follows?.isComplete ?? false
}

function earlierOf(reader: Reader, seriesId: number | null, deliveryId: number): number[] {
  return seriesId === null ? [] : seriesOf(reader, seriesId).flatMap(({ id }) => (id < deliveryId ? [id] : []))
}

/** The source of the delivery this one follows. @throws ProblemError `not-found` when that was withdrawn or is of another kind */
function seriesToFollow(reader: Reader, { follows, kind }: SheetMapping): number | null {
  if (!follows) return null
  const before = findStanding(reader, follows.deliveryId)
  if (before?.kind !== kind) throw new ProblemError('not-found', { what: 'De levering waarop deze volgt' })
  return before.seriesId
}

async function readRows(intake: Intake, mapping: SheetMapping, plan: RowPlan, deliveryId: number, sheet: SheetInfo, insert: (values: Value[]) => void): Promise<void> {
  const { context, writer, workbook, survey } = intake
  const reading = { today: todayOf(context), isDemo: readMeta(writer, 'is-demo') === 'true' }
  const rows = compileRows(plan, context.hashKey, reading, destroyedCheck(writer, plan, context.hashKey))
  const taken = new SheetIntake({
    writer, deliveryId, rows, headerRow: mapping.headerRow, kept: cellKeeper(mapping.columns),
    lastColumn: workbook.layout.format === 'csv' ? Math.max(...mapping.columns.map((column) => column.column)) : null,
    insert: inserterOf(writer, plan, deliveryId, insert),
    report: (done) => {
      context.checkCancelled()
      context.report({ step: `Rijen innemen: ${mapping.sheet}`, done, total: sheet.rows })
    },
  })
  await readAhead(intake.path, survey, workbook, mapping.sheet, taken)
  if (taken.counts.rowsRead === 0) throw new ProblemError('sheet-empty', { sheet: mapping.sheet })
  const used = plan.mapped.map(({ column, heading }) => ({ column, heading }))
  finishDelivery(writer, deliveryId, taken.counts, columnsWithin(used, taken.hiddenRuns).map(({ heading }) => heading))
  if (taken.counts.refused > 0 && taken.titles.length > 0) keepTitles(writer, deliveryId, taken.titles)
}

/** Writes the values of an accepted row in the table of its kind, under its record id. */
function inserterOf(writer: Writer, plan: RowPlan, deliveryId: number, insert: (values: Value[]) => void): (row: number, values: Value[], sealed: string) => void {
  const place = plan.slot(isRegister(plan.kind.table) ? 'record_id' : 'id')
  const keep = plan.kind.fields.some((field) => field.type === 'sealed') ? contentInserter(writer) : null
  return (row, values, sealed) => {
    const id = recordId(deliveryId, row)
    values[place] = id
    insert(values)
    if (sealed !== '') keep?.(id, sealed)
  }
}

/** Equal for the same bytes read in the same way; supplier and reference date do not make it another delivery. */
function fingerprintOf(hash: string, mapping: SheetMapping, { text }: Workbook): string {
  const columns = mapping.columns.filter((one) => one.field !== null).map(({ column, field }) => [column, field])
  return createHash('sha256').update(JSON.stringify([hash, mapping.sheet, mapping.kind, mapping.headerRow, columns, ...(text?.isOwnChoice === true ? [text.reading] : []), ...(mapping.keepsGarbled === true ? ['as it stands'] : [])])).digest('hex')
}
