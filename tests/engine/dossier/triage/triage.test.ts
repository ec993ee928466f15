import { describe, expect, test } from 'vitest'
import { recordId } from '#shared/model/recordId.ts'
import type { CallContext } from '../../../../electron/engine/context.ts'
import { createCase } from '../../../../electron/engine/dossier/index.ts'
import { listTriage, moveSignal, readTriage, takeSignal, weigh } from '../../../../electron/engine/dossier/triage/index.ts'
import type { Reader, Value } from '../../../../electron/engine/store/database.ts'
import { recordEnder, recordRemover, recordRestorer, recordsEndedBy } from '../../../../electron/engine/store/history.ts'
import { receivedRows } from '../../../../electron/engine/store/triage.ts'
import { codeOf } from '../../../fixtures/codeOf.ts'
import { fillCaseVault, WRITTEN_BSN } from '../../../fixtures/caseVault.ts'
import { addDelivery, addRecord } from '../../../fixtures/register.ts'
import { aWeighing, MOTIVE, SIGNAL, triageTo } from '../../../fixtures/triage.ts'
import { contextOn, emptyStore, NOW } from '../../../fixtures/vault.ts'

function prepared() {
  const store = emptyStore()
  const { picture, keys } = fillCaseVault(store)
  return { store, context: contextOn(store), picture, keys }
}

const nowhere = { destination: '', reviewOn: null }
const listed = (context: CallContext, shown: 'received' | 'open' | 'settled' | 'due', text = '') => listTriage(context, { shown, text, limit: 10 }).signals.map(({ signalNumber }) => signalNumber)

