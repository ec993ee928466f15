import { basename } from 'node:path'
import type { DroppedColumn, Follows, SheetChoice, SheetView, WorkbookView } from '#shared/model/source.ts'
import { formatCount, formatDate, formatNumber } from '#shared/text/format.ts'
import type { CallContext } from '../context.ts'
import { cellText } from '../normalise/reading.ts'
import type { Reader } from '../store/database.ts'
import { findByHash, findStanding } from '../store/deliveries.ts'
import { readMeta } from '../store/meta.ts'
import { todayOf } from '../today.ts'
import { referenceDateOf, supplierOf } from './deliveryGuess.ts'
import { besideOf, followUpOf, type Arrival } from './followUp.ts'
import { headerOf, headingLabel, type Header, type SampleRow } from './headerRow.ts'
import type { Run } from './hiddenParts.ts'
import { cellKeeper } from './keptCells.ts'
import { missingLabels, recogniseKind, type KindChoice, type Recognition } from './kindChoice.ts'
import { kindOf } from './kinds.ts'
import { proposeMapping } from './mapping.ts'
import { asRemembered, rememberedMapping } from './mappingMemory.ts'
import { openWorkbook } from './openWorkbook.ts'
import { isReasonHeading } from './reasonColumn.ts'
import { countLetters, garbledRemark, hiddenColumnsRemark, sheetRemarks, unsureRemark } from './sheetRemarks.ts'
import { surveyFile } from './survey.ts'
import type { ReadingContext } from './valueReaders.ts'
import type { SheetInfo, Workbook } from './workbook.ts'

/** Rows of a sheet that are looked at before anything is taken in. */
const SAMPLE_ROWS = 200
/** Of a large extract only the headings: its first address comes after all streets and objects. */
const LARGE_EXTRACT = 20_000_000
const SHOWN_ROWS = 25
const SHOWN_COLUMNS = 200

/**
 * How a file is read and what is proposed for each of its sheets. Nothing is stored.
 * @param choices what the user settled already, per sheet
 * @throws ProblemError of the readers
 */
export async function inspectFile(context: CallContext, path: string, choices: readonly SheetChoice[]): Promise<WorkbookView> {
  const survey = await surveyFile(path, (done, total) => {
    context.checkCancelled()
    context.report({ step: 'Bestand bekijken', done, total })
  })
  const workbook = await openWorkbook(path, survey, choices.find(({ text }) => text !== undefined)?.text)
  const reading: ReadingContext = { today: todayOf(context), isDemo: readMeta(context.store, 'is-demo') === 'true' }
  const file = basename(path)
  try {
    const sheets: SheetView[] = []
    for (const [i, sheet] of workbook.sheets.entries()) {
      context.report({ step: `Blad bekijken: ${sheet.name}`, done: i, total: workbook.sheets.length })
      const choice = choices.find((one) => one.sheet === sheet.name)
      const limit = sheet.kind === 'address' && survey.bytes > LARGE_EXTRACT ? 1 : SAMPLE_ROWS
      const sample = await readSample(context, workbook, sheet, limit)
      sheets.push(viewSheet({ reader: context.store, workbook, sheet, sample, file, hash: survey.hash, choice, reading }))
    }
    return { file, bytes: survey.bytes, hash: survey.hash, readAs: workbook.readAs, text: workbook.text?.reading ?? null, sheets, earlier: findByHash(context.store, survey.hash) }
  } finally {
    await workbook.close()
  }
}

interface Sample {
  rows: SampleRow[]
  /** rows among them the reader could not make cells of */
  broken: number
  /** rows among them that do not show in the workbook */
  hidden: number
  /** columns that do not show in it */
  hiddenRuns: Run[]
}

/** What a view of a sheet is made from. */
interface Seen {
  reader: Reader
  workbook: Workbook
  sheet: SheetInfo
  sample: Sample
  file: string
  hash: string
  choice: SheetChoice | undefined
  reading: ReadingContext
}

const nothingLikely: Recognition = { likely: [], isSure: false }

