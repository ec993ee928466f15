import type { FieldDefinition } from '#shared/model/source.ts'
import { reasons } from '#shared/text/reasons.ts'
import { keyedHash } from '../audit/redact.ts'
import { namesFiu } from '../normalise/fiu.ts'
import { cellText, type Cell } from '../normalise/reading.ts'
import { cleanText } from '../normalise/text.ts'
import type { Value } from '../store/database.ts'
import { addressPartStep, valueStep, type ColumnStep, type Put } from './columnSteps.ts'
import { Draft } from './draft.ts'
import { finishSteps } from './finishSteps.ts'
import { headingText } from './headerRow.ts'
import { describeSets } from './kindChoice.ts'
import { partOfField, targetColumn, type RowPlan } from './rowPlan.ts'
import { readerOf, type ReadingContext } from './valueReaders.ts'

/** What became of a row; `blank` rows are not counted. */
export type Verdict = 'accepted' | 'refused' | 'ignored' | 'blank'

/** Reads the rows of one sheet into one draft, over and over. */
export interface RowReader {
  readonly draft: Draft
  /** fills the draft from the cells of a row */
  read(cells: readonly Cell[]): Verdict
}

/**
 * Settles once what happens to each column, so that a row only runs through it.
 * @param hashKey hex key for the hash of BSNs
 * @param leftOut why a row that could be taken in is not; null where every such row is
 */
export function compileRows(plan: RowPlan, hashKey: string, context: ReadingContext, leftOut: ((draft: Draft) => string | null) | null = null): RowReader {
  const draft = new Draft(plan.columns.map(({ blank }) => blank))
  const columns = plan.mapped.map(({ column, field }) => columnStep(plan, column, field, hashKey, context))
  const finish = finishSteps(plan)
  const checkRequired = requiredCheck(plan)
  const isIdentified = identityCheck(plan)
  const wanted = describeSets(plan.kind, plan.kind.identifiedBy)
  const uncounted = uncountedCells(plan)
  const read = plan.mapped.map(({ column }) => column)
  const isNoData = noDataCheck(plan)
  const ofFiu = fiuCheck(plan)
  return {
    draft,
    read: (cells) => {
      draft.clear()
      const why = isNoData(cells) ?? ofFiu(cells)
      if (why !== null) return setAside(draft, why)
      for (const step of columns) step(cells, draft)
      for (const step of finish) step(draft)
      checkRequired(draft)
      if (!draft.isRefused && !isIdentified(draft)) draft.refuse(-1, '', '', reasons.notIdentified(wanted, uncounted(cells, draft)))
      if (draft.isRefused) return judgeRefused(draft, cells, read)
      const gone = leftOut?.(draft) ?? null
      return gone === null ? 'accepted' : setAside(draft, gone)
    },
  }
}

function columnStep(plan: RowPlan, column: number, field: FieldDefinition, hashKey: string, context: ReadingContext): ColumnStep {
  const part = partOfField[field.id]
  if (field.type === 'address-part' && part !== undefined) return addressPartStep(column, field, part)
  // with the whole in its own column the part is a plain number
  const isBarePart = field.type === 'share' && plan.mapped.some((one) => one.field.id === 'share_whole')
  const plain: FieldDefinition = isBarePart ? { ...field, type: 'integer' } : field
  return valueStep({ column, field: plain, mends: plan.mends }, readerOf(plain, context), putterOf(plan, plain, hashKey))
}

function putterOf(plan: RowPlan, field: FieldDefinition, hashKey: string): Put {
  const slot = plan.slot(targetColumn(plan.kind, field) ?? '')
  switch (field.type) {
    case 'sealed': return (draft, value) => void (draft.sealed = String(value))
    case 'party': return (draft, value) => void (draft.party = String(value))
    case 'person-name': return (draft, value) => void (draft.personName = String(value))
    case 'bsn': return (draft, value) => void (draft.values[slot] = keyedHash(String(value), hashKey))
    case 'share': return sharePutter(plan)
    case 'geometry': return outlinePutter(plan)
    default: return (draft, value) => void (draft.values[slot] = toValue(value))
  }
}

