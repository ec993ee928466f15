import type { SourceRef } from '../model/entity.ts'

/** Where a row stands: `levering.xlsx, blad 2024, rij 12`; a file without sheets has none to name. */
export function sourcePlace({ file, sheet, row }: Pick<SourceRef, 'file' | 'sheet' | 'row'>): string {
  return [file, ...(sheet === '' ? [] : [`blad ${sheet}`]), `rij ${row}`].join(', ')
}
