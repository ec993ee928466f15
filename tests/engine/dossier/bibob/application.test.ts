import { describe, expect, test } from 'vitest'
import type { BibobApplication, BibobDays } from '#shared/model/bibobApplication.ts'
import { bibobStatus, keepApplication, readApplication } from '../../../../electron/engine/dossier/bibob/index.ts'
import { clockOf } from '../../../../electron/engine/dossier/bibob/clock.ts'
import { toProblem } from '../../../../electron/engine/problem.ts'
import { fillBibobVault } from '../../../fixtures/bibobVault.ts'
import { contextOn, emptyStore } from '../../../fixtures/vault.ts'

const noDays: BibobDays = { received: null, complete: null, adviceAsked: null, isExtended: false, stops: [], adviceReceived: null, intention: null, view: null, decided: null }

describe('the clock of the advice', () => {
  test.each<[string, Partial<BibobDays>, string | null]>([
    ['eight weeks', {}, '2026-03-02'],
    ['and four when it was extended', { isExtended: true }, '2026-03-30'],
    ['and as long as it stood still', { isExtended: true, stops: [{ from: '2026-01-20', to: '2026-01-30' }] }, '2026-04-09'],
    ['several times', { isExtended: true, stops: [{ from: '2026-01-20', to: '2026-01-24' }, { from: '2026-02-01', to: '2026-02-07' }] }, '2026-04-09'],
    ['not while it stands still', { stops: [{ from: '2026-01-20', to: null }] }, null],
  ])('%s', (_what, days, due) => {
    expect(clockOf({ ...noDays, adviceAsked: '2026-01-05', ...days }).adviceDue).toBe(due)
  })

  test('over the change to summer time and a leap day a day stays a day', () => {
    expect(clockOf({ ...noDays, adviceAsked: '2028-02-01' }).adviceDue).toBe('2028-03-28')
    expect(clockOf({ ...noDays, adviceAsked: '2026-03-01', stops: [{ from: '2026-03-28', to: '2026-03-31' }] })).toMatchObject({ adviceDue: '2026-04-29', stoppedDays: 3 })
  })

  test('suspends the decision until the advice is there', () => {
    expect(clockOf(noDays)).toEqual({ adviceDue: null, adviceUsableUntil: null, stoppedDays: 0, stoppedSince: null, suspended: null })
    expect(clockOf({ ...noDays, adviceAsked: '2026-01-05', adviceReceived: '2026-02-20' }).suspended).toEqual({ from: '2026-01-05', to: '2026-02-20' })
  })
})

test.each([['2026-02-20', '2028-02-20'], ['2024-02-29', '2026-02-28'], ['2026-12-31', '2028-12-31']])('an advice that came on %s may be used for another decision until %s', (adviceReceived, until) => {
  expect(clockOf({ ...noDays, adviceAsked: '2024-01-05', adviceReceived }).adviceUsableUntil).toBe(until)
})

function prepared(caseNumber = 'B-2026-4') {
  const store = emptyStore()
  const { applicant } = fillBibobVault(store)
  const context = contextOn(store, { purpose: { id: 'bibob-onderzoek', label: 'Bibob', ground: '', compartments: ['bibob'], caseNumber } })
  const application: BibobApplication = { applicant, decision: 'exploitatievergunning', occasion: '', prosecutorTip: false, riecAdvice: false, isOpen: null, questions: '', annexes: '', days: noDays, danger: { a: null, b: null }, motive: '', outcome: null }
  const attempt = (change: Partial<BibobApplication>, days: Partial<BibobDays> = {}) => {
    try {
      keepApplication(context, { ...application, ...change, days: { ...noDays, ...days } })
      return 'saved'
    } catch (error) {
      return toProblem(error).code
    }
  }
  return { context, application, attempt }
}

