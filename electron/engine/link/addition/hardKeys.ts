import type { NumberedRow, PersonTexts } from '../personColumns.ts'

/** The BSN of a row, hashed; empty when there is none. */
export function bsnKey({ bsnHashes }: PersonTexts, { bsn }: Pick<NumberedRow, 'bsn'>): string {
  return bsnHashes[bsn] ?? ''
}

/** Full name with full birth date, where both tell people apart. */
export function birthKey({ givens, families, dates }: PersonTexts, { given, family, date, nameAndBirth }: Pick<NumberedRow, 'given' | 'family' | 'date' | 'nameAndBirth'>): string {
  if (nameAndBirth === -1) return ''
  return `${givens[given]?.spelling ?? ''}|${families[family]?.spelling ?? ''}|${dates[date]?.text ?? ''}`
}
