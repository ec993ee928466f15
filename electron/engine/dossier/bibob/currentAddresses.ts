import type { EntityKey } from '#shared/model/entity.ts'
import type { CallContext } from '../../context.ts'
import { isPast, stepsBelow } from '../../ownership/index.ts'
import { todayOf } from '../../today.ts'

/** Where an entity lives or is established now. */
export function currentAddresses(context: CallContext, key: EntityKey): EntityKey[] {
  const today = todayOf(context)
  const homes = stepsBelow(context.store, key, ['lives-at', 'established-at']).filter(({ end }) => !isPast(end, today))
  return [...new Set(homes.flatMap((home) => home.key ?? []))]
}