describe('an application', () => {
  test('is kept under the case number of the purpose, and saving again replaces it', () => {
    const { context, application } = prepared()
    expect(readApplication(context)).toBeNull()
    keepApplication(context, application)
    const kept = keepApplication(context, { ...application, occasion: 'Tip over 999990019.', days: { ...noDays, received: '2026-01-02' } })
    expect(readApplication(context)).toEqual(kept)
    expect(kept).toMatchObject({ applicantLabel: 'Polder Horeca B.V.', changedBy: 'Toetser', application: { occasion: 'Tip over •••••0019.' } })
    expect(readApplication({ ...context, purpose: { ...context.purpose, caseNumber: 'B-2026-5' } })).toBeNull()
  })

  test('that was kept before there were questions and annexes is read with none', () => {
    const { context, application } = prepared()
    keepApplication(context, application)
    context.store.write((writer) => writer.run("UPDATE bibob_application SET content = json_remove(content, '$.questions', '$.annexes', '$.isOpen', '$.prosecutorTip', '$.riecAdvice')"))
    expect(readApplication(context)?.application).toEqual(application)
  })

  test('is decided against the applicant only after he could give his view, and with a motive', () => {
    const { attempt } = prepared()
    const motive = 'De aandeelhouder leidt twee gesloten ondernemingen.'
    for (const outcome of ['conditions', 'refused', 'revoked'] as const) {
      expect(attempt({ outcome, motive }, { decided: '2026-05-01' })).toBe('bibob-view-first')
      expect(attempt({ outcome, motive }, { intention: '2026-04-01', decided: '2026-05-01' })).toBe('bibob-view-first')
      expect(attempt({ outcome, motive: 'omdat' }, { intention: '2026-04-01', view: '2026-04-20', decided: '2026-05-01' })).toBe('bibob-motive')
      expect(attempt({ outcome, motive }, { intention: '2026-04-01', view: '2026-04-20', decided: '2026-05-01' })).toBe('saved')
    }
    expect(attempt({ outcome: 'granted' }, { decided: '2026-05-01' })).toBe('saved')
  })

  test.each<[string, Partial<BibobApplication>, Partial<BibobDays>, string]>([
    ['a decision without its day', { outcome: 'granted' }, {}, 'bibob-outcome'],
    ['a day of a decision without one', {}, { decided: '2026-05-01' }, 'bibob-outcome'],
    ['advice before it was asked', {}, { adviceAsked: '2026-02-01', adviceReceived: '2026-01-31' }, 'bibob-days'],
    ['advice that nobody asked', {}, { adviceReceived: '2026-01-31' }, 'bibob-days'],
    ['an extension of nothing', {}, { isExtended: true }, 'bibob-days'],
    ['a standstill before advice was asked', {}, { adviceAsked: '2026-02-01', stops: [{ from: '2026-01-31', to: null }] }, 'bibob-days'],
    ['a standstill that ends before it begins', {}, { adviceAsked: '2026-02-01', stops: [{ from: '2026-02-10', to: '2026-02-09' }] }, 'bibob-days'],
    ['a view before the intention', {}, { intention: '2026-03-02', view: '2026-03-01' }, 'bibob-days'],
    ['an applicant who is not there', { applicant: 'company:999999' }, {}, 'not-found'],
  ])('is not kept with %s', (_what, change, days, code) => {
    const { attempt, context } = prepared()
    expect(attempt(change, days)).toBe(code)
    expect(readApplication(context)).toBeNull()
  })
})

test('what may be known outside: under way while one of the applications is, finished after the last decision', () => {
  const { context, application, attempt } = prepared()
  expect(bibobStatus(context.store, application.applicant)).toBeNull()
  attempt({})
  expect(bibobStatus(context.store, application.applicant)).toBe('running')
  attempt({ outcome: 'granted' }, { decided: '2026-05-01' })
  expect(bibobStatus(context.store, application.applicant)).toBe('finished')
  keepApplication({ ...context, purpose: { ...context.purpose, caseNumber: 'B-2026-5' } }, application)
  expect(bibobStatus(context.store, application.applicant)).toBe('running')
  expect(bibobStatus(context.store, 'company:2')).toBeNull()
})
