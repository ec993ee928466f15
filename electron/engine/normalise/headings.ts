import { distance } from 'fastest-levenshtein'

/** A heading without case, accents and punctuation: `KvK-nr.` → `kvk nr`. */
export function normaliseHeading(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z\d])(?=[A-Z][a-z])/g, '$1 ')
    .toLowerCase()
    .replace(/[^a-z\d%]+/g, ' ')
    .trim()
}

/** The heading in one piece, so that `huis nummer`, `Huisnummer` and `huis_nummer` meet. */
export function compactHeading(text: string): string {
  return normaliseHeading(text).replace(/ /g, '')
}

/** A normalised heading in one piece and with `nummer` shortened, so that `Meldnr.` and `Meldnummer` meet; `Nummer` by itself stays what it is. */
export function meetingHeading(normalised: string): string {
  return normalised.replace(/ /g, '').replace(/(?<=[a-z])nummer/g, 'nr')
}

/** How a heading resembles a synonym; each a number to compare with, higher is firmer. */
export type HeadingMatch = 'exact' | 'compact' | 'words' | 'close'

export const headingStrength: Record<HeadingMatch, number> = { exact: 1, compact: 0.97, close: 0.8, words: 0.7 }

/** Words that say nothing about what a column holds. */
const FILLERS = new Set(['de', 'het', 'een', 'van', 'der', 'en', 'in', 'op', 'bij', 'voor', 'per', 'nr', 'code', 'veld', 'kolom'])
/** Words too general to recognise a longer heading by: `Naam contactpersoon` is not the name that is meant. */
const GENERAL = new Set([
  'naam', 'datum', 'nummer', 'nr', 'id', 'code', 'soort', 'type', 'status', 'tot', 'van', 'vanaf', 'begin', 'einde', 'eind', 'start', 'waarde', 'bedrag', 'prijs',
  'functie', 'rol', 'thema', 'categorie', 'object', 'pand', 'zaak', 'dossier', 'bron', 'contact', 'melder', 'besluit', 'recht', 'gebruik', 'letter', 'houder',
])
const SHORTEST_FOR_TYPO = 6

/**
 * Compares a heading with one synonym, both normalised.
 * `words`: every word of the synonym stands in the heading and at most one word of meaning is left over;
 * `close`: one typing error in a word of six letters or more.
 */
export function matchHeading(heading: string, synonym: string): HeadingMatch | null {
  if (heading === synonym) return 'exact'
  if (meetingHeading(heading) === meetingHeading(synonym)) return 'compact'
  const compact = heading.replace(/ /g, '')
  const wanted = synonym.replace(/ /g, '')
  if (hasWords(heading, synonym)) return 'words'
  const isClose = wanted.length >= SHORTEST_FOR_TYPO && Math.abs(wanted.length - compact.length) <= 1 && distance(compact, wanted) === 1
  return isClose ? 'close' : null
}

function hasWords(heading: string, synonym: string): boolean {
  const words = heading.split(' ')
  const wanted = synonym.split(' ')
  if (wanted.length === 1 && GENERAL.has(synonym)) return false
  if (!wanted.every((word) => words.includes(word))) return false
  const left = words.filter((word) => !wanted.includes(word) && !FILLERS.has(word))
  return left.length <= 1
}

/** Spreadsheet letters of a column: 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}
