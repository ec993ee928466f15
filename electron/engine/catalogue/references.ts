import type { DepartmentHit } from '#shared/contract/catalogue.ts'
import { entityKey, splitKey, type EntityKey } from '#shared/model/entity.ts'
import type { CallContext } from '../context.ts'
import type { Reader } from '../store/database.ts'
import { listDepartments, referencesToAddress, referencesToCompany } from '../store/references.ts'
import { otherAddressesOf } from '../store/sameObject.ts'
import { todayOf } from '../today.ts'
import { labelsOf } from './labels.ts'

/**
 * The verwijzindex: of every department whether it knows this address or company, and if so what kind of thing, when, and whom to
 * call. Never what it knows. Of an address it also tells which other addresses of the same BAG object a department knows, and no more
 * of those. The index holds no persons, so about a person no department is named at all. Expired references do not count.
 * @param except record id of a signal that is weighed itself: it does not confirm itself
 */
export function lookUpReferences({ store, now }: Pick<CallContext, 'store' | 'now'>, key: EntityKey, except = 0): DepartmentHit[] {
  const { kind, id } = splitKey(key)
  if (kind === 'person') return []
  const today = todayOf({ store, now })
  const found = Map.groupBy(kind === 'address' ? referencesToAddress(store, id, today, except) : referencesToCompany(store, id, today, except), ({ department }) => department)
  const others = kind === 'address' ? knownOthers(store, id, today) : []
  return listDepartments(store).map((department) => {
    const references = (found.get(department) ?? []).map((row) => ({
      kind: row.kind,
      phenomenon: row.phenomenon,
      from: row.started,
      to: row.ended,
      received: row.received,
      contactRole: row.contactRole,
    }))
    const alsoAt = others.flatMap((other) => (other.departments.has(department) ? [{ key: other.key, label: other.label }] : []))
    return { department, isHit: references.length > 0, references, alsoAt }
  })
}

/** The other addresses of the object of an address, each with the departments that know it. */
function knownOthers(store: Reader, addressId: number, today: string): { key: EntityKey; label: string; departments: Set<string> }[] {
  const others = otherAddressesOf(store, addressId)
  const labels = labelsOf(store, others.map(({ id }) => ({ kind: 'address', id })))
  return others.map(({ id }) => {
    const key = entityKey('address', id)
    return { key, label: labels.get(key) ?? '', departments: new Set(referencesToAddress(store, id, today).map(({ department }) => department)) }
  })
}
