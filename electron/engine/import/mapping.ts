import type { ColumnMapping, DroppedColumn } from '#shared/model/source.ts'
import { columnLetter, headingStrength, matchHeading, normaliseHeading, type HeadingMatch } from '../normalise/headings.ts'
import { Refused, type Cell } from '../normalise/reading.ts'
import { cleanText, isMissing } from '../normalise/text.ts'
import { headingLabel, type Heading, type SampleRow } from './headerRow.ts'
import { forbiddenSort, type Kind, type KindField } from './kinds.ts'
import { isReasonHeading } from './reasonColumn.ts'
import { readerOf, type ReadingContext, type ValueReader } from './valueReaders.ts'

/** What a kind makes of the columns of a sheet. */
export interface Proposal {
  columns: ColumnMapping[]
  dropped: DroppedColumn[]
  /** how firmly each column stands, for choosing between kinds */
  strengths: ReadonlyMap<number, number>
  /** columns whose heading only resembles one of their field while no values confirm it, or whose values contradict it */
  unsure: ColumnMapping[]
}

interface Candidate {
  column: number
  field: KindField
  match: HeadingMatch
  synonym: string
  /** share of the sample values that fit the field; null without values */
  fit: number | null
  /** the first row whose value does not */
  misfit: number | undefined
  score: number
}

const FIT_WEIGHT = 0.2
const POOR_FIT = 0.2
const POOR_FIT_COST = 0.5
const GROUP_COST = 0.02
/** Of two synonyms that fit equally the longer says more. */
const PER_WORD = 0.005
/** Types whose values can confirm a heading; a text confirms nothing. */
const TELLING = new Set(['kvk', 'branch-number', 'rsin', 'bsn', 'bag-id', 'woz-object', 'cadastral-id', 'sbi', 'area-code', 'integer', 'number', 'money', 'date', 'share', 'coordinate', 'geometry', 'choice', 'yesno'])

/**
 * Proposes a field for each column, by its heading; values only confirm or cast doubt, so that a number is never taken
 * for an identifier by its length. Each field gets one column and each column one field, the firmest first.
 */
export function proposeMapping(kind: Kind, headings: readonly Heading[], data: readonly SampleRow[], context: ReadingContext): Proposal {
  const candidates = findCandidates(kind, headings, data, context).sort((a, b) => b.score - a.score || a.column - b.column)
  const byColumn = new Map<number, Candidate>()
  const takenFields = new Set<string>()
  for (const candidate of candidates) {
    if (byColumn.has(candidate.column) || takenFields.has(candidate.field.id)) continue
    byColumn.set(candidate.column, candidate)
    takenFields.add(candidate.field.id)
  }
  const duplicates = new Set(candidates.filter((one) => !byColumn.has(one.column)).map((one) => one.column))
  const columns = headings.flatMap((heading, column) => describe(heading, column, byColumn.get(column), duplicates.has(column), data))
  const settled = settleAlternatives(columns)
  return {
    columns: settled,
    dropped: columns.flatMap((column) => droppedColumn(column, duplicates.has(column.column), data)),
    strengths: new Map([...byColumn].map(([column, candidate]) => [column, candidate.score])),
    unsure: settled.filter(({ column }) => isUnsure(byColumn.get(column))),
  }
}

function isUnsure(found: Candidate | undefined): boolean {
  if (!found) return false
  return found.fit === null ? found.match === 'close' || found.match === 'words' : found.fit < POOR_FIT
}

function findCandidates(kind: Kind, headings: readonly Heading[], data: readonly SampleRow[], context: ReadingContext): Candidate[] {
  const readers = new Map(kind.fields.filter((field) => TELLING.has(field.type)).map((field) => [field.id, readerOf(field, context)]))
  return headings.flatMap((heading, column) => {
    if (heading.own === '' || isReasonHeading(heading.own) || forbiddenSort(headingLabel(heading)) !== null) return []
    const values = sampleValues(data, column)
    return kind.fields.flatMap((field, order) => {
      const found = bestMatch(heading, field)
      if (!found) return []
      const { fit, misfit } = fitOf(values, readers.get(field.id))
      return [{ column, field, match: found.match, synonym: found.synonym, fit, misfit, score: found.strength + fitScore(fit) - order / 10_000 }]
    })
  })
}

interface HeadingHit {
  match: HeadingMatch
  synonym: string
  strength: number
}

/** The best a heading can do for a field: by itself, or with the heading above it. */
function bestMatch(heading: Heading, field: KindField): HeadingHit | null {
  const own = hit(normaliseHeading(heading.own), field, heading.group === '' ? 0 : GROUP_COST)
  const both = heading.group === '' ? null : hit(normaliseHeading(`${heading.group} ${heading.own}`), field, 0)
  return both && both.strength > (own?.strength ?? 0) ? both : own
}

