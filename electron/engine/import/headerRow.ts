import { meetingHeading, normaliseHeading } from '../normalise/headings.ts'
import { cellText, type Cell } from '../normalise/reading.ts'
import { mendMojibake } from '../normalise/text.ts'
import { forbiddenSort, loadKinds } from './kinds.ts'

/** A row of the sample with the number a spreadsheet shows. */
export interface SampleRow {
  row: number
  cells: readonly Cell[]
}

/** The headings of one column: its own, and the one above it when two rows of headings go together. */
export interface Heading {
  own: string
  group: string
}

/** Where the headings of a sheet stand. */
export interface Header {
  row: number
  headings: Heading[]
  /** the row above was read along */
  isDouble: boolean
}

const LOOK_AT = 40
const LONGEST_HEADING = 80
let knownHeadings: ReadonlySet<string> | null = null

/**
 * Finds the row of headings: the one with the most headings that any kind knows, alone or together with the row above
 * (merged headings); else the first row of two texts or more. Title rows above it and blank rows are passed over.
 * @returns null when no row can be one
 */
export function findHeader(sample: readonly SampleRow[]): Header | null {
  let best: Header | null = null
  let bestScore = 0
  sample.slice(0, LOOK_AT).forEach((row, i) => {
    for (const header of variants(row, sample[i - 1])) {
      const score = countKnown(header.headings)
      if (score > bestScore) [best, bestScore] = [header, score]
    }
  })
  return best ?? firstTexts(sample)
}

/** What the user said of the headings: the row they stand on (the lower of two), and whether the row above belongs to them. */
export interface HeaderWish {
  row: number | null
  isDouble: boolean | null
}

/** The header the user pointed at, as far as it was; the reader chooses the rest. A row that was pointed at may hold numbers and dates. */
export function headerOf(sample: readonly SampleRow[], wish: HeaderWish): Header | null {
  const found = wish.row === null ? findHeader(sample) : headerAt(sample, wish.row)
  if (!found || wish.isDouble === null || wish.isDouble === found.isDouble) return found
  const at = sample.findIndex((one) => one.row === found.row)
  const [row, above] = [sample[at], sample[at - 1]]
  if (!row) return found
  if (!wish.isDouble) return single(row)
  return above?.row === row.row - 1 ? { row: row.row, headings: joined(above, row), isDouble: true } : found
}

function headerAt(sample: readonly SampleRow[], row: number): Header | null {
  const at = sample.findIndex((one) => one.row === row)
  const found = sample[at]
  if (!found) return null
  const options = variants(found, sample[at - 1])
  if (options.length === 0) return single(found)
  return options.reduce<Header | null>((best, one) => (best && countKnown(best.headings) >= countKnown(one.headings) ? best : one), null)
}

function variants(row: SampleRow, above: SampleRow | undefined): Header[] {
  if (!isTextual(row)) return []
  if (!above || above.row !== row.row - 1 || !isTextual(above) || filled(above) < 2) return [single(row)]
  return [single(row), { row: row.row, headings: joined(above, row), isDouble: true }]
}

/** A heading above spreads over the empty cells at its right, as merged cells do; where only the upper row has a text it stands alone. */
function joined(above: SampleRow, row: SampleRow): Heading[] {
  let spread = ''
  return Array.from({ length: Math.max(above.cells.length, row.cells.length) }, (_, i) => {
    const upper = headingText(above.cells[i])
    const own = headingText(row.cells[i])
    if (upper !== '') spread = upper
    if (own === '') return { own: upper, group: '' }
    return { own, group: spread }
  })
}

/** What a cell says as a heading: in one line, and as it was written before a program spoiled its letters. */
export function headingText(cell: Cell | undefined): string {
  return mendMojibake(cellText(cell).replace(/\s+/g, ' ').trim())
}

/** Headings are texts: a row with a number, a date or a long text is data or a note. */
function isTextual(row: SampleRow): boolean {
  return row.cells.every((cell) => cell === null || (typeof cell === 'string' && cell.length <= LONGEST_HEADING))
}

function filled(row: SampleRow): number {
  return row.cells.filter((cell) => headingText(cell) !== '').length
}

function countKnown(headings: readonly Heading[]): number {
  return headings.filter(({ own, group }) => isKnown(own) || (group !== '' && isKnown(`${group} ${own}`))).length
}

function isKnown(text: string): boolean {
  if (text === '') return false
  knownHeadings ??= new Set([...loadKinds().values()].flatMap((kind) => kind.fields.flatMap((field) => field.headings.map((heading) => meetingHeading(heading.text)))))
  return knownHeadings.has(meetingHeading(normaliseHeading(text))) || (normaliseHeading(text) !== '' && forbiddenSort(text) !== null)
}

function firstTexts(sample: readonly SampleRow[]): Header | null {
  const row = sample.find((one) => isTextual(one) && filled(one) >= 2) ?? sample.find((one) => filled(one) >= 1)
  return row ? single(row) : null
}

function single(row: SampleRow): Header {
  return { row: row.row, headings: row.cells.map((cell) => ({ own: headingText(cell), group: '' })), isDouble: false }
}

/** The heading as shown and stored: `Eigenaar / Naam` where two rows go together. */
export function headingLabel(heading: Heading): string {
  return heading.group === '' ? heading.own : `${heading.group} / ${heading.own}`
}
