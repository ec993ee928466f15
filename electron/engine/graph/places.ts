import { entityKey, splitKey, type EntityKey } from '#shared/model/entity.ts'
import type { CallContext } from '../context.ts'
import { addressPlaces } from '../store/network.ts'

/** Where the addresses among `keys` lie, in RD metres; companies and persons have no place of their own. */
export function placesOf({ store }: CallContext, keys: readonly EntityKey[]): { key: EntityKey; x: number; y: number }[] {
  const addresses = keys.map(splitKey).filter(({ kind }) => kind === 'address')
  return addressPlaces(store, addresses.map(({ id }) => id)).map(({ id, x, y }) => ({ key: entityKey('address', id), x, y }))
}
