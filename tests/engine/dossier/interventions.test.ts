import { describe, expect, test } from 'vitest'
import { InterventionKind, interventionRules, type Intervention } from '#shared/model/intervention.ts'
import { askDestruction, closeCase, createCase, decideDestruction, destroyableCase, listDestructions, readCase, removeIntervention, saveIntervention } from '../../../electron/engine/dossier/index.ts'
import { interventionSections } from '../../../electron/engine/export/outcomeSections.ts'
import { codeOf } from '../../fixtures/codeOf.ts'
import { fillCaseVault, WRITTEN_BSN, NO_SCORE } from '../../fixtures/caseVault.ts'
import { contextOn, emptyStore, NOW } from '../../fixtures/vault.ts'

const closing = { result: 'De loods is drie maanden gesloten.', retentionClass: 'unfounded', monitoringUntil: '2020-01-31' } as const

function prepared() {
  const store = emptyStore()
  const context = contextOn(store)
  const { picture, keys } = fillCaseVault(store)
  const { id } = createCase(context, { title: 'Loods', phenomenon: 'hennep', occasion: '', goal: '', picture })
  const closure: Intervention = {
    kind: 'closure-13b', subject: keys.address, goal: 'De kwekerij weg en weg houden.', barrier: 'huisvesting', ground: interventionRules['closure-13b'].ground, executor: 'Burgemeester', plannedOn: '2026-12-01',
    status: 'planned', result: '', evaluateOn: '2027-06-01',
  }
  return { store, context, id, keys, closure }
}

describe('the plan of a case', () => {
  test('says who does what to whom, on which ground, and is changed and taken back', () => {
    const { context, id, closure } = prepared()
    const { interventionId } = saveIntervention(context, id, null, { ...closure, executor: `Burgemeester, ${WRITTEN_BSN}` })
    expect(readCase(context, id).interventions).toEqual([{ ...closure, executor: expect.not.stringContaining(WRITTEN_BSN), id: interventionId, subjectLabel: 'Markerkant 12', changedAt: NOW, changedBy: 'Toetser' }])
    saveIntervention(context, id, interventionId, { ...closure, subject: null, status: 'done', result: 'Gesloten op 3 december.' })
    expect(readCase(context, id).interventions).toMatchObject([{ subject: null, subjectLabel: '', status: 'done', result: 'Gesloten op 3 december.' }])
    removeIntervention(context, id, interventionId)
    expect(readCase(context, id).interventions).toEqual([])
  })

  test('takes only what is in the case, and nothing that is done without a word on what came of it', () => {
    const { store, context, id, keys, closure } = prepared()
    expect(codeOf(() => saveIntervention(context, id, null, { ...closure, subject: keys.stranger }))).toBe('not-found')
    expect(codeOf(() => saveIntervention(context, 99, null, closure))).toBe('not-found')
    expect(codeOf(() => saveIntervention(context, id, 99, closure))).toBe('not-found')
    expect(codeOf(() => removeIntervention(context, id, 99))).toBe('not-found')
    for (const status of ['done', 'dropped'] as const) expect(codeOf(() => saveIntervention(context, id, null, { ...closure, status, result: ' - ' }))).toBe('intervention-result')
    expect(() => store.write((writer) => writer.run("INSERT INTO case_intervention (case_id, status, result, content, changed_at, changed_by) VALUES (?, 'done', ' ', '{}', '', '')", id))).toThrow('CHECK')
  })

  test('is settled before the case closes, and is read only then', () => {
    const { context, id, closure } = prepared()
    const { interventionId } = saveIntervention(context, id, null, closure)
    const second = saveIntervention(context, id, null, { ...closure, kind: 'tax-audit', ground: 'art. 52 AWR', status: 'running' }).interventionId
    expect(codeOf(() => closeCase(context, id, closing, NO_SCORE))).toBe('case-interventions-open')
    saveIntervention(context, id, interventionId, { ...closure, status: 'done', result: 'Drie maanden gesloten.' })
    expect(codeOf(() => closeCase(context, id, closing, NO_SCORE))).toBe('case-interventions-open')
    saveIntervention(context, id, second, { ...closure, kind: 'tax-audit', status: 'dropped', result: 'De Belastingdienst zag geen aanleiding.' })
    closeCase(context, id, closing, NO_SCORE)
    expect(codeOf(() => saveIntervention(context, id, null, closure))).toBe('case-closed')
    expect(codeOf(() => removeIntervention(context, id, second))).toBe('case-closed')
  })

  test('goes with the case when that is destroyed, and is counted in the proof', () => {
    const { store, context, id, closure } = prepared()
    saveIntervention(context, id, null, { ...closure, status: 'dropped', result: 'Niet nodig gebleken.' })
    closeCase(context, id, closing, NO_SCORE)
    const later = { ...context, now: '2027-11-22T09:00:00.000Z' }
    askDestruction(later, destroyableCase, { id, motive: 'De bewaartermijn van een jaar is om.' })
    decideDestruction({ ...later, actor: { account: 'ander', name: 'A. Ander', roles: ['director'] } }, destroyableCase, { id, approve: true })
    expect(store.get('SELECT count(*) AS n FROM case_intervention')).toEqual({ n: 0 })
    expect(listDestructions(context, destroyableCase)[0]?.held).toMatchObject({ interventions: 1 })
  })

  test('stands in the dossier with ground, executor and result', () => {
    const { context, id, closure } = prepared()
    saveIntervention(context, id, null, { ...closure, status: 'done', result: 'Drie maanden gesloten.' })
    const text = JSON.stringify(interventionSections(readCase(context, id).interventions))
    for (const part of ['Sluiting (art. 13b)', 'bestuursrechtelijk', 'Markerkant 12: De kwekerij weg', 'art. 13b Opiumwet', 'Burgemeester', '01-12-2026', 'uitgevoerd. Drie maanden gesloten.']) expect(text).toContain(part)
    expect(interventionSections([])).toEqual([])
  })
})

test('what the municipality itself decides has an article that allows it', () => {
  for (const kind of InterventionKind.options) {
    const { type, ground } = interventionRules[kind]
    expect([kind, type === 'administrative', ground !== '']).toEqual([kind, type === 'administrative', type === 'administrative'])
  }
})
