import type { DepartmentHit } from '#shared/contract/catalogue.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { lookUpReferences } from '../../catalogue/index.ts'
import type { CallContext } from '../../context.ts'
import { currentAddresses } from './currentAddresses.ts'

/**
 * What the index knows of the addresses where an entity lives or is established now: per department hit or no hit over
 * all of them. Empty when no address is known.
 */
export function departmentsOf(context: CallContext, key: EntityKey): DepartmentHit[] {
  const addresses = currentAddresses(context, key)
  const merged = new Map<string, DepartmentHit>()
  for (const hit of addresses.flatMap((address) => lookUpReferences(context, address))) {
    const known = merged.get(hit.department)
    merged.set(hit.department, {
      department: hit.department,
      isHit: hit.isHit || known?.isHit === true,
      references: [...(known?.references ?? []), ...hit.references],
      alsoAt: [...(known?.alsoAt ?? []), ...hit.alsoAt.filter(({ key: other }) => !addresses.includes(other))],
    })
  }
  return [...merged.values()]
}
