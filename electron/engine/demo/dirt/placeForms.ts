import { at, weighted, type Picker, type Random } from '../world/random.ts'

/** `1315AB` as people write it. */
export function writePostcode(postcode: string, random: Random): string {
  if (postcode === '') return ''
  const [digits, letters] = [postcode.slice(0, 4), postcode.slice(4)]
  return postcodeForm(random)(digits, letters)
}

const postcodeForm: Picker<(digits: string, letters: string) => string> = weighted([
  [(digits, letters) => `${digits} ${letters}`, 45],
  [(digits, letters) => digits + letters, 38],
  [(digits, letters) => `${digits}-${letters}`, 3],
  [(digits, letters) => `${digits} ${letters.toLowerCase()}`, 6],
  [(digits, letters) => digits + letters.toLowerCase(), 4],
  [(digits, letters) => `NL-${digits}${letters}`, 1],
  [(digits, letters) => `${digits}  ${letters}`, 2],
  [(digits, letters) => `${digits}\u00a0${letters}`, 1],
])

/** Digits and letters that look alike, changed places; one of each at most. */
export function swapLookalikes(postcode: string): string | null {
  const i = postcode.search(/[01]/)
  if (i < 0 || i > 3) return null
  return postcode.slice(0, i) + (at([...postcode], i) === '0' ? 'O' : 'l') + postcode.slice(i + 1)
}

/** The city as written: the BAG knows `Almere` only, people know its parts. */
export const cityForms: Picker<string> = weighted([
  ['Almere', 70], ['ALMERE', 12], ['Almere Stad', 4], ['Almere-Stad', 2], ['Almere Buiten', 3], ['Almere-Haven', 2], ['Almere Poort', 2], ['almere', 2], ['Almere ', 1], ['ALMERE BUITEN', 1], ['', 1],
])
