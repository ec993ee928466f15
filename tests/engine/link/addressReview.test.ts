import { describe, expect, test } from 'vitest'
import { explainMatch, runLink } from '../../../electron/engine/link/index.ts'
import { countQuestions, decideAddress, listQuestions, readQuestion, undoDecision } from '../../../electron/engine/link/addressReview/index.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { entityKey } from '../../../shared/model/entity.ts'
import { recordId } from '../../../shared/model/recordId.ts'
import { addAddress, addDelivery, addRecord } from '../../fixtures/register.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const [almere, amersfoort] = [34_200_000_000_001, 307_200_000_000_002]
const reason = 'nagevraagd bij de afdeling'
const written = { given_street: 'Stationsstraat', given_number: 4 }

/** Two streets of one name; three rows that do not say which, of two suppliers, and one address that is not there. */
function vault(): Store {
  const store = emptyStore()
  store.write((writer) => {
    addDelivery(writer, 1)
    addAddress(writer, 1, { id: almere, street: 'Stationsstraat', number: 4, postcode: '1315AA' })
    addAddress(writer, 2, { id: amersfoort, street: 'Stationsstraat', number: 4, postcode: '3811MJ', city: 'Amersfoort' })
    addDelivery(writer, 2, { supplier: 'Toezicht', kind: 'inspection' })
    addDelivery(writer, 3, { supplier: 'Wijkteam', kind: 'inspection' })
    addRecord(writer, 'inspection_record', 2, 1, written)
    addRecord(writer, 'inspection_record', 2, 2, { ...written, given_street: 'Stationsstr.' })
    addRecord(writer, 'inspection_record', 3, 1, written)
    addRecord(writer, 'inspection_record', 3, 2, { given_street: 'Nergensweg', given_number: 1, given_city: 'Almere' })
  })
  runLink(contextOn(store))
  return store
}

function found(store: Store, delivery: number, row: number): [number | null, number] {
  const got = store.get<{ id: number | null; match: number }>('SELECT address_id AS id, address_match AS "match" FROM inspection_record WHERE id = ?', recordId(delivery, row))
  return [got?.id ?? null, got?.match ?? -1]
}

const open = (store: Store, text = '') => listQuestions(contextOn(store), { state: 'open', text, offset: 0, limit: 50 }).questions
const [ambiguous, decided] = [5, 8]

describe('addresses a person decides on', () => {
  test('equal ones of one supplier are one question; what was not found stands apart', () => {
    const store = vault()
    expect(countQuestions(contextOn(store))).toEqual({ open: { questions: 2, rows: 3 }, notFound: { questions: 1, rows: 1 }, decided: { questions: 0, rows: 0 } })
    const [first] = open(store)
    expect(first).toMatchObject({ written: 'Stationsstraat 4', supplier: 'Toezicht', rows: 2, decision: null })
    expect(first?.candidates.map(({ key, detail }) => [key, detail])).toEqual([
      [entityKey('address', almere), '1315 AA Almere · woonfunctie'], [entityKey('address', amersfoort), '3811 MJ Amersfoort · woonfunctie'],
    ])
    expect(open(store, 'wijkteam').map(({ supplier }) => supplier)).toEqual(['Wijkteam'])
    const detail = readQuestion(contextOn(store), first?.key ?? '')
    expect(detail.records.map(({ row }) => row)).toEqual([1, 2])
    expect(detail.steps.at(-1)).toBe('2 adressen passen even goed; een mens moet kiezen.')
  })

  test('a choice counts at once for all its rows, and for the next delivery of that supplier only', () => {
    const store = vault()
    const context = contextOn(store)
    const key = open(store)[0]?.key ?? ''
    const decision = decideAddress(context, { key, address: entityKey('address', amersfoort), reason })
    expect(decision).toMatchObject({ verdict: 'gekozen', name: 'Toetser', reason, choice: { label: 'Stationsstraat 4' } })
    expect([found(store, 2, 1), found(store, 2, 2), found(store, 3, 1)]).toEqual([[amersfoort, decided], [amersfoort, decided], [null, ambiguous]])
    store.write((writer) => {
      addDelivery(writer, 4, { supplier: 'TOEZICHT', kind: 'inspection' })
      addRecord(writer, 'inspection_record', 4, 9, { ...written, given_street: 'STATIONSSTRAAT' })
      addRecord(writer, 'inspection_record', 4, 10, { ...written, given_letter: 'A' })
    })
    expect(runLink(context).addresses).toMatchObject({ decided: 3, ambiguous: 1 })
    expect([found(store, 4, 9), found(store, 4, 10)[0]]).toEqual([[amersfoort, decided], null])
    expect(explainMatch(store, recordId(4, 9)).steps.at(-1)).toBe(`Toetser besliste op 21-11-2026: dit adres is bedoeld (${reason}).`)
    expect(countQuestions(context)).toMatchObject({ open: { questions: 1 }, decided: { questions: 1, rows: 2 } })
  })

  test('taken back, the matcher has the word again; every line stays in the ledger', () => {
    const store = vault()
    const context = contextOn(store)
    const key = open(store)[0]?.key ?? ''
    const first = decideAddress(context, { key, address: null, reason })
    const second = decideAddress(context, { key, address: entityKey('address', almere), reason: 'toch gevonden bij 111222333' })
    expect(() => undoDecision(context, { decisionId: first.id, reason })).toThrow('not-found')
    undoDecision(context, { decisionId: second.id, reason: 'vergissing met 111222333' })
    expect(found(store, 2, 1)).toEqual([null, ambiguous])
    expect(readQuestion(context, key).ledger.map(({ verdict, reason: why }) => [verdict, why])).toEqual([
      ['ingetrokken', 'vergissing met •••••2333'], ['gekozen', 'toch gevonden bij •••••2333'], ['geen', reason],
    ])
    expect(runLink(context).addresses).toMatchObject({ decided: 0, ambiguous: 3 })
  })

  test('an address that is not in the vault cannot be chosen, and a chosen one that disappears is asked again', () => {
    const store = vault()
    const context = contextOn(store)
    const key = open(store)[0]?.key ?? ''
    expect(() => decideAddress(context, { key, address: entityKey('address', 9), reason })).toThrow('not-found')
    expect(() => decideAddress(context, { key: 'anders', address: null, reason })).toThrow('not-found')
    decideAddress(context, { key, address: entityKey('address', amersfoort), reason })
    store.write((writer) => {
      writer.run('UPDATE inspection_record SET address_id = NULL')
      writer.run('DELETE FROM address WHERE id = ?', amersfoort)
    })
    expect(runLink(context).addresses).toMatchObject({ decided: 0, normalised: 3 })
  })
})
