import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SheetReport } from '#shared/model/source.ts'
import type { CallContext } from '../../../electron/engine/context.ts'
import { addStatement, createCase, decideDestruction, destroyAgain, listDestructions } from '../../../electron/engine/dossier/index.ts'
import { askReferences, countTerms, destroyableReferences, listTerms, reviewReferences } from '../../../electron/engine/dossier/references/index.ts'
import { moveSignal, takeSignal, weigh } from '../../../electron/engine/dossier/triage/index.ts'
import { importFile, inspectFile, withdrawDelivery } from '../../../electron/engine/import/index.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { proofRows } from '../../../electron/engine/store/destructions.ts'
import { monthsAfter, monthsBefore } from '../../../electron/engine/today.ts'
import { codeOf } from '../../fixtures/codeOf.ts'
import { fileWith } from '../../fixtures/delivery.ts'
import { aWeighing, MOTIVE } from '../../fixtures/triage.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const HEAD = 'Signaalnummer;Afdeling;Soort signaal;Ontvangstdatum;Straat;Huisnummer;KvK;Omschrijving'
const kade = 'S-1;Handhaving;geur;01-05-2024;Kade;1;;Geur in de nacht'
const gracht = 'S-2;Handhaving;bewoning;02-05-2024;Gracht;2;;Veel post'
const tax = 'B-7;Belastingen;schuld;03-05-2024;Kade;3;;Aanslag open'
const motive = 'De afdeling noemt dit al een jaar niet meer.'
const other = { account: 'ander', name: 'A. Ander', roles: ['director' as const] }

/** Takes deliveries in on the day they were made, and looks on another. */
function prepared(store: Store = emptyStore()) {
  const on = (day: string): CallContext => contextOn(store, { now: `${day}T09:00:00.000Z` })
  const take = async (day: string, rows: readonly string[], isComplete = true): Promise<SheetReport> => {
    const path = fileWith('signalen.csv', [HEAD, ...rows, ''].join('\n'))
    const { sheets } = await inspectFile(on(day), path, [])
    const mappings = sheets.flatMap(({ proposal }) => (proposal ? [{ ...proposal, referenceDate: day, follows: proposal.follows && { ...proposal.follows, isComplete } }] : []))
    const [report] = (await importFile(on(day), path, mappings, { dryRun: false })).sheets
    if (!report) throw new Error('nothing was taken in')
    return report
  }
  const list = (day: string, shown: 'review' | 'due', department = '') => listTerms(on(day), { shown, department, limit: 100 })
  const kinds = (day: string, shown: 'review' | 'due') => list(day, shown).references.map(({ kind }) => kind).toSorted()
  const idOf = (day: string, kind: string) => [...list(day, 'review').references, ...list(day, 'due').references].find((one) => one.kind === kind)?.recordId ?? 0
  const destroy = (day: string, department: string) => {
    const { subjectId } = askReferences(on(day), { department, motive })
    decideDestruction({ ...on(day), actor: other }, destroyableReferences, { id: subjectId, approve: true })
  }
  return { store, on, take, list, kinds, idOf, destroy }
}

