import type { TextReading } from '#shared/model/source.ts'
import type { Cell } from '../normalise/reading.ts'
import type { Run } from './hiddenParts.ts'

/** One sheet of a file; a text file has one. */
export interface SheetInfo {
  name: string
  isHidden: boolean
  /** rows the file says it has, headings included; null when only reading can tell */
  rows: number | null
  /** formats that can hold only one kind say so, and stand under fixed headings in row 1 */
  kind: string | null
}

/** Receives the rows of a sheet in order. Synchronous, so that a row costs no promise. */
export interface RowVisitor {
  /**
   * @param row 1-based, as a spreadsheet shows it
   * @param cells valid during the call only; trailing empty cells may be absent
   * @returns false to stop reading
   */
  row(row: number, cells: readonly Cell[]): boolean
  /** a row that does not show in the workbook; it comes as any other, after this is told */
  hidden?(row: number): void
  /** columns that do not show in the workbook, told before the rows */
  hiddenColumns?(run: Run): void
  /** a row the reader could not make cells of, or that contradicts itself */
  bad(row: number, reason: string, cells: readonly Cell[]): void
  /** called now and then while a reader works without rows, so that progress shows and cancel is heard */
  beat(): void
}

/** A delivered file behind one interface, whatever its format. Readers stream: memory does not grow with the rows. */
export interface Workbook {
  /** in words: `CSV, puntkomma, Windows-1252` */
  readonly readAs: string
  readonly sheets: readonly SheetInfo[]
  /** what the user should know of the whole file: macros ignored, read as text although named Excel */
  readonly remarks: readonly string[]
  /** how refused rows go back: in the layout of the source */
  readonly layout: { format: 'csv'; separator: string; encoding?: TextReading['encoding'] } | { format: 'xlsx' }
  /** of a text file how it is cut into cells, and whether that differs from what the reader would have chosen; null for others */
  readonly text: { reading: TextReading; isOwnChoice: boolean } | null
  /** the part to open it by in a thread of its own, where reading costs about as much as taking the rows in; null where it does not */
  readonly slowPart: string | null
  /** @throws ProblemError when the file is damaged, hostile or has a cell beyond {@link LARGEST_CELL} */
  read(sheet: string, visitor: RowVisitor): Promise<void>
  close(): Promise<void>
}

/** Longest text of one cell, three times what Excel itself can hold. */
export const LARGEST_CELL = 100_000
/** The last column and row Excel knows. */
export const LAST_COLUMN = 16_384
export const LAST_ROW = 1_048_576