function viewSheet(seen: Seen): SheetView {
  const { workbook, sheet, file, choice, reading } = seen
  const { rows, broken, hidden } = seen.sample
  const header = headerOf(rows, { row: choice?.headerRow ?? null, isDouble: choice?.isDoubleHeader ?? null })
  const data = header ? rows.filter((one) => one.row > header.row) : []
  const { likely, isSure } = header ? choose(seen, header, data) : nothingLikely
  const chosen = isSure ? likely[0] : undefined
  const letters = countLetters(rows)
  const remarks = [...workbook.remarks, ...sheetRemarks(sheet, rows, header), ...garbledRemark(letters)]
  if (broken > 0) remarks.push(broken === 1 ? 'Een van de eerste rijen is niet te lezen; zij komt bij de geweigerde rijen.' : `${formatNumber(broken)} van de eerste rijen zijn niet te lezen; zij komen bij de geweigerde rijen.`)
  if (hidden > 0) remarks.push(`${formatCount(hidden, 'van de eerste rijen is', 'van de eerste rijen zijn')} verborgen in de werkmap; ook die worden ingelezen.`)
  remarks.push(...hiddenColumnsRemark(seen.sample.hiddenRuns, header))
  const view = { name: sheet.name, isHidden: sheet.isHidden, rows: Math.max(sheet.rows ?? 0, rows.at(-1)?.row ?? 0), isDoubleHeader: header?.isDouble ?? false, garbled: letters.garbled, remarks }
  if (!header || !chosen) return { ...view, sample: sampleTexts(rows, null), proposal: null, dropped: [], missing: [], doubt: likely.map(({ kind }) => kind.label) }
  remarks.push(...unsureRemark(chosen.proposal))
  const referenceDate = referenceDateOf(file, rows, header, reading)
  const isMended = chosen.proposal.columns.some(({ heading }) => isReasonHeading(heading))
  const arrival: Arrival = { kind: chosen.kind.id, file, sheet: sheet.name, hash: seen.hash, supplier: choice?.supplier ?? null, isMended }
  const before = followUpOf(seen.reader, arrival)
  if (isMended) remarks.push('Deze rijen zijn eerder geweigerd; de kolom met de reden wordt overgeslagen en zij vullen de levering aan.')
  const follows = before && { deliveryId: before.deliveryId, isComplete: before.isComplete }
  if (before && !before.isComplete && !isMended && chosen.kind.delivers === 'all') remarks.push(OFTEN_WHOLE)
  if (!before) remarks.push(...besideRemark(seen.reader, arrival))
  const supplier = choice?.supplier ?? before?.supplier ?? supplierOf(chosen, file)
  remarks.push(...orderRemarks(seen.reader, follows, referenceDate))
  return {
    ...view,
    sample: sampleTexts(rows, chosen.proposal.columns),
    proposal: { sheet: sheet.name, kind: chosen.kind.id, headerRow: header.row, columns: chosen.proposal.columns, supplier, referenceDate, follows, text: workbook.text?.reading },
    dropped: chosen.proposal.dropped,
    missing: missingLabels(chosen.kind, chosen.proposal),
    doubt: [],
  }
}

async function readSample(context: CallContext, workbook: Workbook, sheet: SheetInfo, limit: number): Promise<Sample> {
  const rows: SampleRow[] = []
  const hiddenRuns: Run[] = []
  let [broken, hidden, hiddenRow] = [0, 0, 0]
  await workbook.read(sheet.name, {
    row: (row, cells) => {
      rows.push({ row, cells: cells.slice(0, SHOWN_COLUMNS) })
      if (row === hiddenRow) hidden += 1
      return rows.length < limit
    },
    bad: () => {
      broken += 1
    },
    hidden: (row) => {
      hiddenRow = row
    },
    hiddenColumns: (run) => {
      hiddenRuns.push(run)
    },
    beat: () => context.checkCancelled(),
  })
  return { rows, broken, hidden, hiddenRuns }
}

/** The kinds and mappings that are likely, or the one that was used for these headings before; a kind the user chose stands. */
function choose({ reader, sheet, sample, file, choice, reading }: Seen, header: Header, data: readonly SampleRow[]): Recognition {
  const titles = sample.rows.filter((one) => one.row < header.row).flatMap(({ cells }) => cells.map(cellText))
  const wanted = choice?.kind ?? sheet.kind ?? null
  const recognition = wanted === null ? recogniseKind(header.headings, data, [file, sheet.name, ...titles], reading) : { likely: [as(wanted)], isSure: true }
  const [chosen] = recognition.likely
  const remembered = rememberedMapping(reader, chosen?.proposal.columns ?? header.headings.map((heading) => ({ heading: headingLabel(heading) })))
  if (!remembered || (wanted !== null && remembered.kind !== wanted)) return recognition
  const base = chosen?.kind.id === remembered.kind ? chosen : as(remembered.kind)
  const columns = asRemembered(base.proposal.columns, remembered)
  const dropped = columns.flatMap(({ heading, field }): DroppedColumn[] => {
    if (field !== null) return []
    return [base.proposal.dropped.find((one) => one.heading === heading) ?? { heading, reason: 'not-listed' }]
  })
  return { likely: [{ ...base, proposal: { ...base.proposal, columns, dropped, unsure: [] } }], isSure: true }

  function as(id: string): KindChoice {
    const kind = kindOf(id)
    return { kind, proposal: proposeMapping(kind, header.headings, data, reading), score: 0 }
  }
}

/** An older state after a newer one is told, because it would bring the older one back. */
function orderRemarks(reader: Reader, follows: Follows | null, referenceDate: string | null): string[] {
  const before = follows ? findStanding(reader, follows.deliveryId)?.referenceDate : null
  if (!before || referenceDate === null || referenceDate >= before) return []
  return [`De peildatum ligt vóór die van de levering waarop deze volgt (${formatDate(before)}).`]
}

/** A next delivery that is taken for a source of its own leaves what is no longer so. */
function besideRemark(reader: Reader, arrival: Arrival): string[] {
  const beside = besideOf(reader, arrival)
  return beside ? [`Dit wordt een bron naast ‘${beside.file}’ (levering ${beside.id}). Is het daarvan de volgende levering, geef dat dan aan; anders blijft staan wat daarin niet meer geldt.`] : []
}

const OFTEN_WHOLE = 'Een bestand met deze naam kwam eerder binnen. Komt het van dezelfde leverancier en is het de hele stand, geef dat dan aan; anders vult het aan.'

/** The first rows as text from row 1, with masked BSNs and without forbidden data. */
function sampleTexts(rows: readonly SampleRow[], columns: Parameters<typeof cellKeeper>[0] | null): string[][] {
  const keep = cellKeeper(columns ?? [])
  const first = new Map(rows.filter((one) => one.row <= SHOWN_ROWS).map((one) => [one.row, one.cells]))
  const last = Math.max(0, ...first.keys())
  return Array.from({ length: last }, (_, i) => keep(first.get(i + 1) ?? []).map((text) => text.slice(0, 200)))
}