describe('a reference in no case', () => {
  test('is reviewed half a year and destroyed a year after it was confirmed last: by a later delivery, of which it was left out or not', async () => {
    const { take, kinds, list } = prepared()
    await take('2025-01-15', [kade, gracht, tax])
    await take('2025-03-01', [kade, tax], true)
    expect([kinds('2025-07-15', 'review'), kinds('2025-09-01', 'review')]).toEqual([[], []])
    expect(kinds('2025-09-02', 'review')).toEqual(['geur', 'schuld'])
    expect([kinds('2026-01-15', 'due'), kinds('2026-01-16', 'due')]).toEqual([[], ['bewoning']])
    expect([kinds('2026-03-01', 'due'), kinds('2026-03-02', 'due')]).toEqual([['bewoning'], ['bewoning', 'geur', 'schuld']])
    expect(kinds('2026-03-02', 'review')).toEqual([])
    const { departments, references, total, months } = list('2026-03-02', 'due', 'Handhaving')
    expect({ departments, total, months }).toEqual({
      departments: [{ department: 'Belastingen', toReview: 0, due: 1 }, { department: 'Handhaving', toReview: 0, due: 2 }], total: 2, months: { kept: 12, review: 6 },
    })
    expect(references.map(({ kind, isGone, confirmedOn, destroyFrom }) => ({ kind, isGone, confirmedOn, destroyFrom }))).toEqual([
      { kind: 'bewoning', isGone: true, confirmedOn: '2025-01-15', destroyFrom: '2026-01-16' },
      { kind: 'geur', isGone: false, confirmedOn: '2025-03-01', destroyFrom: '2026-03-02' },
    ])
    expect(JSON.stringify(references)).not.toContain('nacht')
  })

  test('is confirmed by who says so with a reason, for as long as that is the last word', async () => {
    const { on, take, kinds, idOf, list } = prepared()
    await take('2025-01-15', [kade])
    const id = idOf('2025-08-01', 'geur')
    expect(reviewReferences(on('2025-08-01'), { recordIds: [id, id], outcome: 'confirmed', motive })).toEqual({ count: 1 })
    expect([kinds('2025-08-02', 'review'), kinds('2026-02-02', 'review'), kinds('2026-08-01', 'due'), kinds('2026-08-02', 'due')]).toEqual([[], ['geur'], [], ['geur']])
    reviewReferences(on('2025-08-03'), { recordIds: [id], outcome: 'unconfirmed', motive })
    expect([kinds('2025-08-03', 'review'), kinds('2026-01-16', 'due')]).toEqual([[], ['geur']])
    expect(list('2026-01-16', 'due').references[0]?.review).toMatchObject({ outcome: 'unconfirmed', motive, by: 'Toetser' })
    expect(codeOf(() => reviewReferences(on('2025-08-03'), { recordIds: [id, 4711], outcome: 'confirmed', motive }))).toBe('not-found')
    expect(kinds('2026-01-16', 'due')).toEqual(['geur'])
  })

  test('falls back when the delivery that confirmed it is withdrawn', async () => {
    const { store, on, take, kinds } = prepared()
    await take('2025-01-15', [kade])
    const { deliveryId } = await take('2025-10-01', [kade, tax])
    expect(kinds('2026-01-16', 'due')).toEqual([])
    store.write((writer) => withdrawDelivery(writer, on('2026-01-16'), deliveryId ?? 0, 'verkeerd bestand gestuurd'))
    expect(kinds('2026-01-16', 'due')).toEqual(['geur'])
  })

  test('is not on the list while a triage or a case holds it: as a signal, as a source of a fact, or about a subject', async () => {
    const { store, on, take, kinds, idOf } = prepared()
    await take('2025-01-15', [kade, gracht, tax])
    const day = '2026-06-01'
    const [smell, living, debt] = ['geur', 'bewoning', 'schuld'].map((kind) => idOf(day, kind))
    const picture = { nodes: [], links: [] }
    const { id } = createCase(on(day), { title: 'Casus', phenomenon: 'hennep', occasion: '', goal: '', picture })
    addStatement(on(day), { id, type: 'fact', text: 'Er is een schuld.', sources: [debt ?? 0] })
    expect(kinds(day, 'due')).toEqual(['bewoning', 'geur'])
    const taken = takeSignal(on(day), smell ?? 0, MOTIVE)
    expect(kinds(day, 'due')).toEqual(['bewoning'])
    for (const weighing of ['undermining', 'task', 'severity'] as const) weigh(on(day), taken.id, aWeighing(weighing), MOTIVE)
    moveSignal(on(day), taken.id, 'toRiec', { destination: '', reviewOn: null }, MOTIVE)
    // passing it on is the last that was done with it
    expect([kinds(day, 'due'), kinds('2027-06-02', 'due')]).toEqual([['bewoning'], ['bewoning', 'geur']])
    store.write((writer) => {
      writer.run('UPDATE signal_record SET address_id = 34200000000002 WHERE id = ?', living ?? 0)
      writer.run("INSERT INTO case_subject (case_id, key) VALUES (?, 'address:0034200000000002')", id)
    })
    expect(kinds(day, 'due')).toEqual([])
  })
})

