import type { AddressDecision } from '#shared/contract/addressReview.ts'
import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import type { CallContext } from '../../context.ts'
import { maskBsn } from '../../normalise/maskBsn.ts'
import { ProblemError } from '../../problem.ts'
import { addDecision, findDecision, findQuestion, recordsOfQuestion, type DecisionRow, type QuestionRow } from '../../store/addressReview.ts'
import type { Writer } from '../../store/database.ts'
import { saveAddressMatch } from '../../store/givenAddresses.ts'
import { openAddressIndex } from '../addressIndex.ts'
import { matchAddress, matchMethods, type AddressMatch } from '../matchAddress.ts'
import { writtenText } from '../writtenAddress.ts'
import { choicesOf } from './choices.ts'

type DecideContext = Pick<CallContext, 'store' | 'actor' | 'now'>

/**
 * Remembers which address was meant by a written one, or that none was, and gives it to every row that is written so. Takes the
 * place of an earlier decision. The network follows at the next link run.
 * @throws ProblemError `not-found` when the question or the address is not in the vault
 */
export function decideAddress(
  { store, actor, now }: DecideContext,
  { key, address, reason: given }: { key: string; address: EntityKey | null; reason: string },
): AddressDecision {
  const reason = maskBsn(given)
  return store.write((writer) => {
    const question = findQuestion(writer, key)
    if (!question) throw new ProblemError('not-found')
    const addressId = address === null ? null : splitKey(address).id
    const choice = addressId === null ? null : (choicesOf(writer, [addressId]).get(addressId) ?? null)
    if (address !== null && (choice === null || splitKey(address).kind !== 'address')) throw new ProblemError('not-found')
    const verdict = addressId === null ? 'geen' : 'gekozen'
    const id = addDecision(writer, {
      at: now, account: actor.account, name: actor.name, writtenKey: key, written: writtenText(question), supplier: question.supplier, verdict, addressId,
      candidates: question.candidates, rowCount: question.rowCount, reason,
    })
    saveForRows(writer, question, { method: 'decided', addressId })
    return { id, at: now, name: actor.name, verdict, choice, reason }
  })
}

/**
 * Takes a decision back: its rows get what the matcher finds again. The line stays, and a line that says so follows it.
 * @throws ProblemError `not-found` when the decision is not in the vault or no longer counts
 */
export function undoDecision({ store, actor, now }: DecideContext, { decisionId, reason }: { decisionId: number; reason: string }): void {
  store.write((writer) => {
    const decision = findDecision(writer, decisionId)
    if (!decision || decision.revokedBy !== null || decision.verdict === 'ingetrokken') throw new ProblemError('not-found')
    const question = findQuestion(writer, decision.writtenKey)
    addDecision(writer, { ...takenBack(decision), at: now, account: actor.account, name: actor.name, reason: maskBsn(reason) })
    if (question) saveForRows(writer, question, matchAddress(openAddressIndex(writer), question))
  })
}

function takenBack({ writtenKey, written, supplier, candidates, rowCount }: DecisionRow) {
  return { writtenKey, written, supplier, candidates, rowCount, verdict: 'ingetrokken', addressId: null } as const
}

function saveForRows(writer: Writer, question: QuestionRow, { method, addressId }: Pick<AddressMatch, 'method' | 'addressId'>): void {
  const save = saveAddressMatch(writer, question.source)
  for (const record of recordsOfQuestion(writer, question.id)) save(record, addressId, matchMethods.indexOf(method) + 1)
}
