import { enumerated, formatNumber } from '#shared/text/format.ts'
import { mendMojibake } from '../normalise/text.ts'
import { columnsWithin, type Run } from './hiddenParts.ts'
import { headingLabel, type Header, type SampleRow } from './headerRow.ts'
import type { Proposal } from './mapping.ts'
import type { SheetInfo } from './workbook.ts'

/** Cells with letters outside ASCII: those that are UTF-8 that somebody read as Windows-1252 on the way here, and those that are in order. */
export function countLetters(rows: readonly SampleRow[]): { garbled: number; whole: number } {
  const texts = rows.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string' && /[^\x20-\x7e\s]/.test(cell))).map(String)
  const garbled = texts.filter((text) => mendMojibake(text) !== text).length
  return { garbled, whole: texts.length - garbled }
}

export function garbledRemark({ garbled, whole }: { garbled: number; whole: number }): string[] {
  if (garbled === 0) return []
  const beside = whole > 0 ? `, en in ${whole} wel goede letters met accenten of tekens` : ''
  return [`In ${formatNumber(garbled)} van de eerste cellen staan verminkte letters, zoals ‘Ã«’ voor ‘ë’${beside}. Elke waarde die wordt hersteld, staat in het verslag.`]
}

/** Columns with a heading that nobody sees who opens the workbook. */
export function hiddenColumnsRemark(runs: readonly Run[], header: Header | null): string[] {
  const headings = columnsWithin((header?.headings ?? []).map((heading, column) => ({ column, label: headingLabel(heading) })), runs)
  const labels = headings.flatMap(({ label }) => (label === '' ? [] : [label]))
  return labels.length === 0 ? [] : [`Verborgen in de werkmap, maar ook te lezen: ${labels.join(', ')}.`]
}

/** Columns of which somebody should see whether they are what the reader took them for. */
export function unsureRemark({ unsure }: Pick<Proposal, 'unsure'>): string[] {
  return unsure.length === 0 ? [] : [`Niet zeker herkend: ${enumerated(unsure.map(({ heading, reason }) => `${heading} (${reason})`))}.`]
}

/** What the user should know of a sheet before it is taken in. */
export function sheetRemarks(sheet: SheetInfo, rows: readonly SampleRow[], header: Header | null): string[] {
  const remarks: string[] = []
  if (sheet.isHidden) remarks.push('Dit blad is verborgen in de werkmap.')
  if (rows.length === 0) remarks.push('Dit blad is leeg.')
  if (!header) return remarks
  if (header.row > 1 && rows.some((one) => one.row < header.row)) remarks.push(`De koppen staan op rij ${header.row}; wat erboven staat wordt niet ingelezen.`)
  if (header.isDouble) remarks.push(`De koppen op rij ${header.row - 1} en ${header.row} zijn samen gelezen.`)
  const labels = header.headings.map(headingLabel).filter((label) => label !== '')
  const twice = [...new Set(labels.filter((label, i) => labels.indexOf(label) !== i))]
  if (twice.length > 0) remarks.push(`Deze kop komt vaker voor: ${twice.join(', ')}.`)
  return remarks
}
