import { DateCell, ErrorCell, type Cell } from '../../normalise/reading.ts'

/**
 * Rows on their way between threads: one text and plain numbers, because an object for every cell takes about as long to cross
 * as the parsing that made it. A row is its number, its flags, how many cells it has, the length of its fault when it has one,
 * and a mark for each cell.
 */
export interface PackedRows {
  text: string
  marks: Int32Array<ArrayBuffer>
  numbers: Float64Array<ArrayBuffer>
}

/** One row as the reader told it. */
export interface AheadRow {
  row: number
  /** valid until the next row is taken out */
  cells: readonly Cell[]
  /** why it is no good, or null */
  fault: string | null
  isHidden: boolean
}

/** Marks of cells; zero or more is the length of a text. Of a date and an error the length follows. */
const [NOTHING, NO, YES, NUMBER, DATE, ERROR] = [-1, -2, -3, -4, -5, -6]
const [HIDDEN, FAULTY] = [1, 2]
const MOST_ROWS = 500
/** Rows of long texts go in smaller batches, so that memory stays the same. */
const MOST_CHARACTERS = 500_000

/** Puts rows together until there are enough to send. */
export class RowPacker {
  #texts: string[] = []
  #marks: number[] = []
  #numbers: number[] = []
  #rows = 0
  #characters = 0

  get isEmpty(): boolean {
    return this.#rows === 0
  }

  get isFull(): boolean {
    return this.#rows >= MOST_ROWS || this.#characters >= MOST_CHARACTERS
  }

  add({ row, cells, fault, isHidden }: AheadRow): void {
    this.#rows += 1
    this.#marks.push(row, (isHidden ? HIDDEN : 0) | (fault === null ? 0 : FAULTY), cells.length)
    if (fault !== null) this.#addText(fault)
    for (const cell of cells) this.#addCell(cell)
  }

  /** The rows so far; begins anew. */
  take(): PackedRows {
    const packed = { text: this.#texts.join(''), marks: Int32Array.from(this.#marks), numbers: Float64Array.from(this.#numbers) }
    this.#texts = []
    this.#marks = []
    this.#numbers = []
    this.#rows = 0
    this.#characters = 0
    return packed
  }

  #addCell(cell: Cell | undefined): void {
    if (typeof cell === 'string') this.#addText(cell)
    else if (cell === null || cell === undefined) this.#marks.push(NOTHING)
    else if (typeof cell === 'number') {
      this.#marks.push(NUMBER)
      this.#numbers.push(cell)
    } else if (typeof cell === 'boolean') this.#marks.push(cell ? YES : NO)
    else {
      this.#marks.push(cell instanceof DateCell ? DATE : ERROR)
      this.#addText(cell instanceof DateCell ? cell.iso : cell.code)
    }
  }

  #addText(text: string): void {
    this.#marks.push(text.length)
    this.#texts.push(text)
    this.#characters += text.length
  }
}

/** Takes packed rows out one by one. */
export class RowUnpacker {
  readonly #packed: PackedRows
  readonly #cells: Cell[] = []
  #mark = 0
  #number = 0
  #at = 0

  constructor(packed: PackedRows) {
    this.#packed = packed
  }

  /** @returns null behind the last row */
  next(): AheadRow | null {
    if (this.#mark >= this.#packed.marks.length) return null
    const row = this.#nextMark()
    const flags = this.#nextMark()
    const count = this.#nextMark()
    const fault = (flags & FAULTY) === 0 ? null : this.#text(this.#nextMark())
    this.#cells.length = 0
    for (let i = 0; i < count; i += 1) this.#cells.push(this.#cell(this.#nextMark()))
    return { row, cells: this.#cells, fault, isHidden: (flags & HIDDEN) !== 0 }
  }

  #cell(mark: number): Cell {
    if (mark >= 0) return this.#text(mark)
    if (mark === NOTHING) return null
    if (mark === NUMBER) return this.#packed.numbers[this.#number++] ?? null
    if (mark === DATE) return new DateCell(this.#text(this.#nextMark()))
    return mark === ERROR ? new ErrorCell(this.#text(this.#nextMark())) : mark === YES
  }

  #text(length: number): string {
    const from = this.#at
    this.#at += length
    return this.#packed.text.slice(from, this.#at)
  }

  #nextMark(): number {
    return this.#packed.marks[this.#mark++] ?? 0
  }
}
