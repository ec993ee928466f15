import { splitRecordId } from '#shared/model/recordId.ts'
import { clearQuestions, listSuppliers, liveDecisions, questionSaver } from '../store/addressReview.ts'
import type { Writer } from '../store/database.ts'
import type { GivenRow, GivenTable } from '../store/givenAddresses.ts'
import type { AddressIndex } from './addressIndex.ts'
import { matchAddress, type AddressMatch } from './matchAddress.ts'
import { writtenKey } from './writtenAddress.ts'

/** What people decided about addresses, and what is left for them to decide, during one link run. */
export interface AddressQuestions {
  /** what a person decided about this row, else what the matcher finds; a choice that is left is noted as a question */
  settle(table: GivenTable, row: GivenRow): AddressMatch
  save(): void
}

/** Of more candidates than this the address was hardly written at all. */
const MOST_CANDIDATES = 60

interface Question {
  table: GivenTable
  supplier: string
  row: GivenRow
  candidates: readonly number[]
  records: number[]
}

/** @param keeps whether questions of rows that are not settled now still stand */
export function openQuestions(writer: Writer, index: AddressIndex, keeps: boolean): AddressQuestions {
  const suppliers = listSuppliers(writer)
  const decisions = liveDecisions(writer)
  const decidedNumbers = new Set([...decisions.keys()].map((key) => key.split('|')[4]))
  const questions = new Map<string, Question>()
  const note = (key: string, question: Omit<Question, 'records'>): void => {
    const known = questions.get(key)
    if (known) known.records.push(question.row.id)
    else questions.set(key, { ...question, records: [question.row.id] })
  }
  return {
    settle: (table, row) => {
      const match = matchAddress(index, row)
      const isLeft = match.method === 'ambiguous' || match.method === 'none'
      if (!isLeft && !decidedNumbers.has(`${row.number ?? ''}`)) return match
      const supplier = suppliers.get(splitRecordId(row.id).deliveryId) ?? ''
      const key = writtenKey(table, supplier, row)
      const decided = decidedMatch(index, decisions.get(key))
      if (isLeft || decided) note(key, { table, supplier, row, candidates: match.addressId === null ? match.candidates : [match.addressId] })
      return decided ?? match
    },
    save: () => {
      if (!keeps) clearQuestions(writer)
      const save = questionSaver(writer)
      for (const [key, { table, supplier, row, candidates, records }] of questions) {
        save({ ...row, writtenKey: key, source: table, supplier, candidates: JSON.stringify(candidates.slice(0, MOST_CANDIDATES)) }, records)
      }
    },
  }
}

/** What was decided, as a match; null when nothing was, or when the chosen address is no longer in the vault. */
export function decidedMatch(index: AddressIndex, decision: { verdict: string; addressId: number | null } | undefined): AddressMatch | null {
  if (!decision) return null
  if (decision.addressId === null) return { method: 'decided', addressId: null, candidates: [] }
  const isThere = index.byBagId(decision.addressId).some(({ id }) => id === decision.addressId)
  return isThere ? { method: 'decided', addressId: decision.addressId, candidates: [] } : null
}
