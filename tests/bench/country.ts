import { makeAddresses, type DemoAddress } from '../../electron/engine/demo/world/addresses.ts'
import { readNeighbourhoods } from '../../electron/engine/demo/world/neighbourhoods.ts'
import { makeRandom } from '../../electron/engine/demo/world/random.ts'
import { readWordLists } from '../../electron/engine/demo/world/words.ts'
import { cityKey } from '../../electron/engine/normalise/city.ts'
import { streetKey } from '../../electron/engine/normalise/street.ts'
import type { Store } from '../../electron/engine/store/database.ts'
import { addressUpserter } from '../../electron/engine/store/registers.ts'
import { recordId } from '../../shared/model/recordId.ts'

/** A town of the bench. Half of the streets of each have the name of a street in the first. */
export interface Town {
  city: string
  addresses: DemoAddress[]
}

/** Share of the addresses, and the first two digits of the postcodes. */
const plan: readonly [city: string, share: number, digits: string][] = [
  ['Almere', 0.6, '13'], ["'s-Hertogenbosch", 0.1, '52'], ['Bergen op Zoom', 0.1, '46'], ['Capelle aan den IJssel', 0.1, '29'], ['Assen', 0.1, '94'],
]

/** Towns with so many addresses in all; equal for equal count and seed. */
export function makeCountry(count: number, seed: string): Town[] {
  const towns = plan.map(([city, share, digits], i) => {
    const addresses = makeAddresses(Math.round(count * share), readNeighbourhoods(), readWordLists(), makeRandom(i === 0 ? seed : `${seed} ${city}`))
    return { city, addresses: addresses.map((one) => ({ ...one, bag: one.bag + i * 1e9, object: one.object + i * 1e9, postcode: one.postcode.replace(/^13/, digits) })) }
  })
  const shared = streetsOf(towns[0]?.addresses ?? [])
  return towns.map((town, i) => (i === 0 ? town : { ...town, addresses: renamed(town.addresses, shared) }))
}

/** Every second street gets the name of the street with that place in the list, unless it is there already. */
function renamed(addresses: readonly DemoAddress[], names: readonly string[]): DemoAddress[] {
  const own = streetsOf(addresses)
  const taken = new Set(own)
  const renames = new Map(own.map((street, i) => [street, i % 2 === 0 && names[i] !== undefined && !taken.has(names[i]) ? names[i] : street]))
  return addresses.map((one) => ({ ...one, street: renames.get(one.street) ?? one.street }))
}

function streetsOf(addresses: readonly DemoAddress[]): string[] {
  return [...new Set(addresses.map(({ street }) => street))]
}

export function fillCountry(store: Store, towns: readonly Town[]): void {
  store.write((writer) => {
    const upsert = addressUpserter(writer, { street: streetKey, city: cityKey })
    let row = 0
    for (const { city, addresses } of towns) {
      for (const one of addresses) {
        row += 1
        upsert([
          one.bag, one.street, city, one.number, one.letter, one.suffix, one.postcode, one.object, one.building, one.use, one.floorArea, one.buildYear, one.status,
          0, null, one.x, one.y, recordId(1, row),
        ])
      }
    }
  })
}
