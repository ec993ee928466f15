import { cellCount, writeAddress, type AddressCells, type AddressTruth, type Carelessness, type Surround } from '../../electron/engine/demo/dirt/addressRow.ts'
import { makeAddresses, type DemoAddress } from '../../electron/engine/demo/world/addresses.ts'
import { readNeighbourhoods } from '../../electron/engine/demo/world/neighbourhoods.ts'
import { makeRandom } from '../../electron/engine/demo/world/random.ts'
import { readWordLists } from '../../electron/engine/demo/world/words.ts'
import { cityKey } from '../../electron/engine/normalise/city.ts'
import type { GivenAddress } from '../../electron/engine/normalise/given.ts'
import { streetKey } from '../../electron/engine/normalise/street.ts'
import { recordId } from '../../shared/model/recordId.ts'
import type { Store } from '../../electron/engine/store/database.ts'
import { addressUpserter } from '../../electron/engine/store/registers.ts'

/** An address as somebody wrote it, and which one was meant; null where no address was written. */
export interface WrittenRow {
  given: GivenAddress
  truth: AddressTruth | null
}

export const SEED = 'adressen 7'
/** as an official writes, in a hurry: half-known forms of streets and places in a fifth of the rows, damage in a twentieth */
export const careless: Carelessness = { mild: 0.22, severe: 0.05, unusable: 0.015, viaExcel: 0.25 }
export const careful: Carelessness = { mild: 0, severe: 0, unusable: 0, viaExcel: 0 }

const parts: Record<AddressCells, readonly (keyof GivenAddress)[]> = {
  apart: ['street', 'number', 'letter', 'suffix', 'postcode', 'city'],
  joined: ['street', 'number', 'suffix', 'postcode', 'city'],
  line: ['line', 'postcode', 'city'],
  lineAndPlace: ['line', 'city'],
  one: ['line'],
  postcodeAndNumber: ['postcode', 'number'],
}
const arrangements: readonly AddressCells[] = ['apart', 'joined', 'line', 'lineAndPlace', 'one', 'postcodeAndNumber']

/** The addresses of a generated municipality; equal for equal count. */
export function makeTown(count: number): DemoAddress[] {
  return makeAddresses(count, readNeighbourhoods(), readWordLists(), makeRandom(SEED))
}

export function fillTown(store: Store, town: readonly DemoAddress[]): void {
  store.write((writer) => {
    const upsert = addressUpserter(writer, { street: streetKey, city: cityKey })
    for (const [i, one] of town.entries()) {
      upsert([
        one.bag, one.street, 'Almere', one.number, one.letter, one.suffix, one.postcode, one.object, one.building, one.use, one.floorArea, one.buildYear, one.status,
        one.x, one.y, recordId(1, i + 1),
      ])
    }
  })
}

/** So many addresses of the town as written, in every arrangement of cells in turn, or in the one that is given. */
export function writeRows(town: readonly DemoAddress[], rows: number, how: Carelessness, only?: AddressCells): WrittenRow[] {
  const random = makeRandom(`${SEED} geschreven`)
  const surround = surroundOf(town)
  return Array.from({ length: rows }, (_, i) => {
    const cells = only ?? arrangements[i % arrangements.length] ?? 'one'
    const { cells: values, truth } = writeAddress(random.pick(town), cells, how, surround, random)
    const names = parts[cells]
    if (values.length !== names.length || values.length > cellCount(cells)) throw new Error(`an address in ${values.length} cells`)
    return { given: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])), truth }
  })
}

function surroundOf(town: readonly DemoAddress[]): Surround {
  const numbers = new Set(town.map(({ street, number }) => `${street} ${number}`))
  const bare = new Set(town.filter(({ letter, suffix }) => letter + suffix === '').map(({ street, number }) => `${street} ${number}`))
  return {
    outside: readWordLists().outsideCities,
    exists: (street, number) => numbers.has(`${street} ${number}`),
    hasBare: (street, number) => bare.has(`${street} ${number}`),
  }
}
