import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CaseClosing } from '#shared/model/caseClosing.ts'
import { ScoreRole } from '#shared/model/scoreRole.ts'
import { plainView } from '#shared/model/networkView.ts'
import { addStatement, askDestruction, changeCase, closeCase, createCase, destroyableCase, listCases, readCase, removeStatement, removeView, replacePicture, restoreView, saveIntervention, saveReport, saveView, sayScoreRole } from '../../../electron/engine/dossier/index.ts'
import { keptUntil } from '../../../electron/engine/dossier/closing.ts'
import { yearsAfter } from '../../../electron/engine/today.ts'
import { retentionHandlers } from '../../../electron/engine/handlers/retention.ts'
import { removeCase } from '../../../electron/engine/store/cases.ts'
import { NO_SCORE } from '../../fixtures/caseVault.ts'
import { codeOf } from '../../fixtures/codeOf.ts'
import { aReport } from '../../fixtures/policeReport.ts'
import { contextOn, emptyLog, emptyStore, NOW } from '../../fixtures/vault.ts'

const closing: CaseClosing = { result: 'De exploitatievergunning is ingetrokken.', retentionClass: 'regular', monitoringUntil: '2027-02-28' }
const words = { title: 'Glas aan de Markerkant', occasion: '', goal: '' }

function prepared() {
  const store = emptyStore()
  const context = contextOn(store)
  const { id } = createCase(context, { ...words, phenomenon: 'hennep', picture: { nodes: [], links: [] } })
  return { store, context, id }
}

describe('a case closes', () => {
  test('with a result, a retention class and the end of monitoring, and no other way', () => {
    const { context, id } = prepared()
    expect(codeOf(() => changeCase(context, { id, ...words, status: 'closed' }))).toBe('case-close-first')
    expect(readCase(context, id)).toMatchObject({ status: 'draft', closing: null })
    for (const part of ['result', 'retentionClass', 'monitoringUntil'] as const) expect(CaseClosing.safeParse({ ...closing, [part]: undefined }).success, part).toBe(false)
    expect(CaseClosing.safeParse({ ...closing, result: 'te kort' }).success).toBe(false)
    closeCase(context, id, closing, NO_SCORE)
    expect(readCase(context, id)).toMatchObject({ status: 'closed', closing: { ...closing, closedAt: NOW, closedBy: 'Toetser', years: 5, keptUntil: '2032-02-28' } })
    expect(codeOf(() => closeCase(context, 99, closing, NO_SCORE))).toBe('not-found')
  })

  test('with a result that says something, in the vault itself too', () => {
    const { store, id } = prepared()
    expect(() => store.write((writer) => writer.run("INSERT INTO case_closing VALUES (?, 'te kort', 'regular', '2027-01-01', '', '')", id))).toThrow('CHECK')
  })

  test('and is kept as it was closed: nothing is added, changed or taken away until it is open again', () => {
    const { context, id } = prepared()
    const { id: statementId } = addStatement(context, { id, type: 'hypothesis', text: 'Een veronderstelling.', sources: [] })
    const { id: viewId } = saveView(context, id, 'Kern', plainView('Kern', { nodes: [], links: [] }))
    closeCase(context, id, closing, NO_SCORE)
    const before = readCase(context, id)
    const deeds: Record<string, () => unknown> = {
      words: () => changeCase(context, { id, ...words, title: 'Glas, afgesloten', status: 'closed' }),
      closing: () => closeCase(context, id, { ...closing, retentionClass: 'unfounded' }, NO_SCORE),
      statement: () => addStatement(context, { id, type: 'hypothesis', text: 'Nog een.', sources: [] }),
      removal: () => removeStatement(context, id, statementId),
      picture: () => replacePicture(context, id, { nodes: [{ key: 'company:1', kind: 'company', label: '', detail: '', degree: 0, references: 0, x: 0, y: 0, pinned: false }], links: [] }),
      report: () => saveReport(context, id, aReport()),
      intervention: () => saveIntervention(context, id, null, { kind: 'inspection', subject: null, goal: 'Kijken.', barrier: '', ground: 'titel 5.2 Awb', executor: 'Toezicht', plannedOn: null, status: 'planned', result: '', evaluateOn: null }),
      view: () => saveView(context, id, 'Kern', plainView('Kern', { nodes: [], links: [] })),
      viewAway: () => removeView(context, viewId),
      viewBack: () => restoreView(context, viewId),
    }
    for (const [name, deed] of Object.entries(deeds)) expect([name, codeOf(deed)]).toEqual([name, 'case-closed'])
    expect(readCase(context, id)).toEqual(before)
  })

  test('and opened again it is closed with something else later', () => {
    const { context, id } = prepared()
    closeCase(context, id, closing, NO_SCORE)
    changeCase(context, { id, ...words, status: 'running' })
    expect(readCase(context, id)).toMatchObject({ status: 'running', closing: null })
    expect(codeOf(() => changeCase(context, { id, ...words, status: 'closed' }))).toBe('case-close-first')
  })

  test('what is kept for good is not destroyed', () => {
    const { context, id } = prepared()
    closeCase(context, id, { ...closing, retentionClass: 'archive' }, NO_SCORE)
    expect(readCase(context, id).closing?.keptUntil).toBeNull()
    expect(codeOf(() => askDestruction(context, destroyableCase, { id, motive: 'De bewaartermijn is om, al lang.' }))).toBe('case-archived')
  })
})