describe('signals that came in', () => {
  test('wait with their kind and place, without their content; what expired does not', () => {
    const { context } = prepared()
    const { signals, total } = listTriage(context, { shown: 'received', text: '', limit: 10 })
    expect(total).toBe(2)
    expect(signals.map(({ signalNumber, subject, state, id }) => ({ signalNumber, subject, state, id }))).toEqual([
      { signalNumber: 'S-118', subject: 'Markerkant 12', state: 'received', id: null },
      { signalNumber: 'S-200', subject: 'Polderglas B.V.', state: 'received', id: null },
    ])
    expect(JSON.stringify(signals)).not.toMatch(/Geur|Aanslag/)
    expect(listed(context, 'received', 'belast')).toEqual(['S-200'])
    expect(listTriage(context, { shown: 'received', text: '', limit: 1 })).toMatchObject({ total: 2, signals: [{ signalNumber: 'S-118' }] })
  })

  test('are found and counted alike with and without words, whatever was taken up or expired', () => {
    const { store, context } = prepared()
    const days = ['2026-11', '2026-11-20', '2026', '2026-11-21', '2026-11-21']
    const ends = [null, '2026-11-20', '2026-11-21', '2026-11', '2026', '2025']
    store.write((writer) => {
      for (let i = 0; i < 30; i += 1) addRecord(writer, 'signal_record', 3, 100 + i, { signal_number: `P-${i}`, department: 'Meldpunt', started: days[i % days.length] ?? null, expires: ends[i % ends.length] ?? null })
    })
    for (const i of [2, 9, 14]) takeSignal(context, recordId(3, 100 + i), MOTIVE)
    const numbers = (text: string, limit: number) => listTriage(context, { shown: 'received', text, limit })
    const worded = numbers('meldpunt', 100)
    // 20 have not expired; three of those are in the triage
    expect(worded.signals.map(({ signalNumber }) => signalNumber).slice(0, 4)).toEqual(['P-28', 'P-24', 'P-18', 'P-8'])
    expect(worded.total).toBe(17)
    const all = numbers('', 100)
    expect(all.signals.filter(({ department }) => department === 'Meldpunt')).toEqual(worded.signals)
    expect(numbers('', 5)).toEqual({ signals: all.signals.slice(0, 5), total: all.signals.length })
    expect(numbers('meldpunt', 5)).toEqual({ signals: worded.signals.slice(0, 5), total: 17 })
  })

  test('are looked for by what was typed and nothing else', () => {
    const { store, context } = prepared()
    store.write((writer) => {
      for (const [i, number] of ['A_1', 'AB1', 'A%1', 'A\\1'].entries()) addRecord(writer, 'signal_record', 3, 200 + i, { signal_number: number, department: 'Meldpunt', started: '2026-11-21' })
    })
    expect(['a_1', 'A%1', 'A\\1', 'b1 meld'].map((text) => listed(context, 'received', text))).toEqual([['A_1'], ['A%1'], ['A\\1'], ['AB1']])
    takeSignal(context, recordId(3, 200), MOTIVE)
    takeSignal(context, recordId(3, 201), MOTIVE)
    expect(['a_1', '0001', '%'].map((text) => listed(context, 'open', text))).toEqual([['A_1'], ['A_1'], []])
  })

  test('are chosen in the index, with and without words: no row is read that is not listed', () => {
    const { store } = prepared()
    const plans: string[] = []
    const explained = (sql: string, values: readonly Value[]): void => void plans.push(...store.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail))
    const watched: Reader = {
      ...store,
      all: (sql, ...values) => (explained(sql, values), store.all(sql, ...values)),
      get: (sql, ...values) => (explained(sql, values), store.get(sql, ...values)),
    }
    for (const text of ['', 'e']) receivedRows(watched, '2026-11-21', text, 1)
    const scans = plans.filter((plan) => /^SCAN s\b/.test(plan))
    expect(new Set(scans)).toEqual(new Set(['SCAN s USING COVERING INDEX signal_record_received', 'SCAN s USING INDEX signal_record_received']))
  })

  test('are taken up once, and then open with what they say', () => {
    const { context } = prepared()
    const { id } = takeSignal(context, SIGNAL, MOTIVE)
    expect(readTriage(context, id)).toMatchObject({
      number: 'W-2026-0001', state: 'weighing', signalNumber: 'S-118', content: expect.stringContaining('Geur in de nacht'), weighings: [], openWeighings: ['undermining'], ways: [], departments: null, clock: null,
      steps: [{ at: NOW, by: 'Toetser', motive: MOTIVE, weighing: null, move: { from: 'received', to: 'weighing' } }],
    })
    expect(readTriage(context, id).content).not.toContain(WRITTEN_BSN)
    expect(listed(context, 'received')).toEqual(['S-200'])
    expect(listed(context, 'open')).toEqual(['S-118'])
    expect(codeOf(() => takeSignal(context, SIGNAL, MOTIVE))).toBe('not-found')
    expect(codeOf(() => takeSignal(context, recordId(3, 6), MOTIVE))).toBe('not-found')
    expect(codeOf(() => readTriage(context, 99))).toBe('not-found')
  })
})

