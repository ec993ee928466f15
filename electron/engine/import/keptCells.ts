import type { SheetMapping } from '#shared/model/source.ts'
import { compactHeading } from '../normalise/headings.ts'
import { maskBsn } from '../normalise/maskBsn.ts'
import { cellText, type Cell } from '../normalise/reading.ts'
import { forbiddenSort, loadKinds } from './kinds.ts'

const WORDS = /\p{L}{3}/u
/** What stands in a refused row for data that may not be kept at all. */
export const NOT_KEPT = '(niet bewaard)'

/**
 * Texts of a refused row as delivered, for the way back to the department; except that a BSN is masked to its last four digits,
 * in a text as well, and forbidden data (nationality and the like) are left out, mapped or not.
 */
export function cellKeeper(columns: SheetMapping['columns']): (cells: readonly Cell[]) => string[] {
  const isForbidden = new Set(columns.filter(({ heading }) => forbiddenSort(heading) !== null).map(({ column }) => column))
  const isBsn = new Set(columns.filter(({ heading, field }) => field === 'bsn' || looksLikeBsn(heading)).map(({ column }) => column))
  return (cells) =>
    Array.from(cells, (cell, column) => {
      const text = cellText(cell)
      if (text === '') return ''
      if (isForbidden.has(column)) return NOT_KEPT
      if (isBsn.has(column)) return maskNumber(text)
      // a bare number under another heading is an RSIN or a case number, whatever the elfproef says
      return WORDS.test(text) ? maskBsn(text) : text
    })
}

/** `111222333` → `•••••2333`. */
export function maskNumber(text: string): string {
  return `•••••${text.slice(-4)}`
}

function looksLikeBsn(heading: string): boolean {
  const last = heading.slice(heading.lastIndexOf(' / ') + 1)
  const synonyms = [...loadKinds().values()].flatMap((kind) => kind.fields.filter((field) => field.type === 'bsn').flatMap((field) => field.synonyms))
  return synonyms.some((synonym) => compactHeading(synonym) === compactHeading(last))
}
