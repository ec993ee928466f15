import { cellCount, writeAddress, type AddressCells, type AddressTruth, type Carelessness, type Surround } from '../../electron/engine/demo/dirt/addressRow.ts'
import { cityForms } from '../../electron/engine/demo/dirt/placeForms.ts'
import type { DemoAddress } from '../../electron/engine/demo/world/addresses.ts'
import { makeRandom, weighted, type Picker, type Random } from '../../electron/engine/demo/world/random.ts'
import { readWordLists } from '../../electron/engine/demo/world/words.ts'
import type { GivenAddress } from '../../electron/engine/normalise/given.ts'
import type { Town } from './country.ts'
import { hardForms } from './hardAddresses.ts'

/** An address as somebody wrote it, and which one was meant; null where no address was written. */
export interface WrittenRow {
  given: GivenAddress
  truth: AddressTruth | null
}

export const SEED = 'adressen 7'
/** as an official writes, in a hurry: half-known forms of streets and places in a fifth of the rows, damage in a twentieth */
export const careless: Carelessness = { mild: 0.22, severe: 0.05, unusable: 0.015, viaExcel: 0.25 }
export const careful: Carelessness = { mild: 0, severe: 0, unusable: 0, viaExcel: 0 }
/** Share of the dirty rows in a form of {@link hardForms}. */
const HARD = 0.06
const TRIES = 5000

const parts: Record<AddressCells, readonly (keyof GivenAddress)[]> = {
  apart: ['street', 'number', 'letter', 'suffix', 'postcode', 'city'],
  joined: ['street', 'number', 'suffix', 'postcode', 'city'],
  line: ['line', 'postcode', 'city'],
  lineAndPlace: ['line', 'city'],
  one: ['line'],
  postcodeAndNumber: ['postcode', 'number'],
}
const arrangements: readonly AddressCells[] = ['apart', 'joined', 'line', 'lineAndPlace', 'one', 'postcodeAndNumber']

/** So many addresses as written: in every arrangement of cells in turn, some in a hard form. */
export function writeDirty(towns: readonly Town[], rows: number): WrittenRow[] {
  const random = makeRandom(`${SEED} geschreven`)
  const pick = pickTown(towns)
  const forms = hardForms(towns)
  return Array.from({ length: rows }, (_, i) => {
    if (random.chance(HARD)) return writeHard(pick, forms, random)
    return writeRow(pick(random), arrangements[i % arrangements.length] ?? 'one', careless, random)
  })
}

/** So many addresses as a register writes them, each part in its own cell. */
export function writeClean(towns: readonly Town[], rows: number): WrittenRow[] {
  const random = makeRandom(`${SEED} geschreven`)
  const pick = pickTown(towns)
  return Array.from({ length: rows }, () => writeRow(pick(random), 'apart', careful, random))
}

type Place = Town & { surround: Surround }

function pickTown(towns: readonly Town[]): Picker<Place> {
  return weighted(towns.map((town) => [{ ...town, surround: surroundOf(town) }, town.addresses.length]))
}

function writeRow({ addresses, surround }: Place, cells: AddressCells, how: Carelessness, random: Random): WrittenRow {
  const { cells: values, truth } = writeAddress(random.pick(addresses), cells, how, surround, random)
  const names = parts[cells]
  if (values.length !== names.length || values.length > cellCount(cells)) throw new Error(`an address in ${values.length} cells`)
  return { given: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])), truth }
}

/** One form, for the first address it fits. */
function writeHard(pick: Picker<Place>, forms: ReturnType<typeof hardForms>, random: Random): WrittenRow {
  const form = random.pick(forms)
  for (let i = 0; i < TRIES; i += 1) {
    const town = pick(random)
    const found = form(random.pick(town.addresses), town, random)
    if (found) return { given: { line: found.line }, truth: found.truth }
  }
  throw new Error('a hard form fits no address')
}

function surroundOf({ city, addresses }: Town): Surround {
  const numbers = new Set(addresses.map(({ street, number }) => `${street} ${number}`))
  const bare = new Set(addresses.filter(isBare).map(({ street, number }) => `${street} ${number}`))
  return {
    outside: readWordLists().outsideCities,
    city: city === 'Almere' ? cityForms : weighted([[city, 74], [city.toUpperCase(), 18], [city.toLowerCase(), 6], [`${city} `, 1], ['', 1]]),
    exists: (street, number) => numbers.has(`${street} ${number}`),
    hasBare: (street, number) => bare.has(`${street} ${number}`),
  }
}

function isBare({ letter, suffix }: DemoAddress): boolean {
  return letter + suffix === ''
}
