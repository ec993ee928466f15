import type { DemoAddress } from '../world/addresses.ts'
import { weighted, type Picker, type Random } from '../world/random.ts'
import { asExcelDate, asRange, extraOf, withRemark, writeNumber } from './houseNumberForms.ts'
import { swapLookalikes, writePostcode } from './placeForms.ts'
import { mildForms, registerForm, severeForms } from './streetForms.ts'

/** Which cells a delivery has for an address. */
export type AddressCells = 'apart' | 'joined' | 'line' | 'lineAndPlace' | 'one' | 'postcodeAndNumber'

/** How carelessly a department writes; shares of rows. */
export interface Carelessness {
  mild: number
  severe: number
  /** no address of the municipality in the row: missing, elsewhere, a post box, a number that does not exist */
  unusable: number
  /** of the numbers that Excel can take for a date */
  viaExcel: number
}

/**
 * What a row really means: `bag` is the address it has to be matched to; 0 means that no match may be made without a human;
 * `optional` rows may be matched to it or be left, nothing else.
 */
export interface AddressTruth {
  bag: number
  isOptional: boolean
}

/** The cells of one row, in the order of {@link addressHeadings}, and what they mean. */
export interface AddressRow {
  cells: string[]
  truth: AddressTruth | null
}

/** Addresses that may be written, and what is needed to write wrong ones. */
export interface Surround {
  outside: readonly (readonly [city: string, digits: string, street: string])[]
  /** the city as people write it */
  city: Picker<string>
  /** whether an address with this street and number exists, whatever its letter or suffix */
  exists(street: string, number: number): boolean
  /** whether exactly this number exists without letter or suffix */
  hasBare(street: string, number: number): boolean
}

interface Parts {
  street: string
  number: string
  letter: string
  suffix: string
  /** number, letter and suffix in one */
  joined: string
  postcode: string
  city: string
}

/** Arrangements in which the number stands behind the street. */
const inLine: ReadonlySet<AddressCells> = new Set(['line', 'lineAndPlace', 'one'])

/** How many cells each arrangement takes. */
export function cellCount(cells: AddressCells): number {
  return { apart: 6, joined: 5, line: 3, lineAndPlace: 2, one: 1, postcodeAndNumber: 2 }[cells]
}

export function writeAddress(address: DemoAddress, cells: AddressCells, how: Carelessness, surround: Surround, random: Random): AddressRow {
  if (random.chance(how.unusable)) return unusable(address, cells, surround, random)
  const truth = { bag: address.bag, isOptional: false }
  const parts = cleanParts(address, surround, random)
  if (random.chance(how.mild)) parts.street = mildForms(random)(parts.street, random) ?? parts.street
  // Excel takes few numbers for a date, but those it takes again and again; only where the number has a cell of its own
  if (!inLine.has(cells) && random.chance(how.viaExcel)) setJoined(parts, asExcelDate(address), false)
  if (!random.chance(how.severe)) return { cells: arrange(parts, cells), truth }
  const optional = damage(parts, address, cells, random)
  return { cells: arrange(parts, cells), truth: { ...truth, isOptional: optional } }
}

/** The address as the population register writes it: short street names, parts in their own cells, no mistakes. */
export function writeRegisterAddress(address: DemoAddress, random: Random): string[] {
  const postcode = address.postcode === '' ? '' : `${address.postcode.slice(0, 4)} ${address.postcode.slice(4)}`
  return [registerForm(address.street, random), String(address.number), address.letter, address.suffix, postcode, 'Almere']
}

function cleanParts(address: DemoAddress, surround: Surround, random: Random): Parts {
  return {
    street: address.street,
    number: String(address.number),
    letter: address.letter,
    suffix: address.suffix,
    joined: writeNumber(address, random),
    postcode: writePostcode(address.postcode, random),
    city: surround.city(random),
  }
}

type Damage = (parts: Parts, address: DemoAddress, random: Random) => boolean