test('what a score did is kept with the closing, read with the case, and goes with it', () => {
  const { store, context, id } = prepared()
  expect(readCase(context, id).scoreRole).toBeNull()
  sayScoreRole(context, id, { played: 'grounds', explanation: 'De branche staat hoger dan haar groep.' })
  closeCase(context, id, closing, { played: 'choice', explanation: 'De wijk stond hoog voor witwassen.' })
  expect(readCase(context, id).scoreRole).toEqual({ played: 'choice', explanation: 'De wijk stond hoog voor witwassen.', at: context.now, by: 'Toetser' })
  expect(codeOf(() => sayScoreRole(context, id, NO_SCORE))).toBe('case-closed')
  expect([ScoreRole.safeParse({ played: 'choice', explanation: 'te kort' }).success, ScoreRole.safeParse(NO_SCORE).success]).toEqual([false, true])
  store.write((writer) => removeCase(writer, id))
  expect(store.get('SELECT count(*) AS n FROM case_score_role')).toEqual({ n: 0 })
})

test('a case whose time is over is listed as due from the day after, and counted as a reminder', () => {
  const { context, id } = prepared()
  const dueOn = (day: string) => listCases({ ...context, now: `${day}T09:00:00.000Z` }).map(({ keptUntil: kept, isDue }) => [kept, isDue])
  expect(dueOn('2050-01-01')).toEqual([[null, false]])
  closeCase(context, id, closing, NO_SCORE)
  expect(dueOn('2032-02-28')).toEqual([['2032-02-28', false]])
  expect(dueOn('2032-02-29')).toEqual([['2032-02-28', true]])
  const counted = (now: string) => retentionHandlers['retention.due']({ ...context, log: emptyLog(), now }, {})
  expect([counted('2032-02-28T09:00:00.000Z'), counted('2032-02-29T09:00:00.000Z')]).toEqual([{ cases: 0, signals: 0, references: 0, bibobDossiers: 0, scores: 0, logLines: 0, toReview: 0 }, { cases: 1, signals: 0, references: 0, bibobDossiers: 0, scores: 0, logLines: 0, toReview: 0 }])
})

describe('a closed case is kept', () => {
  test('from the end of monitoring, or from its closing when that came later', () => {
    expect(keptUntil({ retentionClass: 'regular', monitoringUntil: '2027-01-15' }, '2026-11-21')).toBe('2032-01-15')
    expect(keptUntil({ retentionClass: 'unfounded', monitoringUntil: '2026-01-15' }, '2026-11-21')).toBe('2027-11-21')
    expect(keptUntil({ retentionClass: 'regular', monitoringUntil: '2028-02-29' }, '2026-11-21')).toBe('2033-02-28')
  })

  test('whole years: the same day of the month, but for 29 February', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true }), fc.integer({ min: 1, max: 30 }), (date, years) => {
        const day = date.toISOString().slice(0, 10)
        const later = yearsAfter(day, years)
        expect(Number(later.slice(0, 4))).toBe(Number(day.slice(0, 4)) + years)
        expect(day.endsWith('-02-29') ? ['-02-28', '-02-29'] : [day.slice(4)]).toContain(later.slice(4))
      }),
    )
  })
})
