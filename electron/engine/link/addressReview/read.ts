import type { AddressDecision, AddressQuestion, AddressQuestionState } from '#shared/contract/addressReview.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { CallContext } from '../../context.ts'
import { ProblemError } from '../../problem.ts'
import {
  countDecisions, countUndecided, findQuestion, ledgerOf, pageOfDecisions, pageOfUndecided, recordsOfQuestion, type DecisionRow, type QuestionRow,
} from '../../store/addressReview.ts'
import type { Reader } from '../../store/database.ts'
import { sourceRefs } from '../../store/provenance.ts'
import { explainWritten } from '../explainMatch.ts'
import { writtenText } from '../writtenAddress.ts'
import { choicesOf } from './choices.ts'

type ReadContext = Pick<CallContext, 'store'>

const SHOWN_RECORDS = 20

/** How many addresses wait for a person, were not found, and were decided; each with the rows they stand for. */
export function countQuestions({ store }: ReadContext): OutputOf<'addressReview.counts'> {
  return { open: countUndecided(store, 'open'), notFound: countUndecided(store, 'notFound'), decided: countDecisions(store) }
}

/** A page of questions, those with most rows first; or of decisions, the newest first. */
export function listQuestions(
  { store }: ReadContext,
  { state, text, offset, limit }: { state: AddressQuestionState; text: string; offset: number; limit: number },
): OutputOf<'addressReview.list'> {
  const filter = text.trim().toLowerCase()
  if (state === 'decided') {
    return { total: countDecisions(store, filter).questions, questions: decided(store, pageOfDecisions(store, filter, offset, limit)) }
  }
  return { total: countUndecided(store, state, filter).questions, questions: undecided(store, pageOfUndecided(store, state, filter, offset, limit)) }
}

function undecided(store: Reader, rows: readonly QuestionRow[]): AddressQuestion[] {
  const choices = choicesOf(store, rows.flatMap(({ candidates }) => idsOf(candidates)))
  return rows.map((row) => ({
    key: row.writtenKey, written: writtenText(row), supplier: row.supplier, rows: row.rowCount, decision: null,
    candidates: idsOf(row.candidates).flatMap((id) => choices.get(id) ?? []),
  }))
}

function decided(store: Reader, rows: readonly DecisionRow[]): AddressQuestion[] {
  const choices = choicesOf(store, rows.flatMap(({ candidates, addressId }) => [...idsOf(candidates), ...(addressId === null ? [] : [addressId])]))
  return rows.map((row) => ({
    key: row.writtenKey, written: row.written, supplier: row.supplier, rows: row.rowCount,
    candidates: idsOf(row.candidates).flatMap((id) => choices.get(id) ?? []),
    decision: { id: row.id, at: row.at, name: row.name, verdict: row.verdict, reason: row.reason, choice: choices.get(row.addressId ?? 0) ?? null },
  }))
}

/**
 * Why the matcher left it, with the rows it stands in and what was decided about it before.
 * @throws ProblemError `not-found` when neither the question nor a decision about it is in the vault
 */
export function readQuestion({ store }: ReadContext, key: string): OutputOf<'addressReview.question'> {
  const question = findQuestion(store, key)
  const lines = ledgerOf(store, key)
  if (!question && lines.length === 0) throw new ProblemError('not-found')
  return {
    steps: question ? explainWritten(store, question).steps : [],
    records: question ? sourceRefs(store, recordsOfQuestion(store, question.id, SHOWN_RECORDS)) : [],
    ledger: ledger(store, lines),
  }
}

function ledger(store: Reader, lines: readonly DecisionRow[]): AddressDecision[] {
  const choices = choicesOf(store, lines.flatMap(({ addressId }) => addressId ?? []))
  return lines.map(({ id, at, name, verdict, reason, addressId }) => ({ id, at, name, verdict, reason, choice: choices.get(addressId ?? 0) ?? null }))
}

function idsOf(candidates: string): number[] {
  return JSON.parse(candidates)
}
