import { reasons } from '#shared/text/reasons.ts'
import type { Cell } from '../normalise/reading.ts'
import { cleanText } from '../normalise/text.ts'
import type { Value, Writer } from '../store/database.ts'
import { issueInserter, refusedRowInserter, type DeliveryCounts, type StoredIssue } from '../store/deliveries.ts'
import type { Run } from './hiddenParts.ts'
import type { RowReader } from './rowReader.ts'
import type { RowVisitor } from './workbook.ts'

/** What one sheet needs to be taken in. */
export interface IntakeParts {
  writer: Writer
  deliveryId: number
  rows: RowReader
  headerRow: number
  /** what of a refused row may be kept */
  kept(cells: readonly Cell[]): string[]
  /** last column with a heading; cells beyond it mean that a separator stood inside a value. null where that cannot happen */
  lastColumn: number | null
  insert(row: number, values: Value[], sealed: string): void
  /** told the rows done, now and then; may throw to cancel */
  report(done: number): void
}

const REPORT_EVERY = 5000
const MOST_TITLES = 20

/** Takes rows as they come: accepted ones into their table, refused ones as delivered, and every issue beside them. */
export class SheetIntake implements RowVisitor {
  readonly counts: DeliveryCounts = { rowsRead: 0, accepted: 0, repaired: 0, refused: 0, hiddenRows: 0 }
  /** the rows above the headings, as far as they may be kept */
  readonly titles: string[][] = []
  /** columns that do not show in the workbook */
  readonly hiddenRuns: Run[] = []
  readonly #parts: IntakeParts
  readonly #addIssue: (issue: StoredIssue) => void
  readonly #addRefused: (row: number, cells: string) => void
  #hiddenRow = 0

  constructor(parts: IntakeParts) {
    this.#parts = parts
    this.#addIssue = issueInserter(parts.writer, parts.deliveryId)
    this.#addRefused = refusedRowInserter(parts.writer, parts.deliveryId)
  }

  row(row: number, cells: readonly Cell[]): boolean {
    const { rows, headerRow, insert } = this.#parts
    if (row < headerRow && this.titles.length < MOST_TITLES) this.titles.push(this.#parts.kept(cells))
    if (row <= headerRow) return true
    if (this.#overflows(cells)) {
      this.bad(row, reasons.tooManyCells(cells.length, (this.#parts.lastColumn ?? 0) + 1), cells)
      return true
    }
    const verdict = rows.read(cells)
    if (verdict === 'blank') return true
    const { draft } = rows
    this.#count(row)
    if (verdict === 'accepted') {
      this.counts.accepted += 1
      if (draft.isRepaired) this.counts.repaired += 1
      insert(row, draft.values, draft.sealed)
    } else if (verdict === 'refused') this.#keepRefused(row, cells)
    if (draft.issues.length > 0) this.#keepIssues(row)
    return true
  }

  bad(row: number, reason: string, cells: readonly Cell[]): void {
    if (row <= this.#parts.headerRow) return
    this.#count(row)
    this.#keepRefused(row, cells)
    this.#addIssue({ row, columnIndex: -1, field: '', value: '', severity: 'refused', reason })
  }

  beat(): void {
    this.#parts.report(this.counts.rowsRead)
  }

  hidden(row: number): void {
    this.#hiddenRow = row
  }

  hiddenColumns(run: Run): void {
    this.hiddenRuns.push(run)
  }

  #count(row: number): void {
    this.counts.rowsRead += 1
    if (row === this.#hiddenRow) this.counts.hiddenRows += 1
    if (this.counts.rowsRead % REPORT_EVERY === 0) this.#parts.report(this.counts.rowsRead)
  }

  #keepRefused(row: number, cells: readonly Cell[]): void {
    this.counts.refused += 1
    this.#addRefused(row, JSON.stringify(this.#parts.kept(cells)))
  }

  #keepIssues(row: number): void {
    for (const { column, field, value, severity, reason } of this.#parts.rows.draft.issues) {
      this.#addIssue({ row, columnIndex: column, field, value, severity, reason })
    }
  }

  #overflows(cells: readonly Cell[]): boolean {
    const { lastColumn } = this.#parts
    if (lastColumn === null || cells.length <= lastColumn + 1) return false
    return cells.slice(lastColumn + 1).some((cell) => typeof cell === 'string' && cleanText(cell) !== '')
  }
}
