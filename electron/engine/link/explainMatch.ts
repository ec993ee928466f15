import type { GivenParts } from '#shared/model/address.ts'
import { formatDay } from '#shared/text/format.ts'
import { splitRecordId } from '#shared/model/recordId.ts'
import { withdrawnText } from '../normalise/addressStatus.ts'
import { ProblemError } from '../problem.ts'
import { listSuppliers, liveDecision, type DecisionRow } from '../store/addressReview.ts'
import type { Reader } from '../store/database.ts'
import { findAddress } from '../store/entitiesFacts.ts'
import { findGiven } from '../store/givenAddresses.ts'
import { openAddressIndex, type AddressIndex } from './addressIndex.ts'
import { decidedMatch } from './addressQuestions.ts'
import { matchAddress, type AddressMatch } from './matchAddress.ts'
import { writtenKey, writtenText } from './writtenAddress.ts'

export type ExplainedMatch = AddressMatch & { written: string; steps: string[] }

/**
 * Matches the address of one record again and tells every step, in Dutch. The outcome is that of the link run as long as the
 * addresses in the vault and the decisions about them are the same.
 * @throws ProblemError `not-found` when there is no such record, or its kind has no address
 */
export function explainMatch(store: Reader, recordId: number): ExplainedMatch {
  const given = findGiven(store, recordId)
  if (!given) throw new ProblemError('not-found')
  const supplier = listSuppliers(store).get(splitRecordId(recordId).deliveryId) ?? ''
  const decision = liveDecision(store, writtenKey(given.table, supplier, given))
  const index = openAddressIndex(store)
  const explained = explainGiven(index, given)
  const decided = decidedMatch(index, decision)
  return withState(store, decided && decision ? { ...explained, ...decided, steps: [...explained.steps, decisionStep(decision)] } : explained)
}

/** What the BAG says of the address that was found, when it is no longer in use. */
function withState(store: Reader, match: ExplainedMatch): ExplainedMatch {
  const found = match.addressId === null ? undefined : findAddress(store, match.addressId)
  const state = found ? withdrawnText(found) : ''
  return state === '' ? match : { ...match, steps: [...match.steps, state] }
}

/** The same for an address as written, without what people decided about it. */
export function explainWritten(store: Reader, given: GivenParts): ExplainedMatch {
  return explainGiven(openAddressIndex(store), given)
}

function explainGiven(index: AddressIndex, given: GivenParts): ExplainedMatch {
  const steps: string[] = []
  return { ...matchAddress(index, given, (step) => steps.push(step)), written: writtenText(given), steps }
}

function decisionStep({ name, at, verdict, reason }: DecisionRow): string {
  return `${name} besliste op ${formatDay(at)}: ${verdict === 'geen' ? 'geen van de adressen is bedoeld' : 'dit adres is bedoeld'} (${reason}).`
}
