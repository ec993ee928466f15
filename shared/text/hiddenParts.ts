import type { SheetReport } from '../model/source.ts'
import { formatCount } from './format.ts'

/** What of a sheet was read though nobody sees it who opens the workbook; nothing where all of it shows. */
export function hiddenPartLines({ hiddenRows, hiddenColumns }: Pick<SheetReport, 'hiddenRows' | 'hiddenColumns'>): string[] {
  const rows = hiddenRows === 0 ? [] : [`${formatCount(hiddenRows, 'verborgen of weggefilterde rij is', 'verborgen of weggefilterde rijen zijn')} meegelezen.`]
  if (hiddenColumns.length === 0) return rows
  const word = hiddenColumns.length === 1 ? 'Een verborgen kolom is' : `${hiddenColumns.length} verborgen kolommen zijn`
  return [...rows, `${word} meegelezen: ${hiddenColumns.join(', ')}.`]
}
