import type { DemoAddress } from './addresses.ts'
import type { PlantedNetwork } from './networks.ts'

/**
 * Gives some business premises a second address (nevenadres): a shop at 12 whose side door is 12A. Dwellings keep one, and what was
 * planted stays as it was. Changes the addresses themselves, when nothing is drawn from them any more.
 */
export function shareObjects(addresses: readonly DemoAddress[], networks: readonly PlantedNetwork[]): void {
  const planted = new Set(networks.flatMap((network) => network.addresses))
  for (const [i, second] of addresses.entries()) {
    const main = addresses[i - 1]
    if (!main || !isSideDoor(second, main) || planted.has(main) || planted.has(second)) continue
    const { object, use, floorArea, buildYear, status } = main
    Object.assign(second, { object, use, floorArea, buildYear, status, isSecondary: true })
  }
}

function isSideDoor(second: DemoAddress, main: DemoAddress): boolean {
  return second.letter === 'A' && second.suffix === '' && main.letter === '' && main.suffix === '' && second.building === main.building && second.number === main.number
    && second.place === main.place && main.place !== '' && main.place !== 'woning'
}
