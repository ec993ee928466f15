import forms from '../../../resources/company/legalForms.json' with { type: 'json' }
import { foldText } from './fold.ts'
import { isLegible, markLost } from './lostLetters.ts'
import { remembered } from './remembered.ts'

/** A company name in one spelling, and the legal form that stood in it (stored value), or empty. */
export interface CompanyNameKey {
  name: string
  form: string
}

const formOf = new Map(Object.entries(forms).flatMap(([form, spellings]) => spellings.map((spelling): [string, string] => [spelling, form])))
const LONGEST_FORM = 6
/** Words behind a name that say in what state the company is, not what it is called. */
const STATES = / (?:i ?o|i ?l|in oprichting|in liquidatie|in staat van faillissement|opgeheven)$/

/** Case, diacritics, ij/y, punctuation, `&` and `en`, and the legal form in front or behind, written in any way. */
export const companyNameKey = remembered(100_000, (name): CompanyNameKey => {
  const words = companyWords(name).join(' ').replace(STATES, '').trim().split(' ')
  const behind = formAt(words, 'end')
  const rest = behind ? words.slice(0, -behind.length) : words
  const before = formAt(rest, 'start')
  const bare = before ? rest.slice(before.length) : rest
  return { name: bare.join(''), form: behind?.form ?? before?.form ?? '' }
})

/** All words of a company name in one spelling, for search; single letters of an abbreviation are joined (`B.V.` → `bv`). */
export function companyWords(name: string): string[] {
  return markLost(foldText(name))
    .replace(/&|\+/g, ' en ')
    .replace(/'/g, '')
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .split(/[^a-z\d?]+/)
    .filter(isLegible)
    .map((word) => word.replace(/ij/g, 'y'))
}

function formAt(words: readonly string[], side: 'start' | 'end'): { form: string; length: number } | null {
  for (let length = Math.min(LONGEST_FORM, words.length - 1); length > 0; length -= 1) {
    const part = side === 'end' ? words.slice(-length) : words.slice(0, length)
    const form = formOf.get(part.join(' '))
    if (form !== undefined) return { form, length }
  }
  return null
}
