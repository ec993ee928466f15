import { misread } from '../files/encode.ts'
import { at, weighted, type Picker, type Random } from '../world/random.ts'

/** Ways in which a department writes a street otherwise than the BAG does (domain §2.3). Each returns null where it does not apply. */
export type StreetForm = (street: string, random: Random) => string | null

const endings: [string, string][] = [['straat', 'str.'], ['straat', 'str'], ['laan', 'ln'], ['plein', 'pln'], ['weg', 'wg'], ['singel', 'sngl'], ['plantsoen', 'plnts'], ['dreef', 'dr']]
const titles: [string, string][] = [
  ['Burgemeester', 'Burg.'], ['Professor', 'Prof.'], ['Dokter', 'Dr.'], ['Minister', 'Min.'], ['Ingenieur', 'Ir.'], ['Meester', 'Mr.'],
  ['Sint', 'St.'], ['Generaal', 'Gen.'], ['Koning', 'Kon.'], ['Prinses', 'Pr.'], ['Pastoor', 'Past.'], ['Dominee', 'Ds.'], ['Wethouder', 'Weth.'], ['Kapitein', 'Kap.'],
]
const ordinals: [string, string][] = [['Eerste', '1e'], ['Tweede', '2e'], ['1e', 'Eerste'], ['2e', 'Tweede'], ['3e', 'Derde'], ['4e', 'Vierde']]

function replaceStart(street: string, pairs: readonly [string, string][]): string | null {
  const pair = pairs.find(([full]) => street.startsWith(`${full} `))
  return pair ? pair[1] + street.slice(pair[0].length) : null
}

const abbreviate: StreetForm = (street, random) => {
  const prepositions = street.replace(/\b[Vv]an de[rn]\b/, 'v.d.').replace(/\bVan\b/, 'v.')
  const titled = replaceStart(prepositions, titles) ?? prepositions
  const fitting = endings.filter(([full]) => titled.endsWith(full))
  const ending = fitting.length > 0 ? random.pick(fitting) : null
  const short = ending ? titled.slice(0, titled.length - ending[0].length) + ending[1] : titled
  return short === street ? null : short
}

const ordinal: StreetForm = (street) => replaceStart(street, ordinals)

/** Old population registers cut names at 24 characters (NEN 5825). */
const cut: StreetForm = (street) => (street.length > 24 ? street.slice(0, 24).trim() : null)

const upper: StreetForm = (street) => street.toUpperCase()
const lower: StreetForm = (street) => street.toLowerCase()

const withoutAccents: StreetForm = (street) => changed(street, street.normalize('NFD').replace(/\p{M}/gu, ''))
/** What a program writes that does not know the letter. */
const questionMarks: StreetForm = (street) => changed(street, street.replace(/[^\x20-\x7e]/gu, '?'))
/** UTF-8 read as Windows-1252. */
const mojibake: StreetForm = (street) => changed(street, misread(street))
const ij: StreetForm = (street) => (/ij/i.test(street) ? street.replace(/ij/gi, (pair) => (pair === 'ij' ? 'ÿ' : 'Y')) : null)

const spacing: StreetForm = (street, random) => {
  if (street.includes('-')) return street.replaceAll('-', ' ')
  if (!street.includes(' ')) return ` ${street} `
  return random.chance(0.5) ? street.replace(' ', '\u00a0') : street.replace(' ', '  ')
}
/** Typists leave a soft hyphen behind when they copy from a document. */
const softHyphen: StreetForm = (street) => (street.length > 10 ? `${street.slice(0, 6)}\u00ad${street.slice(6)}` : null)

/** One letter wrong, missing, double or changed places; never the first. */
const typo: StreetForm = (street, random) => {
  const places = [...street].flatMap((letter, i) => (i > 0 && /[a-z]/.test(letter) ? [i] : []))
  if (places.length < 5) return null
  const i = random.pick(places)
  const letter = at([...street], i)
  const [before, after] = [street.slice(0, i), street.slice(i + 1)]
  const next = after.charAt(0)
  const forms = [before + after, before + letter + letter + after, before + random.pick([...'aeioubdgklmnprstvw']) + after, before + next + letter + after.slice(1)]
  return changed(street, random.pick(next === '' ? forms.slice(0, 3) : forms))
}

function changed(before: string, after: string): string | null {
  return before === after ? null : after
}

/** Everyday variations: no information is lost. */
export const mildForms: Picker<StreetForm> = weighted([
  [abbreviate, 40], [ordinal, 10], [upper, 14], [lower, 8], [withoutAccents, 10], [ij, 4], [spacing, 8], [softHyphen, 2],
])

/** Damage: something has to be guessed or compared. */
export const severeForms: Picker<StreetForm> = weighted([[typo, 60], [questionMarks, 14], [mojibake, 12], [cut, 14]])

/** Form of a street in the population register: always the short name. */
export function registerForm(street: string, random: Random): string {
  return street.length > 24 ? (cut(abbreviate(street, random) ?? street, random) ?? abbreviate(street, random) ?? street) : street
}
