import type { AddressTruth } from '../../electron/engine/demo/dirt/addressRow.ts'
import type { DemoAddress } from '../../electron/engine/demo/world/addresses.ts'
import { type Random } from '../../electron/engine/demo/world/random.ts'
import type { Town } from './country.ts'

/** One line as somebody wrote it, and what it means. */
interface HardLine {
  line: string
  truth: AddressTruth
}

/** Writes an address in one hard form; null where the form does not fit it. */
type HardForm = (address: DemoAddress, town: Town, random: Random) => HardLine | null

const nobody: AddressTruth = { bag: 0, isOptional: false }
/** A letter that no generated address has. */
const ABSENT = 'Q'

/**
 * Forms in which careful reading matters more than mending: units and letters in words, several letters at once, streets of one name in
 * several towns, a city that contradicts the postcode. Where they mean nobody, or leave a choice, no match may be made.
 */
export function hardForms(towns: readonly Town[]): HardForm[] {
  const places = new Map<string, DemoAddress[]>()
  for (const { city, addresses } of towns) for (const one of addresses) push(places, placeKey(city, one), one)
  const at = (city: string, one: DemoAddress): DemoAddress[] => places.get(placeKey(city, one)) ?? []
  const elsewhere = (town: Town, one: DemoAddress): Town[] => towns.filter(({ city }) => city !== town.city && at(city, one).some((other) => isBare(other)))

  const labelledLetter: HardForm = (one, { city }, random) =>
    one.letter === '' || one.suffix !== '' ? null : meant(one, `${one.street} ${one.number} ${random.pick(['toev. ', 'huisletter ', 'toevoeging '])}${one.letter}`, city, random)
  const labelledUnit: HardForm = (one, { city }, random) =>
    one.letter !== '' || !/^\d+$/.test(one.suffix) ? null : meant(one, `${one.street} ${one.number}${random.pick([', app. ', ' unit ', ' toev. ', ' bus '])}${one.suffix}`, city, random)
  const severalLetters: HardForm = (one, town, random) => {
    const isPair = one.letter === 'A' && one.suffix === '' && at(town.city, one).some(({ letter, suffix }) => letter === 'B' && suffix === '')
    return isPair ? { line: placed(one, `${one.street} ${one.number}${random.pick(['a-b', ' a/b', ' A+B', 'a t/m b'])}`, town.city, random), truth: nobody } : null
  }
  const absentUnit: HardForm = (one, { city }, random) =>
    isBare(one) ? { line: placed(one, `${one.street} ${one.number} ${random.pick([`flat ${ABSENT}`, `toev. ${ABSENT}`, 'vide', `unit ${ABSENT}`])}`, city, random), truth: nobody } : null
  const otherCity: HardForm = (one, town, random) => {
    const others = elsewhere(town, one)
    return others.length > 0 && isBare(one) && one.postcode !== '' ? { line: `${one.street} ${one.number}, ${one.postcode} ${random.pick(others).city}`, truth: nobody } : null
  }
  const withoutPostcode: HardForm = (one, { city }) => (isAlone(at(city, one)) ? { line: `${one.street} ${one.number}, ${city}`, truth: sure(one) } : null)
  const withoutPlace: HardForm = (one, town) => (elsewhere(town, one).length > 0 && isBare(one) ? { line: `${one.street} ${one.number}`, truth: nobody } : null)
  const postcodeFirst: HardForm = (one, { city }, random) =>
    isAlone(at(city, one)) && one.postcode !== '' ? { line: random.pick([`${one.postcode} ${one.street} ${one.number}`, `${one.postcode}${one.number}`]), truth: sure(one) } : null
  return [labelledLetter, labelledUnit, severalLetters, absentUnit, otherCity, withoutPostcode, withoutPlace, postcodeFirst]
}

function meant(one: DemoAddress, street: string, city: string, random: Random): HardLine {
  return { line: placed(one, street, city, random), truth: sure(one) }
}

function sure({ bag }: DemoAddress): AddressTruth {
  return { bag, isOptional: false }
}

function placed({ postcode }: DemoAddress, street: string, city: string, random: Random): string {
  if (postcode === '') return `${street}, ${city}`
  return random.chance(0.5) ? `${street}, ${postcode.slice(0, 4)} ${postcode.slice(4)}` : `${street}, ${postcode} ${city}`
}

function isBare({ letter, suffix }: DemoAddress): boolean {
  return letter + suffix === ''
}

/** One address with this number, without letter or suffix. */
function isAlone(all: readonly DemoAddress[]): boolean {
  return all.length === 1 && all.every((one) => isBare(one))
}

function placeKey(city: string, { street, number }: DemoAddress): string {
  return `${city}|${street}|${number}`
}

function push(groups: Map<string, DemoAddress[]>, key: string, one: DemoAddress): void {
  const group = groups.get(key)
  if (group) group.push(one)
  else groups.set(key, [one])
}
