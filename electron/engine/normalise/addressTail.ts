import { isCityName } from './city.ts'

/** Whether postcode and city were found elsewhere than behind the house number. */
export interface FoundPlace {
  hasPostcode: boolean
  hasCity: boolean
}

/** Words that belong to a house number: floor, side, kind of unit, and the signs of a range. */
const EXTRA_WORDS = new Set(
  ('bis ter hs huis hg hoog bg bel bov boven ben beneden begane grond achter ach voor voorhuis achterhuis links rechts li re rood rd zwart zw wit bus unit ' +
    'app appartement kamer kmr verd verdieping etage etg kelder souterrain zolder garage box loods hal flat toren gebouw blok studio atelier kantoor ' +
    'toev toevoeging huisletter letter t/m tm tot en met naast nabij tegenover t/o to nb').split(' '),
)
const ARTICLES = /^(?:de|den|het|'t|'s|st|sint|la|ter)$/i
/** `a-b`, `A+B`, `1/2` */
const JOINED = /^[a-z\d]{1,2}(?:[-–/+&][a-z\d]{1,2})+$/i

/**
 * Divides what follows a house number into letter and suffix, and a city. A known city at the end is one. Unknown words are taken for
 * a city only where nothing else tells the place: with a postcode they stay with the number, so that `12 vide, 1315 AB` is never read as 12.
 */
export function splitTail(tail: string, place: FoundPlace, isMixedCase: boolean): { extra: string; city: string } {
  const words = tail.match(/\([^)]*\)|[^\s,;]+/g) ?? []
  const start = place.hasCity ? -1 : cityAt(words, place.hasPostcode, isMixedCase)
  if (start < 0) return { extra: joinTail(tail, words), city: '' }
  return { extra: joinTail(tail, words.slice(0, start)), city: words.slice(start).join(' ').replace(/^[-–(\s]+|[)\s]+$/g, '') }
}

function cityAt(words: readonly string[], hasPostcode: boolean, isMixedCase: boolean): number {
  const known = words.findIndex((_, i) => isCityName(words.slice(i).join(' ')))
  if (known >= 0 || hasPostcode) return known
  return words.findIndex((word, i) => !isExtraWord(word, i === words.length - 1, isMixedCase))
}

/** Whether all words behind a number belong to it. */
export function isAllExtra(tail: string, isOrdinal: (word: string) => boolean): boolean {
  const words = tail.match(/[^\s,;]+/g) ?? []
  return words.every((word, i) => isExtraWord(word, i === words.length - 1, true) && !isOrdinal(`${word} `))
}

/** A letter against the number stays against it; anything else gets a space, so that digits never run together. */
function joinTail(tail: string, words: readonly string[]): string {
  return words.length === 0 ? '' : (/^[a-z]/i.test(tail) ? '' : ' ') + words.join(' ')
}

function isExtraWord(word: string, isLast: boolean, isMixedCase: boolean): boolean {
  const bare = word.replace(/^[-–/(.+&]+|[-–/).+&]+$/g, '')
  if (bare === '' || /^[a-z]$/i.test(bare) || EXTRA_WORDS.has(bare.toLowerCase()) || JOINED.test(bare)) return true
  if (word.startsWith('(') || (/\d/.test(bare) && bare.length <= 6) || /^[ivx]{2,4}$/i.test(bare)) return true
  if (bare.length === 2) return isLast || !ARTICLES.test(bare)
  return isMixedCase && bare.length <= 4 && /^[A-Z]+$/.test(bare)
}
