import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { DeliveryChange, DroppedColumn, ImportReport, SheetMapping, SheetReport } from '#shared/model/source.ts'
import { recordId } from '#shared/model/recordId.ts'
import type { CallContext } from '../context.ts'
import { columnLetter } from '../normalise/headings.ts'
import { ProblemError } from '../problem.ts'
import type { Reader, Value, Writer } from '../store/database.ts'
import { countsOf, findByFingerprint, findStanding, finishDelivery, groupsOfIssues, hiddenColumnsOf, insertDelivery, keepTitles, pageOfIssues, saveChange, seriesOf } from '../store/deliveries.ts'
import { readMeta } from '../store/meta.ts'
import { contentInserter, inBulk, recordInserter } from '../store/records.ts'
import { areasBeside, isRegister } from '../store/registers.ts'
import { todayOf } from '../today.ts'
import { readAhead } from './ahead/readAhead.ts'
import { destroyedCheck } from './destroyedSignals.ts'
import { columnsWithin } from './hiddenParts.ts'
import { toRowIssue } from './issues.ts'
import { cellKeeper } from './keptCells.ts'
import { forbiddenSort, kindOf } from './kinds.ts'
import { missingLabels } from './kindChoice.ts'
import { headingShape, rememberMapping } from './mappingMemory.ts'
import { openWorkbook } from './openWorkbook.ts'
import { ChangeExamples } from './changeExamples.ts'
import { RegisterIntake } from './registerIntake.ts'
import { planRows, type RowPlan } from './rowPlan.ts'
import { compileRows } from './rowReader.ts'
import { compareRows, settle } from './settle.ts'
import { SheetIntake } from './sheetIntake.ts'
import { SIGNALS } from './signalMark.ts'
import { surveyFile, type Survey } from './survey.ts'
import { findTriagedAgain, markTriaged } from './triagedAgain.ts'
import type { SheetInfo, Workbook } from './workbook.ts'

/** How a file is taken in. */
export interface ImportOptions {
  /** read and judge everything, keep nothing */
  dryRun: boolean
}

const SHOWN_ISSUES = 200

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

/** What all sheets of one import share. */
interface Intake {
  context: CallContext
  writer: Writer
  workbook: Workbook
  survey: Survey
  path: string
  file: string
}

