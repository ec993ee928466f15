import type { ImportReport, SheetReport, WorkbookView } from '#shared/model/source.ts'
import { areasLeftLines } from '#shared/text/areasLeft.ts'
import { unsureKinds } from '#shared/text/deliveryKinds.ts'
import { enumerated, formatCount, formatNumber } from '#shared/text/format.ts'
import { hiddenPartLines } from '#shared/text/hiddenParts.ts'
import { droppedReasonLabel, issueSeverityLabel } from '#shared/text/terms.ts'

/** A file that went in, and its sheets that did not. */
export interface TakenFile {
  report: ImportReport
  leftOut: { sheet: string; rows: number; reason: string }[]
  /** what the reader remarked, each with the sheets it holds for */
  remarks: { remark: string; sheets: string[] }[]
}

/** What the reader remarked of the sheets that go in; what holds for several is said once. */
export function remarksOf({ sheets }: WorkbookView): TakenFile['remarks'] {
  const told = sheets.filter(({ isHidden, proposal }) => !isHidden && proposal !== null).flatMap(({ name, remarks }) => remarks.map((remark) => ({ name, remark })))
  return [...Map.groupBy(told, ({ remark }) => remark)].map(([remark, of]) => ({ remark, sheets: of.map(({ name }) => name) }))
}

/** The same as `opmerkingen` in the JSON answer. */
export function remarkCounts({ report, remarks }: TakenFile): Record<string, unknown>[] {
  return remarks.map(({ remark, sheets }) => ({ bestand: report.file, bladen: sheets, opmerking: remark }))
}

/** The same for people; a file with one sheet needs no name of it. */
export function remarkLines({ report, remarks }: TakenFile): string[] {
  return remarks.map(({ remark, sheets }) => `${report.file}${sheets.length === report.sheets.length ? '' : ` · ${sheets.join(', ')}`}: ${remark}`)
}

/** Sheets that are not taken in unless somebody says what they are; an empty one is nobody's loss. */
export function leftOutOf({ sheets }: WorkbookView): TakenFile['leftOut'] {
  return sheets
    .filter(({ rows, isHidden, proposal }) => rows > 0 && (isHidden || proposal === null))
    .map(({ name, rows, isHidden, doubt }) => ({ sheet: name, rows, reason: isHidden ? 'het blad is verborgen in de werkmap' : doubtOr(doubt, 'er is geen soort levering in te herkennen') }))
}

function doubtOr(doubt: readonly string[], none: string): string {
  return doubt.length === 0 ? none : `uit de koppen blijkt niet welke soort levering dit is: ${unsureKinds(doubt)}; geef die met --soort`
}

/** The sheets that stayed out, as `niet_gelezen` in the JSON answer. */
export function leftOutCounts({ report, leftOut }: TakenFile): Record<string, unknown>[] {
  return leftOut.map(({ sheet, rows, reason }) => ({ bestand: report.file, blad: sheet, rijen: rows, reden: reason }))
}

/** The same for people. */
export function leftOutLines({ report, leftOut }: TakenFile): string[] {
  return leftOut.map(({ sheet, rows, reason }) => `${report.file} · ${sheet}: niet ingelezen (${formatCount(rows, 'rij', 'rijen')}); ${reason}.`)
}

/** What came of each sheet, as `bronnen` in every JSON answer. */
export function sourceCounts(report: ImportReport): Record<string, unknown>[] {
  return report.sheets.map((sheet) => ({
    bestand: report.file, blad: sheet.sheet, soort: sheet.kind, gelezen: sheet.rowsRead, geaccepteerd: sheet.accepted, hersteld: sheet.repaired, geweigerd: sheet.refused,
    overgeslagen: sheet.ignored, verborgen_rijen: sheet.hiddenRows, verborgen_kolommen: sheet.hiddenColumns, herhaling: sheet.isRepeat, levering: sheet.deliveryId,
    verschil: sheet.change && { nieuw: sheet.change.added, gewijzigd: sheet.change.changed, verdwenen: sheet.change.gone, ongewijzigd: sheet.change.unchanged },
    gebleven_gebieden: sheet.areasLeft,
    vervallen_kolommen: sheet.dropped.map(({ heading, reason }) => ({ kop: heading, reden: droppedReasonLabel[reason] })),
    redenen: sheet.groups.map(({ heading, severity, reason, count }) => ({ kolom: heading, gevolg: issueSeverityLabel[severity], reden: reason, aantal: count })),
  }))
}

/** The same for people. */
export function sourceLines(report: ImportReport): string[] {
  return report.sheets.flatMap((sheet) => {
    const name = sheet.sheet === '' || report.sheets.length === 1 ? report.file : `${report.file} · ${sheet.sheet}`
    if (sheet.isRepeat) return [`${name}: eerder ingelezen, niets gewijzigd.`]
    const counts = `${formatCount(sheet.rowsRead, 'rij', 'rijen')} gelezen, ${formatNumber(sheet.accepted)} geaccepteerd (${formatNumber(sheet.repaired)} hersteld), ${formatNumber(sheet.refused)} geweigerd`
    const dropped = sheet.dropped.filter((column) => column.reason === 'forbidden').map((column) => `  kolom ${column.heading}: ${droppedReasonLabel[column.reason]}`)
    const unlisted = sheet.dropped.filter((column) => column.reason === 'not-listed').map(({ heading }) => heading)
    const left = unlisted.length === 0 ? [] : [`  niet overgenomen: ${enumerated(unlisted)}.`]
    return [`${name}: ${sheet.kindLabel}; ${counts}.`, ...changeLine(sheet), ...areasLeftLines(sheet.areasLeft, WHOLE).map((line) => `  ${line}`), ...hiddenPartLines(sheet).map((line) => `  ${line}`), ...dropped, ...left, ...reasonLines(sheet)]
  })
}

const WHOLE = 'Is dit bestand de hele stand, trek deze levering dan in en lees haar opnieuw in met --volledig en dezelfde leverancier.'

function changeLine({ change }: SheetReport): string[] {
  if (!change) return []
  const { added, changed, gone, unchanged } = change
  return [`  sinds de vorige levering: ${formatNumber(added)} nieuw, ${formatNumber(changed)} gewijzigd, ${formatNumber(gone)} verdwenen, ${formatNumber(unchanged)} ongewijzigd.`]
}

const SHOWN_REASONS = 8

/** One line per column and reason, however many rows it concerns. */
function reasonLines({ groups }: SheetReport): string[] {
  const lines = groups.slice(0, SHOWN_REASONS).map(({ heading, severity, reason, count }) => `  ${formatNumber(count)}× ${issueSeverityLabel[severity]}: ${heading === '' ? '' : `${heading}, `}${reason}`)
  return groups.length > SHOWN_REASONS ? [...lines, `  en nog ${formatCount(groups.length - SHOWN_REASONS, 'reden', 'redenen')}.`] : lines
}
