import { ProblemError } from '../problem.ts'
import type { Reader } from '../store/database.ts'
import { findGiven } from '../store/givenAddresses.ts'
import { openAddressIndex } from './addressIndex.ts'
import { matchAddress, type AddressMatch } from './matchAddress.ts'

/**
 * Matches the address of one record again and tells every step, in Dutch. The outcome is that of the link run as long as the
 * addresses in the vault are the same.
 * @throws ProblemError `not-found` when there is no such record, or its kind has no address
 */
export function explainMatch(store: Reader, recordId: number): AddressMatch & { steps: string[] } {
  const given = findGiven(store, recordId)
  if (!given) throw new ProblemError('not-found')
  const steps: string[] = []
  return { ...matchAddress(openAddressIndex(store), given, (step) => steps.push(step)), steps }
}
