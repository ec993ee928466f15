import type { Readable } from 'node:stream'
import { serialDate } from '../../normalise/dates.ts'
import { DateCell, ErrorCell, type Cell } from '../../normalise/reading.ts'
import { columnLetter } from '../../normalise/headings.ts'
import { ProblemError } from '../../problem.ts'
import { LARGEST_CELL, LAST_COLUMN, LAST_ROW, type RowVisitor } from '../workbook.ts'
import { readXml, type Attributes, type XmlListener } from '../xml.ts'
import { RunText, unescapeText } from './strings.ts'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  sheet: string
  strings: readonly string[]
  dateStyles: readonly boolean[]
  from1904: boolean
}

const LAST_SERIAL = 2_958_465

/** Reads one worksheet part, row by row, to the visitor. */
export async function readSheet(stream: Readable, context: SheetContext, visitor: RowVisitor): Promise<void> {
  await readXml(stream, new SheetListener(context, visitor))
}

class SheetListener implements XmlListener {
  readonly #context: SheetContext
  readonly #visitor: RowVisitor
  readonly #inline: RunText
  readonly #cells: Cell[] = []
  #row = 0
  #column = -1
  #type = ''
  #style = 0
  #value = ''
  #isInValue = false
  #isInline = false
  #isFilled = false
  #goesOn = true

  constructor(context: SheetContext, visitor: RowVisitor) {
    this.#context = context
    this.#visitor = visitor
    this.#inline = new RunText(() => this.#tooLarge())
  }

  wantsMore(): boolean {
    return this.#goesOn
  }

  endless(): ProblemError {
    return this.#tooLarge()
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes)
    else if (name === 'v') this.#isInValue = true
    else if (name === 'row') this.#openRow(attributes)
    else if (name === 'is') this.#isInline = true
    else if (name === 'col') this.#openColumns(attributes)
    else if (this.#isInline) this.#inline.open(name)
  }

  close(name: string): void {
    if (name === 'v') this.#isInValue = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else if (name === 'is') this.#isInline = false
    else if (this.#isInline) this.#inline.close(name)
  }

  text(text: string): void {
    if (this.#isInValue) {
      this.#value += text
      if (this.#value.length > LARGEST_CELL) throw this.#tooLarge()
    } else if (this.#isInline) this.#inline.add(text)
  }

  #openRow(attributes: Attributes): void {
    const given = attributes['r']
    this.#row = given === undefined ? this.#row + 1 : Number(given)
    if (!Number.isInteger(this.#row) || this.#row < 1 || this.#row > LAST_ROW) throw new ProblemError('file-damaged')
    if (isHidden(attributes)) this.#visitor.hidden?.(this.#row)
    this.#cells.length = 0
    this.#column = -1
    this.#isFilled = false
  }

  #openColumns(attributes: Attributes): void {
    const [first, last] = [Number(attributes['min']), Number(attributes['max'])]
    if (isHidden(attributes) && first >= 1 && last >= first) this.#visitor.hiddenColumns?.({ first: first - 1, last: Math.min(last, LAST_COLUMN) - 1 })
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes['r']
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference)
    if (this.#column < 0 || this.#column >= LAST_COLUMN) throw new ProblemError('file-damaged')
    this.#type = attributes['t'] ?? 'n'
    this.#style = Number(attributes['s'] ?? 0)
    this.#value = ''
    this.#inline.start()
  }

  #closeCell(): void {
    const cell = this.#cell()
    if (cell === null || cell === '') return
    const cells = this.#cells
    while (cells.length < this.#column) cells.push(null)
    cells[this.#column] = cell
    this.#isFilled = true
  }

  #closeRow(): void {
    if (this.#isFilled && this.#goesOn) this.#goesOn = this.#visitor.row(this.#row, this.#cells)
  }

  #cell(): Cell {
    const value = this.#value
    if (this.#type === 's') return this.#shared(value)
    if (this.#type === 'inlineStr') return this.#inline.take()
    if (this.#type === 'str') return unescapeText(value)
    if (value === '') return null
    if (this.#type === 'n') return this.#number(value)
    if (this.#type === 'b') return value === '1' || value === 'true'
    if (this.#type === 'e') return new ErrorCell(value)
    return this.#type === 'd' ? isoCell(value) : unescapeText(value)
  }

  #shared(value: string): Cell {
    if (value === '') return null
    const text = this.#context.strings[Number(value)]
    if (text === undefined) throw new ProblemError('file-damaged')
    return text
  }

  #number(value: string): Cell {
    const number = Number(value)
    if (Number.isNaN(number)) return value
    const isDate = this.#context.dateStyles[this.#style] === true && number >= 0 && number <= LAST_SERIAL
    return isDate ? new DateCell(serialDate(number, this.#context.from1904)) : number
  }

  #tooLarge(): ProblemError {
    return new ProblemError('cell-too-large', { sheet: this.#context.sheet, row: this.#row, column: columnLetter(Math.max(0, this.#column)) })
  }
}

function isHidden(attributes: Attributes): boolean {
  return attributes['hidden'] === '1' || attributes['hidden'] === 'true'
}

/** `AB12` → 27; −1 when there is no letter. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
    if (column > LAST_COLUMN) throw new ProblemError('file-damaged')
  }
  return column - 1
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/
const MIDNIGHT = /T00:00(:00(\.0+)?)?Z?$/

function isoCell(value: string): Cell {
  if (!ISO_DAY.test(value)) return value
  return new DateCell(value.replace(MIDNIGHT, '').replace(/(\.\d+)?Z?$/, ''))
}