/** Each kind of damage changes the parts in place and says whether the row may also be left unmatched. */
const damages: Record<'any' | 'withStreet', Picker<Damage>> = (() => {
  const any: [Damage, number][] = [
    [(parts, address) => ((parts.postcode = swapLookalikes(address.postcode) ?? parts.postcode), false), 16],
    [(parts, address, random) => setJoined(parts, withRemark(address, random), true), 8],
    [(parts, address, random) => setJoined(parts, asRange(address, random), true), 8],
  ]
  const withStreet: [Damage, number][] = [
    [(parts, _, random) => ((parts.street = severeForms(random)(parts.street, random) ?? parts.street), false), 46],
    [(parts) => ((parts.postcode = ''), false), 16],
  ]
  return { any: weighted(any), withStreet: weighted([...any, ...withStreet]) }
})()

function damage(parts: Parts, address: DemoAddress, cells: AddressCells, random: Random): boolean {
  return (cells === 'postcodeAndNumber' ? damages.any : damages.withStreet)(random)(parts, address, random)
}

function setJoined(parts: Parts, text: string | null, isOptional: boolean): boolean {
  if (text === null) return false
  parts.joined = text
  parts.number = text
  parts.letter = ''
  parts.suffix = ''
  return isOptional
}

function arrange(parts: Parts, cells: AddressCells): string[] {
  const { street, number, letter, suffix, joined, postcode, city } = parts
  if (cells === 'apart') return [street, number, letter, suffix, postcode, city]
  if (cells === 'joined') return [street, number, letter + suffix === '' ? '' : extraOf({ letter, suffix }), postcode, city]
  if (cells === 'line') return [`${street} ${joined}`, postcode, city]
  if (cells === 'lineAndPlace') return [`${street} ${joined}`, `${postcode} ${city}`.trim()]
  if (cells === 'postcodeAndNumber') return [postcode, joined]
  return [`${street} ${joined}${postcode === '' ? '' : `, ${postcode}`}${city === '' ? '' : ` ${city}`}`]
}

const missing = ['', 'nvt', 'onbekend', '-', '0', 'n.v.t.']

function unusable(address: DemoAddress, cells: AddressCells, surround: Surround, random: Random): AddressRow {
  const empty: Parts = { street: '', number: '', letter: '', suffix: '', joined: '', postcode: '', city: '' }
  const chance = random.next()
  if (chance < 0.25) {
    const word = random.pick(missing)
    return { cells: Array.from({ length: cellCount(cells) }, (_, i) => (i === 0 ? word : '')), truth: null }
  }
  if (chance < 0.6) {
    const [city, digits, street] = random.pick(surround.outside)
    const number = String(random.between(1, 180))
    return { cells: arrange({ ...empty, street, number, joined: number, postcode: `${digits} ${random.pick(['AB', 'CK', 'HL', 'VX'])}`, city }, cells), truth: { bag: 0, isOptional: false } }
  }
  if (chance < 0.7) {
    const number = String(random.between(10, 900))
    return { cells: arrange({ ...empty, street: 'Postbus', number, joined: number, postcode: '1300 AE', city: 'ALMERE' }, cells), truth: { bag: 0, isOptional: false } }
  }
  const parts = cleanParts(address, surround, random)
  if (chance < 0.85 || surround.hasBare(address.street, address.number)) {
    const number = freeNumber(address, surround)
    return { cells: arrange({ ...parts, number: String(number), letter: '', suffix: '', joined: String(number) }, cells), truth: { bag: 0, isOptional: false } }
  }
  // the number alone, where only 12A and 12B exist: a matcher may not choose
  return { cells: arrange({ ...parts, letter: '', suffix: '', joined: parts.number }, cells), truth: { bag: 0, isOptional: false } }
}

function freeNumber({ street, number }: DemoAddress, surround: Surround): number {
  let free = number + 301
  while (surround.exists(street, free)) free += 1
  return free
}
