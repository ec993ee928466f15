import type { AddressMatch } from '#shared/contract/catalogue.ts'
import { entityKey } from '#shared/model/entity.ts'
import type { CallContext } from '../context.ts'
import { explainMatch } from '../link/index.ts'
import { labelsOf } from './labels.ts'

/**
 * How the address of a record was found, step by step, with what it was matched to or can be chosen from.
 * @throws ProblemError `not-found`
 */
export function explainAddress({ store }: Pick<CallContext, 'store'>, recordId: number): AddressMatch {
  const { method, addressId, candidates, steps, written } = explainMatch(store, recordId)
  const ids = addressId === null ? candidates : [addressId]
  const labels = labelsOf(store, ids.map((id) => ({ kind: 'address', id })))
  const addresses = ids.map((id) => ({ key: entityKey('address', id), label: labels.get(entityKey('address', id)) ?? '' }))
  return { written, method, steps, match: addressId === null ? null : (addresses[0] ?? null), candidates: addressId === null ? addresses : [] }
}
