import { cellText, type Cell } from '../normalise/reading.ts'
import { openWorkbook } from './openWorkbook.ts'
import { surveyFile } from './survey.ts'

/**
 * The first sheet of a file as text under the headings of its first row, without taking it in: for reference data.
 * @returns per row its cells by heading; an empty cell is ''
 * @throws ProblemError as `openWorkbook`
 */
export async function readPlainTable(path: string): Promise<Record<string, string>[]> {
  const workbook = await openWorkbook(path, await surveyFile(path, () => undefined))
  const rows: string[][] = []
  try {
    const row = (_: number, cells: readonly Cell[]): boolean => rows.push(cells.map((cell) => cellText(cell).trim())) > 0
    await workbook.read(workbook.sheets[0]?.name ?? '', { row, bad: () => undefined, beat: () => undefined })
  } finally {
    await workbook.close()
  }
  const [headings = [], ...values] = rows
  return values.map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? ''])))
}
