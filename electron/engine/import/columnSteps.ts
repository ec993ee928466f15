import type { FieldDefinition } from '#shared/model/source.ts'
import { reasons } from '#shared/text/reasons.ts'
import { cellText, ErrorCell, Refused, Repaired, type Cell, type Reading } from '../normalise/reading.ts'
import { cleanLines, cleanText, isFormulaError, isMissing, isPlainText, isTooNarrow, mendMojibake } from '../normalise/text.ts'
import type { AddressParts, Draft } from './draft.ts'
import { maskNumber } from './keptCells.ts'
import { isTooLongForAddress, type ValueReader } from './valueReaders.ts'

/** Puts the cell of one column in a draft. */
export type ColumnStep = (cells: readonly Cell[], draft: Draft) => void

/** Where the value of a field goes. */
export type Put = (draft: Draft, value: unknown) => void

/** A column with one value per cell. */
export interface ValueColumn {
  column: number
  field: FieldDefinition
  /** whether letters such as Ã« are restored */
  mends: boolean
}

/** Types whose own list may hold `-`, `geen` or `onbekend`, so that they are asked before those count as nothing. */
const READS_MARKERS = new Set(['choice', 'yesno'])

/** A column with one value per cell: cleaned, told apart from "nothing known", read, and put in its place. */
export function valueStep({ column, field, mends }: ValueColumn, read: ValueReader, put: Put): ColumnStep {
  const keepsLines = field.type === 'sealed'
  const readsMarkers = READS_MARKERS.has(field.type)
  const shown = (cell: Cell) => shownValue(field, cell)
  const fail = (draft: Draft, cell: Cell, reason: string) => {
    if (field.required) draft.refuse(column, field.id, shown(cell), reasons.requiredUnreadable(field.label, reason))
    // a row that was given back without its BSN would go in without one
    else if (reason === reasons.maskedBsn) draft.refuse(column, field.id, shown(cell), reason)
    else draft.ignored(column, field.id, shown(cell), reason)
  }
  const settle = (draft: Draft, cell: Cell, reading: Reading<unknown>) => {
    if (reading === null) return
    if (reading instanceof Repaired) {
      draft.repaired(column, field.id, shown(cell), reading.reason)
      put(draft, reading.value)
    } else if (reading instanceof Refused) fail(draft, cell, reading.reason)
    else put(draft, reading)
  }
  return (cells, draft) => {
    const cell = cells[column]
    if (cell === null || cell === undefined) return
    if (cell instanceof ErrorCell) return fail(draft, cell, reasons.formulaError)
    if (typeof cell !== 'string') return settle(draft, cell, read(cell))
    const isPlain = isPlainText(cell)
    const text = isPlain ? cell : keepsLines ? cleanLines(cell) : cleanText(cell)
    if (text === '') return
    if (isMissing(text)) return readsMarkers ? settleMarker(draft, text, read, put) : undefined
    if (text.charCodeAt(0) === HASH && (isFormulaError(text) || isTooNarrow(text))) {
      return fail(draft, cell, isTooNarrow(text) ? reasons.tooNarrow : reasons.formulaError)
    }
    settle(draft, cell, mends && !isPlain ? readMended(text, read) : read(text))
  }
}

const HASH = 35
/** Characters of a value that an issue shows. */
const SHOWN = 300

/** What an issue shows of a value: never a BSN, never sealed content, and no outline of thousands of points. */
function shownValue(field: FieldDefinition, cell: Cell): string {
  if (field.type === 'bsn') return maskNumber(cellText(cell))
  return field.type === 'geometry' || field.type === 'sealed' ? '' : cut(cellText(cell))
}

/** As much as somebody reads to know which value it was. */
function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

/** `onbekend` or `geen` is only taken where the list has it. */
function settleMarker(draft: Draft, text: string, read: ValueReader, put: Put): void {
  const reading = read(text)
  if (reading !== null && !(reading instanceof Repaired) && !(reading instanceof Refused)) put(draft, reading)
}

function readMended(text: string, read: ValueReader): Reading<unknown> {
  const mended = mendMojibake(text)
  const reading = read(mended)
  const isPlain = reading !== null && !(reading instanceof Repaired) && !(reading instanceof Refused)
  return mended !== text && isPlain ? new Repaired(reading, reasons.mojibake) : reading
}

/** A column with a part of an address: kept as it stands, read with the other parts when the row is complete. */
export function addressPartStep(column: number, field: FieldDefinition, part: keyof AddressParts): ColumnStep {
  return (cells, draft) => {
    const cell = cells[column]
    if (cell === null || cell === undefined || cell instanceof ErrorCell) return
    if (isTooLongForAddress(cell)) return draft.ignored(column, field.id, shownValue(field, cell), reasons.addressTooLong)
    draft.address[part] = typeof cell === 'string' ? cell : cellText(cell)
  }
}