describe('what nobody confirmed in time', () => {
  test('is destroyed by two people, per department together: rows, content, triage and what stood before; a proof stays', async () => {
    const { store, on, take, kinds, destroy } = prepared()
    await take('2025-01-15', [kade, gracht, tax])
    await take('2025-02-01', [kade.replace('nacht', 'ochtend'), tax], true)
    const day = '2026-02-02'
    expect(codeOf(() => askReferences(on('2025-03-01'), { department: 'Handhaving', motive }))).toBe('references-confirmed')
    const { subjectId, number } = askReferences(on(day), { department: 'Handhaving', motive })
    expect(number).toBe('R-2026-0001')
    expect(codeOf(() => decideDestruction(on(day), destroyableReferences, { id: subjectId, approve: true }))).toBe('second-person')
    destroy(day, 'Handhaving')
    expect(kinds(day, 'due')).toEqual(['schuld'])
    expect(listDestructions({ store }, destroyableReferences)).toMatchObject([{ number: 'R-2026-0001', motive, askedBy: 'Toetser', destroyedBy: 'A. Ander', held: { references: 2, rows: 3 } }])
    expect(store.get("SELECT (SELECT count(*) FROM signal_record) AS rows, (SELECT count(*) FROM signal_content) AS contents, (SELECT count(*) FROM past_record) AS past, (SELECT count(*) FROM reference_batch_row) AS asked")).toEqual({ rows: 1, contents: 1, past: 0, asked: 0 })
    destroy(day, 'Belastingen')
    expect(listDestructions({ store }, destroyableReferences).map((one) => one.number)).toEqual(['R-2026-0002', 'R-2026-0001'])
  })

  test('stays when it was confirmed between asking and deciding; when nothing is left nothing is destroyed', async () => {
    const { store, on, take, idOf, kinds } = prepared()
    await take('2025-01-15', [kade, gracht])
    const day = '2026-02-02'
    const second = { ...on(day), actor: other }
    const { subjectId } = askReferences(on(day), { department: 'Handhaving', motive })
    reviewReferences(on(day), { recordIds: [idOf(day, 'geur')], outcome: 'confirmed', motive })
    decideDestruction(second, destroyableReferences, { id: subjectId, approve: true })
    expect(listDestructions({ store }, destroyableReferences)).toMatchObject([{ held: { references: 1 } }])
    expect([kinds(day, 'due'), kinds('2026-09-01', 'review')]).toEqual([[], ['geur']])
    const again = askReferences(on('2027-03-01'), { department: 'Handhaving', motive })
    reviewReferences(on('2027-03-01'), { recordIds: [idOf('2027-03-01', 'geur')], outcome: 'confirmed', motive })
    expect(codeOf(() => decideDestruction({ ...second, now: on('2027-03-01').now }, destroyableReferences, { id: again.subjectId, approve: true }))).toBe('references-confirmed')
    decideDestruction(second, destroyableReferences, { id: again.subjectId, approve: false })
    expect(listTerms(on(day), { shown: 'due', department: '', limit: 10 }).asked).toEqual([])
  })

  test('is destroyed again in an older copy, but not what was told anew since; and comes back when its department says it again', async () => {
    const rows = [kade, gracht]
    const [here, copy] = [prepared(), prepared()]
    for (const one of [here, copy]) await one.take('2025-01-15', rows)
    await copy.take('2026-03-01', [gracht], false)
    here.destroy('2026-02-02', 'Handhaving')
    const proofs = proofRows(here.store)
    expect(destroyAgain(copy.store, proofs, copy.on('2026-03-02').hashKey)).toBe(1)
    expect(copy.store.all('SELECT signal_number AS number FROM signal_record')).toEqual([{ number: 'S-2' }])
    expect(destroyAgain(copy.store, proofs, copy.on('2026-03-02').hashKey)).toBe(0)
    expect(await here.take('2026-03-01', rows, false)).toMatchObject({ accepted: 2 })
    expect(countTerms(here.on('2026-03-02'))).toEqual({ toReview: 0, due: 0 })
  })
})

test('a day is past its term exactly when it lies before the cut', () => {
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
  fc.assert(fc.property(day, day, fc.integer({ min: 1, max: 40 }), (one, today, months) => (monthsAfter(one, months) < today) === (one < monthsBefore(today, months))))
})
