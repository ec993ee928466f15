import { dateBounds, readDate } from '../normalise/dates.ts'
import { cellText, type Cell } from '../normalise/reading.ts'
import type { Header, SampleRow } from './headerRow.ts'
import type { KindChoice } from './kindChoice.ts'
import type { ReadingContext } from './valueReaders.ts'

/** Who delivers this kind as a rule; else the name of the file without dates. */
export function supplierOf(chosen: KindChoice, file: string): string {
  const bare = file.replace(/\.[^.]*$/, '').replace(/[_\-.]+/g, ' ').replace(/\b\d{2,8}\b/g, '').replace(/\s+/g, ' ').trim()
  const name = chosen.kind.supplier ?? (bare === '' ? file : bare.charAt(0).toUpperCase() + bare.slice(1))
  return name.slice(0, 80)
}

const DATE_IN_NAME = /(?<!\d)(20\d{2})[-_]?(\d{2})[-_]?(\d{2})(?!\d)|(?<!\d)(\d{2})-(\d{2})-(20\d{2})(?!\d)/
const DATE_IN_TITLE = /(?:peildatum|per|stand|d\.?d\.?)\s*:?\s*(\d{1,2}[-/ ][\w]{1,9}[-/ ]\d{4}|\d{4}-\d{2}-\d{2})/i

/** The day the data speak of, from the rows above the headings or from the name of the file. */
export function referenceDateOf(file: string, rows: readonly SampleRow[], header: Header, reading: ReadingContext): string | null {
  const titles = rows.filter((one) => one.row < header.row).flatMap((one) => one.cells.map((cell: Cell) => cellText(cell)))
  const bounds = dateBounds(reading.today, 'past')
  for (const title of titles) {
    const found = DATE_IN_TITLE.exec(title)?.[1]
    const date = found === undefined ? null : readDate(found, bounds)
    if (typeof date === 'string') return date
  }
  const inName = DATE_IN_NAME.exec(file)
  if (!inName) return null
  const date = readDate(inName[1] === undefined ? `${inName[6]}-${inName[5]}-${inName[4]}` : `${inName[1]}-${inName[2]}-${inName[3]}`, bounds)
  return typeof date === 'string' ? date : null
}