async function takeSheet(intake: Intake, mapping: SheetMapping): Promise<SheetReport> {
  const { writer, workbook, survey } = intake
  const sheet = workbook.sheets.find((one) => one.name === mapping.sheet)
  if (!sheet) throw new ProblemError('not-found', { what: `Blad ‘${mapping.sheet}’` })
  const fingerprint = fingerprintOf(survey.hash, mapping, workbook)
  const earlier = findByFingerprint(writer, fingerprint)
  if (earlier) return reportOf(writer, mapping, earlier.id, JSON.parse(earlier.dropped), { isRepeat: true, change: null })
  const seriesId = seriesToFollow(writer, mapping)
  const plan = planRows(writer, mapping)
  const dropped = droppedOf(mapping, plan)
  const deliveryId = insertDelivery(writer, {
    kind: mapping.kind, file: intake.file, hash: survey.hash, sheet: mapping.sheet, readAs: workbook.readAs, supplier: mapping.supplier,
    referenceDate: mapping.referenceDate, mapping: JSON.stringify({ headerRow: mapping.headerRow, columns: mapping.columns, layout: workbook.layout }), fingerprint,
    purpose: intake.context.purpose.id, account: intake.context.actor.account, name: intake.context.actor.name, at: intake.context.now,
    dropped: JSON.stringify(dropped), shape: headingShape(mapping), seriesId, isComplete: mapping.follows?.isComplete ?? false,
  })
  const coming = sheet.rows ?? Math.floor(survey.bytes / BYTES_PER_ROW)
  const source: Source = { deliveryId, earlier: seriesId === null ? [] : seriesOf(writer, seriesId).flatMap(({ id }) => (id < deliveryId ? [id] : [])), isComplete: mapping.follows?.isComplete ?? false }
  const place = placeOf(writer, plan, source)
  const { hashKey } = intake.context
  if (plan.kind.table === SIGNALS) markTriaged(writer, hashKey)
  await inBulk(writer, plan.kind.table, coming, (added) => {
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

/** The source of the delivery this one follows. @throws ProblemError `not-found` when that was withdrawn or is of another kind */
function seriesToFollow(reader: Reader, { follows, kind }: SheetMapping): number | null {
  if (!follows) return null
  const before = findStanding(reader, follows.deliveryId)
  if (before?.kind !== kind) throw new ProblemError('not-found', { what: 'De levering waarop deze volgt' })
  return before.seriesId
}

/** A delivery with the earlier ones of its source. */
interface Source {
  deliveryId: number
  earlier: number[]
  isComplete: boolean
}

/** Where accepted rows go, and how they become the newest state of their source when all are in. */
interface Place {
  /** @returns whether a row came by it, instead of one being confirmed or changed */
  insert: (values: Value[]) => boolean
  settle: () => DeliveryChange
}

function placeOf(writer: Writer, plan: RowPlan, { deliveryId, earlier, isComplete }: Source): Place {
  const { table } = plan.kind
  const examples = new ChangeExamples(writer, plan.kind)
  const save = (change: Omit<DeliveryChange, 'examples'>): DeliveryChange => {
    saveChange(writer, deliveryId, change)
    return { ...change, examples: examples.list() }
  }
  if (isRegister(table)) {
    const intake = new RegisterIntake(writer, table, deliveryId, (before, after) => examples.add(before, after))
    return {
      insert: (values) => intake.take(values),
      settle: () => {
        if (isComplete) intake.endUnsaid(earlier)
        return save(intake.change)
      },
    }
  }
  const insert = recordInserter(writer, table, plan.columns)
  return {
    insert: (values) => {
      insert(values)
      return true
    },
    settle: () => {
      if (earlier.length === 0) return save({ added: countsOf(writer, deliveryId).accepted, changed: 0, gone: 0, unchanged: 0 })
      const pairs = compareRows(writer, plan.kind, deliveryId, earlier, isComplete)
      examples.addPairs(pairs)
      return save(settle(writer, plan.kind, deliveryId, pairs))
    },
  }
}

/** A guess for formats that do not say how many rows they have; only used to choose how indexes are kept. */
const BYTES_PER_ROW = 200

async function readRows(intake: Intake, mapping: SheetMapping, plan: RowPlan, deliveryId: number, sheet: SheetInfo, insert: (values: Value[]) => void): Promise<void> {
  const { context, writer, workbook, survey } = intake
  const reading = { currentYear: Number(todayOf(context).slice(0, 4)), isDemo: readMeta(writer, 'is-demo') === 'true' }
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

/** Columns that are not taken in, forbidden ones also when the mapping wanted them. */
function droppedOf(mapping: SheetMapping, plan: RowPlan): DroppedColumn[] {
  const used = new Set(plan.mapped.map((one) => one.column))
  const fields = new Set(plan.mapped.map((one) => one.field.id))
  return mapping.columns
    .filter(({ column }) => !used.has(column))
    .map(({ heading, field, reason }): DroppedColumn => {
      if (forbiddenSort(heading) !== null) return { heading, reason: 'forbidden' }
      if (field !== null && fields.has(field)) return { heading, reason: 'duplicate' }
      return { heading, reason: reason.includes('leeg') ? 'empty' : 'not-listed' }
    })
}

/** Equal for the same bytes read in the same way; supplier and reference date do not make it another delivery. */
function fingerprintOf(hash: string, mapping: SheetMapping, { text }: Workbook): string {
  const columns = mapping.columns.filter((one) => one.field !== null).map(({ column, field }) => [column, field])
  return createHash('sha256').update(JSON.stringify([hash, mapping.sheet, mapping.kind, mapping.headerRow, columns, ...(text?.isOwnChoice === true ? [text.reading] : []), ...(mapping.keepsGarbled === true ? ['as it stands'] : [])])).digest('hex')
}

const MOST_GROUPS = 100

function reportOf(
  reader: Reader, mapping: SheetMapping, deliveryId: number, dropped: DroppedColumn[], { isRepeat, change }: Pick<SheetReport, 'isRepeat' | 'change'>,
): SheetReport {
  const counts = countsOf(reader, deliveryId)
  const headings = new Map(mapping.columns.map(({ column, heading }) => [column, heading]))
  const { issues, total } = pageOfIssues(reader, deliveryId, 0, SHOWN_ISSUES)
  return {
    deliveryId, sheet: mapping.sheet, kind: mapping.kind, kindLabel: kindOf(mapping.kind).label, ...counts,
    ignored: counts.rowsRead - counts.accepted - counts.refused, isRepeat, dropped, issueCount: total, change, areasLeft: isRepeat || kindOf(mapping.kind).table !== 'area' ? [] : areasBeside(reader, deliveryId), hiddenColumns: hiddenColumnsOf(reader, deliveryId),
    groups: groupsOfIssues(reader, deliveryId, MOST_GROUPS).map(({ columnIndex, ...group }) => ({
      ...group, column: columnIndex < 0 ? '' : columnLetter(columnIndex), heading: headings.get(columnIndex) ?? '',
    })),
    issues: issues.map((issue) => toRowIssue(issue, mapping)),
  }
}