function hit(text: string, field: KindField, cost: number): HeadingHit | null {
  let best: HeadingHit | null = null
  for (const { text: wanted, shown } of field.headings) {
    const match = matchHeading(text, wanted)
    const strength = match ? headingStrength[match] - cost + wanted.split(' ').length * PER_WORD : 0
    if (match && strength > (best?.strength ?? 0)) best = { match, synonym: shown, strength }
    if (match === 'exact') break
  }
  return best
}

interface SampleValue {
  row: number
  value: Exclude<Cell, null>
}

function sampleValues(data: readonly SampleRow[], column: number): SampleValue[] {
  return data.flatMap(({ row, cells }) => {
    const cell = cells[column] ?? null
    const value = typeof cell === 'string' ? cleanText(cell) : cell
    return value === null || (typeof value === 'string' && isMissing(value)) ? [] : [{ row, value }]
  })
}

function fitOf(values: readonly SampleValue[], read: ValueReader | undefined): Pick<Candidate, 'fit' | 'misfit'> {
  if (values.length === 0 || !read) return { fit: null, misfit: undefined }
  const misfits = values.filter(({ value }) => {
    const isValue = typeof value !== 'object' || 'iso' in value
    return !isValue || read(value) instanceof Refused
  })
  return { fit: (values.length - misfits.length) / values.length, misfit: misfits[0]?.row }
}

function fitScore(fit: number | null): number {
  if (fit === null) return 0
  return fit < POOR_FIT ? -POOR_FIT_COST : FIT_WEIGHT * fit
}

const matchReason: Record<HeadingMatch, (synonym: string) => string> = {
  exact: () => 'kop komt overeen',
  compact: () => 'kop komt overeen',
  words: (synonym) => `kop bevat ‘${synonym}’`,
  close: (synonym) => `kop lijkt op ‘${synonym}’`,
}

function describe(heading: Heading, column: number, found: Candidate | undefined, isDuplicate: boolean, data: readonly SampleRow[]): ColumnMapping[] {
  const label = headingLabel(heading)
  const isEmpty = sampleValues(data, column).length === 0
  if (label === '' && isEmpty) return []
  const shown = label === '' ? `(kolom ${columnLetter(column)})` : label
  const base = { column, heading: shown }
  if (isReasonHeading(shown)) return [{ ...base, field: null, reason: 'reden van een eerdere weigering; wordt overgeslagen' }]
  const sort = forbiddenSort(shown)
  if (sort !== null) return [{ ...base, field: null, reason: `${sort}: mag nooit worden ingelezen` }]
  if (!found) return [{ ...base, field: null, reason: isDuplicate ? 'een andere kolom past beter bij dit veld' : isEmpty ? 'de kolom is leeg' : 'geen veld met deze kop' }]
  return [{ ...base, field: found.field.id, reason: matchReason[found.match](found.synonym) + fitReason(found, isEmpty) }]
}

/** The row is named, not its value: what is said of a column is kept with the delivery. */
function fitReason({ fit, misfit }: Candidate, isEmpty: boolean): string {
  if (isEmpty) return '; in de eerste rijen leeg'
  if (fit === null) return ''
  if (fit === 1) return '; de waarden passen'
  return fit < POOR_FIT ? '; maar de waarden passen niet' : `; ${Math.round(fit * 100)} % van de waarden past, die op rij ${misfit} bijvoorbeeld niet`
}

function droppedColumn(column: ColumnMapping, isDuplicate: boolean, data: readonly SampleRow[]): DroppedColumn[] {
  if (column.field !== null) return []
  const isEmpty = sampleValues(data, column.column).length === 0
  const reason = forbiddenSort(column.heading) !== null ? 'forbidden' : isDuplicate ? 'duplicate' : isEmpty ? 'empty' : 'not-listed'
  return [{ heading: column.heading, reason }]
}

/**
 * Two headings mean something else beside others: `Adres` next to a column for the number is the street,
 * `Naam` next to columns for initials or prefix is the family name.
 */
function settleAlternatives(columns: readonly ColumnMapping[]): ColumnMapping[] {
  const has = (field: string) => columns.some((column) => column.field === field)
  const swap = (column: ColumnMapping, from: string, to: string, isMeant: boolean, why: string): ColumnMapping =>
    column.field === from && isMeant && !has(to) ? { ...column, field: to, reason: `${column.reason}; ${why}` } : column
  const isSplitName = has('initials') || has('given_names') || has('prefix')
  return columns.map((column) =>
    swap(
      swap(column, 'address_line', 'street', has('house_number'), 'het huisnummer staat in een eigen kolom'),
      'person_name', 'family_name', isSplitName, 'voorletters of voornamen staan in een eigen kolom',
    ),
  )
}
