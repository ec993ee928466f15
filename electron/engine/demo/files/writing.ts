import { writeAddress, type AddressCells, type AddressRow, type Carelessness, type Surround } from '../dirt/addressRow.ts'
import { cityForms } from '../dirt/placeForms.ts'
import { writeDate, writeKvk, type DateStyle } from '../dirt/values.ts'
import type { DemoAddress } from '../world/addresses.ts'
import type { DemoPerson } from '../world/people.ts'
import type { Random } from '../world/random.ts'
import type { World } from '../world/world.ts'

/** Everything a department needs to write its delivery its own way. */
export interface Writing {
  world: World
  random: Random
  address(address: DemoAddress, cells: AddressCells, how: Carelessness): AddressRow
  kvk(kvk: number | null | undefined): string
  date(iso: string, style: DateStyle): string
}

/** How carelessly addresses are kept: by a register, at a desk, by whoever takes the call. */
export const register: Carelessness = { mild: 0.02, severe: 0.004, unusable: 0.003, viaExcel: 0 }
export const desk: Carelessness = { mild: 0.22, severe: 0.05, unusable: 0.015, viaExcel: 0.6 }
export const telephone: Carelessness = { mild: 0.45, severe: 0.14, unusable: 0.04, viaExcel: 0.7 }

/** What is known of the whole municipality is looked up once; every delivery has a random of its own. */
export function makeWritings(world: World): (random: Random) => Writing {
  const surround = surroundOf(world)
  return (random) => ({
    world,
    random,
    address: (address, cells, how) => writeAddress(address, cells, how, surround, random),
    kvk: (kvk) => writeKvk(kvk ?? null, random),
    date: (iso, style) => writeDate(iso, style, random),
  })
}

function surroundOf({ addresses, words }: World): Surround {
  const numbers = new Set<string>()
  const bare = new Set<string>()
  for (const { street, number, letter, suffix } of addresses) {
    numbers.add(`${street} ${number}`)
    if (letter + suffix === '') bare.add(`${street} ${number}`)
  }
  return { outside: words.outsideCities, city: cityForms, exists: (street, number) => numbers.has(`${street} ${number}`), hasBare: (street, number) => bare.has(`${street} ${number}`) }
}

/** Name cells as registers keep them: given names, prefix, family name. */
export function nameCells(person: DemoPerson | null): [string, string, string] {
  return person ? [person.givenNames, person.prefix, person.familyName] : ['', '', '']
}

/** A name in one cell: `Vries, Anna Maria de`. */
export function nameInOne(person: DemoPerson): string {
  return `${person.familyName}, ${person.givenNames}${person.prefix === '' ? '' : ` ${person.prefix}`}`
}