function toValue(value: unknown): Value {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

/** A fraction in one cell fills both columns. */
function sharePutter(plan: RowPlan): Put {
  const [part, whole] = [plan.slot('share_part'), plan.slot('share_whole')]
  return (draft, value) => {
    if (value === null || typeof value !== 'object' || !('part' in value) || !('whole' in value)) return
    draft.values[part] = toValue(value.part)
    draft.values[whole] = toValue(value.whole)
  }
}

function outlinePutter(plan: RowPlan): Put {
  const slots = { minX: plan.slot('min_x'), minY: plan.slot('min_y'), maxX: plan.slot('max_x'), maxY: plan.slot('max_y') }
  const rings = plan.slot('rings')
  return (draft, value) => {
    if (value === null || typeof value !== 'object' || !('rings' in value)) return
    draft.values[rings] = JSON.stringify(value.rings)
    for (const [name, number] of Object.entries(value)) {
      if (name === 'minX' || name === 'minY' || name === 'maxX' || name === 'maxY') draft.values[slots[name]] = toValue(number)
    }
  }
}

function requiredCheck(plan: RowPlan): (draft: Draft) => void {
  const columns = new Map(plan.mapped.map(({ column, field }) => [field.id, column]))
  const required = plan.kind.fields
    .filter((field) => field.required)
    .map((field) => ({ field, slot: plan.slot(targetColumn(plan.kind, field) ?? ''), column: columns.get(field.id) ?? -1 }))
  return (draft) => {
    for (const { field, slot, column } of required) {
      const isTold = draft.issues.some((issue) => issue.field === field.id && issue.severity === 'refused')
      if (!draft.has(slot) && !isTold) draft.refuse(column, field.id, '', reasons.required(field.label))
    }
  }
}

function identityCheck(plan: RowPlan): (draft: Draft) => boolean {
  const sets = plan.kind.identifiedBy.map((set) => set.map((part) => partCheck(plan, part)))
  return (draft) => sets.some((set) => set.every((check) => check(draft)))
}

/** Whether one part is there by which a row can be known: a field, `address` or `person`. */
function partCheck(plan: RowPlan, part: string): (draft: Draft) => boolean {
  const field = plan.kind.fields.find((one) => one.id === part)
  if (field) {
    const slot = plan.slot(targetColumn(plan.kind, field) ?? '')
    return (draft) => draft.has(slot)
  }
  if (part === 'address') {
    const [bag, number, street, postcode] = [plan.slot('given_bag'), plan.slot('given_number'), plan.slot('given_street'), plan.slot('given_postcode')]
    return (draft) => draft.has(bag) || (draft.has(number) && (draft.has(street) || draft.has(postcode)))
  }
  const [bsn, family, birth] = [plan.slot('bsn_hash'), plan.slot('family_name'), plan.slot('birth_date')]
  return (draft) => draft.has(bsn) || (draft.has(family) && draft.has(birth))
}

/** Cells that would tell whom a row is about, but hold what stands for nothing (`onbekend`, 01-01-1900), by their heading. */
function uncountedCells(plan: RowPlan): (cells: readonly Cell[], draft: Draft) => string[] {
  const parts = plan.kind.identifiedBy.flat()
  const telling = new Set([...parts, ...(parts.includes('person') ? ['family_name', 'birth_date'] : [])])
  const columns = plan.mapped.filter(({ field }) => telling.has(field.id)).map(({ column, field }) => ({ column, field, slot: plan.slot(targetColumn(plan.kind, field) ?? '') }))
  return (cells, draft) => columns.flatMap(({ column, field, slot }) => {
    const text = cleanText(cellText(cells[column] ?? null))
    // what could not be read has a line of its own
    const isSilent = text !== '' && !draft.has(slot) && draft.issues.every((issue) => issue.column !== column)
    return isSilent ? [`${field.label} ‘${text}’`] : []
  })
}

const TOTAL = /^(eind|sub|kolom)?totaal( (aantal|generaal|rijen|records|van .{1,20}))?( ?:)?( \d+)?$|^(som|aantal (rijen|records|regels)|grand total)( ?:)?( \d+)?$/i
/** `Subtotaal mei`, `Totaal aantal uren`: also the beginning of a company name, so it only sets aside what would be refused. */
const LIKE_TOTAL = /^(eind|sub|kolom)?totaal\b/i
/** A total fills no larger part of the columns that are read; it also adds up those that are not. */
const SHARE_OF_TOTAL = 0.5
/** With no more cells than these, it is one in a table of any width. */
const FEWEST_OF_TOTAL = 2
const LONGEST_TOTAL = 40
/** Of a table with fewer columns, a row with one cell may be data. */
const FEWEST_FOR_NOTE = 3
/** `Bron: zaaksysteem`, `Uitgedraaid door team Centrum`, where a number of a case stands that would be enough by itself. */
const NOTE = /^(bron|let op|opmerking(en)?|toelichting|noot|legenda|peildatum|n\.?b\.?) ?:|^\*|^\S+( \S+){3}/i

/** Rows that are no data whatever they hold: totals, repeated headings, and a note in a cell of its own. */
function noDataCheck(plan: RowPlan): (cells: readonly Cell[]) => string | null {
  const read = plan.mapped.map(({ column }) => column)
  const mapped = read.length
  const freeKeys = new Set(plan.mapped.filter(({ field }) => field.type === 'text' && plan.kind.identifiedBy.some((set) => set.length === 1 && set[0] === field.id)).map(({ column }) => column))
  // of two rows of headings that go together, the lower one stands right above the data
  const headings = plan.mapped.map(({ column, heading }) => ({ column, words: [heading, heading.split(' / ').at(-1)] }))
  return (cells) => {
    const first = firstFilled(cells)
    if (typeof first !== 'string') return null
    if (mapped >= FEWEST_FOR_NOTE && NOTE.test(first.trim()) && countFilled(cells) === 1 && freeKeys.has(cells.indexOf(first))) return reasons.note
    if (first.length <= LONGEST_TOTAL && TOTAL.test(first.trim()) && isSparse(cells, read)) return reasons.total
    return mapped > 1 && headings.every(({ column, words }) => words.includes(headingText(cells[column]))) ? reasons.repeatedHeading : null
  }
}

/** Rows a department has from the FIU: they are told of and not kept, also not as refused. */
function fiuCheck(plan: RowPlan): (cells: readonly Cell[]) => string | null {
  const columns = plan.mapped.filter(({ field }) => field.id === 'department').map(({ column }) => column)
  return (cells) => (columns.some((column) => namesFiu(cellText(cells[column] ?? null))) ? reasons.fiu : null)
}

/** @param text what of the row may be shown beside the reason */
function setAside(draft: Draft, reason: string, text = ''): Verdict {
  draft.clear()
  draft.ignored(-1, '', text, reason)
  return 'ignored'
}

/** A refused row may turn out to be blank, a total, or a note above or below the table. */
function judgeRefused(draft: Draft, cells: readonly Cell[], read: readonly number[]): Verdict {
  const filled = countFilled(cells)
  if (filled === 0) return 'blank'
  const first = firstFilled(cells)
  if (typeof first === 'string' && LIKE_TOTAL.test(first.trim()) && isSparse(cells, read)) return setAside(draft, reasons.total)
  if (filled > 1 || read.length < FEWEST_FOR_NOTE) return 'refused'
  return setAside(draft, reasons.note, cells.map((cell) => cellText(cell)).join(''))
}

function firstFilled(cells: readonly Cell[]): Cell | undefined {
  return cells.find((cell) => cell !== null && cell !== '')
}

/**
 * So few cells are filled that the row can be a total.
 * @param read the columns that are read
 */
function isSparse(cells: readonly Cell[], read: readonly number[]): boolean {
  return countFilled(cells) <= FEWEST_OF_TOTAL || countFilled(read.map((column) => cells[column] ?? null)) <= read.length * SHARE_OF_TOTAL
}

function countFilled(cells: readonly Cell[]): number {
  let count = 0
  for (const cell of cells) if (cell !== null && (typeof cell !== 'string' || cleanText(cell) !== '')) count += 1
  return count
}