describe('the way of a signal', () => {
  test('to a case: five weighings, each step with its reason, the other departments only when they may be asked', () => {
    const { store, context, picture, keys } = prepared()
    const { number } = createCase(context, { title: 'Glas aan de Markerkant', phenomenon: 'witwassen', occasion: '', goal: '', picture })
    const id = triageTo(context, 'sourceResearch')
    // the signal does not confirm itself
    expect(readTriage(context, id).departments?.some(({ isHit }) => isHit)).toBe(false)
    store.write((writer) => addRecord(writer, 'signal_record', 3, 8, { signal_number: 'S-300', department: 'Belastingen', address_id: Number(keys.address.slice(8)) }))
    expect(readTriage(context, id).departments?.filter(({ isHit }) => isHit).map(({ department }) => department)).toEqual(['Belastingen'])
    weigh(context, id, aWeighing('hits'), MOTIVE)
    moveSignal(context, id, 'confirmed', nowhere, MOTIVE)
    weigh(context, id, aWeighing('sharing'), MOTIVE)
    expect(codeOf(() => moveSignal(context, id, 'inCase', { destination: 'C-2026-0099', reviewOn: null }, MOTIVE))).toBe('not-found')
    moveSignal(context, id, 'inCase', { destination: number, reviewOn: '2027-01-15' }, MOTIVE)
    const file = readTriage(context, id)
    expect(file).toMatchObject({ state: 'inCase', destination: number, reviewOn: '2027-01-15' })
    expect(file.weighings.map(({ weighing }) => weighing)).toEqual(['undermining', 'task', 'severity', 'hits', 'sharing'])
    expect(file.steps).toHaveLength(9)
    expect(file.steps.every(({ motive, by }) => motive === MOTIVE && by === 'Toetser')).toBe(true)
    expect(listed(context, 'settled')).toEqual(['S-118'])
  })

  test('takes no other step, and leaves nothing of one that was tried', () => {
    const { context } = prepared()
    const { id } = takeSignal(context, SIGNAL, MOTIVE)
    const before = readTriage(context, id)
    expect(codeOf(() => moveSignal(context, id, 'inProject', { destination: 'Autobedrijven', reviewOn: null }, MOTIVE))).toBe('triage-way')
    expect(codeOf(() => moveSignal(context, id, 'notHandled', nowhere, MOTIVE))).toBe('triage-way')
    expect(codeOf(() => weigh(context, id, aWeighing('severity'), MOTIVE))).toBe('triage-weighing')
    expect(codeOf(() => weigh(context, id, { ...aWeighing('undermining'), criteria: ['social'] }, MOTIVE))).toBe('triage-criteria')
    expect(readTriage(context, id)).toEqual(before)
    for (const one of ['undermining', 'task', 'severity'] as const) weigh(context, id, aWeighing(one), MOTIVE)
    expect(codeOf(() => moveSignal(context, id, 'toDepartment', nowhere, MOTIVE))).toBe('triage-destination')
    expect(codeOf(() => moveSignal(context, id, 'toRiec', { destination: 'ergens', reviewOn: null }, MOTIVE))).toBe('triage-destination')
  })

  test('cannot be bent in the vault itself: no other way, no other beginning, no step changed, none without a reason', () => {
    const { store, context } = prepared()
    const { id } = takeSignal(context, SIGNAL, MOTIVE)
    const insert = (from: string, to: string, motive = MOTIVE) => () =>
      store.write((writer) => writer.run("INSERT INTO triage_step (triage_id, made_at, made_account, made_by, motive, from_state, to_state) VALUES (?, ?, 'x', 'x', ?, ?, ?)", id, NOW, motive, from, to))
    expect(insert('weighing', 'inCase')).toThrow('FOREIGN KEY')
    expect(insert('confirmed', 'inCase')).toThrow('begins where')
    expect(insert('weighing', 'toRiec', 'te kort')).toThrow('CHECK')
    expect(() => store.write((writer) => writer.run("UPDATE triage_step SET motive = 'iets heel anders, achteraf'"))).toThrow('is not changed')
    expect(readTriage(context, id).state).toBe('weighing')
  })

  test('back is open with a reason, and what was weighed is weighed anew', () => {
    const { context } = prepared()
    const id = triageTo(context, 'notHandled')
    expect(readTriage(context, id).clock).toMatchObject({ since: '2026-11-21' })
    moveSignal(context, id, 'weighing', nowhere, MOTIVE)
    expect(readTriage(context, id)).toMatchObject({ state: 'weighing', weighings: [], clock: null, openWeighings: ['undermining'] })
  })
})

test('a signal that a later delivery changed stays the same one, and so does it when that delivery is taken back', () => {
  const { store, context } = prepared()
  const { id } = takeSignal(context, SIGNAL, MOTIVE)
  const newer = store.write((writer) => {
    addDelivery(writer, 4, { kind: 'signal' })
    const made = addRecord(writer, 'signal_record', 4, 1, { signal_number: 'S-118', department: 'Burgerzaken' })
    recordEnder(writer, 'signal_record', 4)(SIGNAL, made)
    return made
  })
  expect(readTriage(context, id)).toMatchObject({ recordId: newer, department: 'Burgerzaken' })
  expect(listed(context, 'received')).toEqual(['S-200'])
  store.write((writer) => {
    for (const past of recordsEndedBy(writer, 4)) recordRestorer(writer)(past)
    recordRemover(writer, 'signal_record')(newer)
  })
  expect(readTriage(context, id)).toMatchObject({ recordId: SIGNAL, isThere: true, content: expect.stringContaining('Geur') })
})
