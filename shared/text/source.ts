import type { SourceRef } from '../model/entity.ts'

/** Where a row stands: `levering.xlsx, blad 2024, rij 12`; a file of one sheet that bears its name has none to name. */
export function sourcePlace({ file, sheet, row }: Pick<SourceRef, 'file' | 'sheet' | 'row'>): string {
  const beside = sheetBeside(file, sheet)
  return [file, ...(beside === '' ? [] : [`blad ${beside}`]), `rij ${row}`].join(', ')
}

/** The name of a sheet where it says more than its file: the one sheet of a CSV bears the file's own name, and is empty here. */
export function sheetBeside(file: string, sheet: string): string {
  return file.replace(/\.[^.]*$/, '') === sheet ? '' : sheet
}
