import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Advice13b, applies13b, CriminalGround, Minors, openQuestions, ReportQuestion } from '#shared/model/policeReport.ts'
import { createCase, readCase, saveReport } from '../../../electron/engine/dossier/index.ts'
import { codeOf } from '../../fixtures/codeOf.ts'
import { fillCaseVault, WRITTEN_BSN } from '../../fixtures/caseVault.ts'
import { answersOf, aReport } from '../../fixtures/policeReport.ts'
import { contextOn, emptyStore, NOW } from '../../fixtures/vault.ts'

function prepared() {
  const store = emptyStore()
  const { picture, keys } = fillCaseVault(store)
  const context = contextOn(store)
  const { id } = createCase(context, { title: 'Glas aan de Markerkant', phenomenon: 'hennep', occasion: '', goal: '', picture })
  return { store, context, id, address: keys.address }
}

describe('a bestuurlijke rapportage', () => {
  test('is read back with what it leaves open', () => {
    const { context, id, address } = prepared()
    const report = aReport({ address, answers: { ...answersOf('Geen.'), weapons: '', living: '' }, minors: null, advice: null, motive: '' })
    saveReport(context, id, report)
    expect(readCase(context, id).reports).toEqual([{ report, addressLabel: 'Markerkant 12', open: ['weapons', 'minors', 'living'], changedAt: NOW, changedBy: 'Toetser' }])
    saveReport(context, id, aReport({ address }))
    expect(readCase(context, id).reports).toMatchObject([{ open: [] }])
  })

  test('bears no advice under art. 13b while nobody said whether minors are there, nor one without a reason', () => {
    const { context, id, address } = prepared()
    for (const advice of Advice13b.options.filter(applies13b)) {
      expect(codeOf(() => saveReport(context, id, aReport({ address, advice, minors: null }))), advice).toBe('report-minors')
      expect(codeOf(() => saveReport(context, id, aReport({ address, advice, motive: 'Te kort.' }))), advice).toBe('report-motive')
      expect(codeOf(() => saveReport(context, id, aReport({ address, advice, minors: 'present' }))), advice).toBe('done')
    }
    expect(codeOf(() => saveReport(context, id, aReport({ address, advice: 'not-applied', minors: null, motive: '' })))).toBe('done')
  })

  test('nor does the vault itself take one', () => {
    const { store, context, id, address } = prepared()
    saveReport(context, id, aReport({ address }))
    expect(() => store.write((writer) => writer.run('UPDATE police_report SET minors = NULL'))).toThrow('CHECK')
  })

  test('is not kept without the ground on which criminal-law data are held', () => {
    const { context, id, address } = prepared()
    expect(codeOf(() => saveReport(context, id, aReport({ address, criminalGround: null })))).toBe('report-ground')
    expect(readCase(context, id).reports).toEqual([])
    for (const criminalGround of CriminalGround.options) {
      saveReport(context, id, aReport({ address, criminalGround }))
      expect(readCase(context, id).reports).toMatchObject([{ report: { criminalGround } }])
    }
  })

  test('is about an address of the case, and keeps no BSN', () => {
    const { context, id, address } = prepared()
    expect(codeOf(() => saveReport(context, id, aReport({ address: 'address:0034200000000099' })))).toBe('not-found')
    expect(codeOf(() => saveReport(context, id, aReport({ address: 'company:1' })))).toBe('not-found')
    expect(codeOf(() => saveReport(context, 99, aReport({ address })))).toBe('not-found')
    saveReport(context, id, aReport({ address, answers: answersOf(`Bewoner ${WRITTEN_BSN}.`) }))
    expect(JSON.stringify(readCase(context, id).reports)).not.toContain(WRITTEN_BSN)
  })
})

test('a question stands open until it is answered, and that of minors until it is said whether they are there', () => {
  const answers = fc.record({ answered: fc.subarray([...ReportQuestion.options]), minors: fc.constantFrom(null, ...Minors.options) })
  fc.assert(
    fc.property(answers, ({ answered, minors }) => {
      const given = answersOf('')
      for (const question of answered) given[question] = 'Geen.'
      const expected = ReportQuestion.options.filter((question) => (question === 'minors' ? minors === null : !answered.includes(question)))
      expect(openQuestions({ answers: given, minors })).toEqual(expected)
    }),
  )
})
