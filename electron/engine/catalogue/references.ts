import type { DepartmentHit } from '#shared/contract/catalogue.ts'
import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import type { CallContext } from '../context.ts'
import type { Reader } from '../store/database.ts'
import { listDepartments, referencesToAddress, referencesToCompany, type ReferenceRow } from '../store/references.ts'
import { todayOf } from '../today.ts'

/**
 * The verwijzindex: of every department whether it knows this address or company, and if so what kind of thing, when, and whom to
 * call. Never what it knows. The index holds no persons, so about a person no department is named at all. Expired references do
 * not count.
 */
export function lookUpReferences({ store, now }: Pick<CallContext, 'store' | 'now'>, key: EntityKey): DepartmentHit[] {
  const { kind } = splitKey(key)
  if (kind === 'person') return []
  const found = Map.groupBy(liveReferences(store, key, todayOf({ store, now })), ({ department }) => department)
  return listDepartments(store).map((department) => {
    const references = (found.get(department) ?? []).map((row) => ({
      kind: row.kind,
      phenomenon: row.phenomenon,
      from: row.started,
      to: row.ended,
      received: row.received,
      contactRole: row.contactRole,
    }))
    return { department, isHit: references.length > 0, references }
  })
}

function liveReferences(store: Reader, key: EntityKey, today: string): ReferenceRow[] {
  const { kind, id } = splitKey(key)
  return kind === 'address' ? referencesToAddress(store, id, today) : referencesToCompany(store, id, today)
}
