import { describe, expect, test } from 'vitest'
import type { BibobApplication, BibobDays } from '#shared/model/bibobApplication.ts'
import type { CallContext } from '../../../electron/engine/context.ts'
import { bibobStatus, establishPartnership, keepApplication, readApplication, readPartnerships, withdrawPartnership } from '../../../electron/engine/dossier/bibob/index.ts'
import { countDossiersDue, destroyableDossier, listBibobTerms } from '../../../electron/engine/dossier/bibobTerms/index.ts'
import { askDestruction, decideDestruction, destroyAgain, listDestructions } from '../../../electron/engine/dossier/index.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { proofRows } from '../../../electron/engine/store/destructions.ts'
import { fillBibobVault } from '../../fixtures/bibobVault.ts'
import { codeOf } from '../../fixtures/codeOf.ts'
import { openEngine } from '../../fixtures/engine.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const motive = 'De termijn van vijf jaar na het besluit is om.'
const why = 'Zij huren samen en delen de administratie.'
const other = { account: 'ander', name: 'A. Ander', roles: ['director' as const] }
const noDays: BibobDays = { received: null, complete: null, adviceAsked: null, isExtended: false, stops: [], adviceReceived: null, intention: null, view: null, decided: null }
/** The last day of the term of what was decided on 1 May 2026, and the day after. */
const [LAST, AFTER] = ['2031-05-01', '2031-05-02']

/** A vault with the register of an applicant, and ways to work in it on a day and under a case number. */
function prepared() {
  const store = emptyStore()
  const { applicant, person } = fillBibobVault(store)
  const on = (day: string, caseNumber = 'B-2026-4'): CallContext =>
    contextOn(store, { now: `${day}T09:00:00.000Z`, purpose: { id: 'bibob-onderzoek', label: 'Bibob', ground: '', compartments: ['bibob'], caseNumber } })
  const application = (decided: string | null): BibobApplication => ({
    applicant, decision: 'exploitatievergunning', occasion: '', prosecutorTip: false, riecAdvice: false, isOpen: null, questions: '', annexes: '', days: { ...noDays, decided },
    danger: { a: null, b: null }, motive: '', outcome: decided === null ? null : 'granted',
  })
  const save = (decided: string | null, day = '2026-03-01', caseNumber?: string) => keepApplication(on(day, caseNumber), application(decided))
  const join = (day = '2026-03-02', caseNumber?: string) => establishPartnership(on(day, caseNumber), applicant, { partner: person, start: null, end: null, motive: why })
  const due = (day: string) => listBibobTerms(on(day)).dossiers.map(({ caseNumber }) => caseNumber)
  const ask = (day = AFTER, id = 1) => askDestruction(on(day), destroyableDossier, { id, motive })
  const decide = (approve: boolean, day = AFTER, id = 1) => decideDestruction({ ...on(day), actor: other }, destroyableDossier, { id, approve })
  return { store, applicant, person, on, save, join, due, ask, decide }
}

/** How many rows stand under a case number. */
function rowsOf(store: Store, caseNumber: string): number[] {
  const count = (sql: string) => store.get<{ n: number }>(sql, caseNumber)?.n ?? 0
  return [count('SELECT count(*) AS n FROM bibob_application WHERE case_number = ?'), count('SELECT count(*) AS n FROM bibob_partnership WHERE case_number = ?')]
}

describe('a Bibob dossier', () => {
  test('is due when five years are over since the decision; without one never', () => {
    const { on, save, join, due } = prepared()
    save('2026-05-01')
    save(null, '2026-03-01', 'B-2026-5')
    join('2026-03-02', 'B-2026-6')
    expect([due(LAST), due(AFTER), due('2060-01-01')]).toEqual([[], ['B-2026-4'], ['B-2026-4']])
    expect(listBibobTerms(on(AFTER))).toEqual({ years: 5, undecided: 2, dossiers: [{ id: 1, caseNumber: 'B-2026-4', decided: '2026-05-01', keptUntil: LAST, asked: null }] })
    expect([countDossiersDue(on(LAST)), countDossiersDue(on(AFTER))]).toEqual([0, 1])
  })

  test.each([['2024-02-29', '2029-02-28', '2029-03-01'], ['2026-12-31', '2031-12-31', '2032-01-01']])('that was decided on %s is kept until %s', (decided, last, after) => {
    const { on, save, due } = prepared()
    save(decided, '2024-01-01')
    expect([due(last), due(after), listBibobTerms(on(after)).dossiers[0]?.keptUntil]).toEqual([[], ['B-2026-4'], last])
  })

  test('goes by two people, with what was established under its number, and leaves a proof alone', () => {
    const { store, applicant, on, save, join, ask, decide } = prepared()
    save('2026-05-01')
    join()
    save('2026-05-01', '2026-03-01', 'B-2026-5')
    join('2026-03-02', 'B-2026-5')
    expect(codeOf(() => ask(LAST))).toBe('bibob-kept')
    expect(codeOf(() => ask(AFTER, 99))).toBe('not-found')
    expect(ask()).toMatchObject({ number: 'B-2026-4', ground: 'term' })
    expect(listBibobTerms(on(AFTER)).dossiers.map(({ asked }) => asked?.motive)).toEqual([motive, undefined])
    expect(codeOf(() => decideDestruction(on(AFTER), destroyableDossier, { id: 1, approve: true }))).toBe('second-person')
    expect(codeOf(() => decide(true, LAST))).toBe('bibob-kept')
    decide(true)
    expect([rowsOf(store, 'B-2026-4'), rowsOf(store, 'B-2026-5')]).toEqual([[0, 0], [1, 1]])
    expect([readApplication(on(AFTER)), readPartnerships(on(AFTER), applicant).set]).toEqual([null, []])
    expect(listDestructions({ store }, destroyableDossier)).toEqual([
      {
        subjectId: 1, number: 'B-2026-4', ground: 'term', motive, askedBy: 'Toetser', askedAt: `${AFTER}T09:00:00.000Z`, destroyedBy: 'A. Ander', destroyedAt: `${AFTER}T09:00:00.000Z`,
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/), held: { applications: 1, partnerships: 1 },
      },
    ])
    ask(AFTER, 2)
    decide(true, AFTER, 2)
    expect(bibobStatus(store, applicant), 'whether there ever was one is not told any more').toBeNull()
  })

  test('stays when the second person refuses, or when somebody works on it again', () => {
    const { applicant, person, on, save, join, ask, decide } = prepared()
    save('2026-05-01')
    ask()
    decide(false)
    const isAsked = () => listBibobTerms(on(AFTER)).dossiers[0]?.asked !== null
    expect([isAsked(), readApplication(on(AFTER))?.application.outcome]).toEqual([false, 'granted'])
    const works = [() => save('2026-05-01', AFTER), () => join(AFTER), () => withdrawPartnership(on(AFTER), applicant, person)]
    for (const work of works) {
      ask()
      expect(isAsked()).toBe(true)
      work()
      expect(isAsked()).toBe(false)
      expect(codeOf(() => decide(true))).toBe('not-found')
    }
    save(null, AFTER)
    expect(codeOf(() => ask())).toBe('bibob-undecided')
  })

  test('under the number of one that was destroyed is another dossier', () => {
    const { on, save, ask, decide } = prepared()
    save('2026-05-01')
    ask()
    decide(true)
    save('2031-06-01', '2031-05-03')
    expect(listBibobTerms(on('2036-06-02')).dossiers).toMatchObject([{ id: 2, caseNumber: 'B-2026-4' }])
    ask('2036-06-02', 2)
    decide(true, '2036-06-02', 2)
    expect(new Set(proofRows(on(AFTER).store).map(({ mark }) => mark)).size).toBe(2)
  })
})

describe('an older copy of the vault', () => {
  /** The proof of a dossier that was destroyed elsewhere. */
  function destroyed() {
    const here = prepared()
    here.save('2026-05-01')
    here.join()
    here.ask()
    here.decide(true)
    const { hashKey } = here.on(AFTER)
    return (copy: Store) => destroyAgain(copy, proofRows(here.store), hashKey)
  }

  test('follows, also where nobody had decided yet, or only a partnership was established', () => {
    const follow = destroyed()
    const [decided, running, partnership] = [prepared(), prepared(), prepared()]
    decided.save('2026-05-01')
    decided.join()
    running.save(null)
    partnership.join()
    for (const { store, save } of [decided, running, partnership]) {
      save('2026-05-01', '2026-03-01', 'B-2026-5')
      expect(follow(store)).toBe(1)
      expect([rowsOf(store, 'B-2026-4'), rowsOf(store, 'B-2026-5')]).toEqual([[0, 0], [1, 0]])
      expect(follow(store)).toBe(0)
    }
  })

  test('keeps what began under that number after the destruction', () => {
    const copy = prepared()
    copy.save(null, '2031-05-03')
    expect(destroyed()(copy.store)).toBe(0)
    expect(rowsOf(copy.store, 'B-2026-4')).toEqual([1, 0])
  })
})

describe('who sees what', () => {
  test('the director gets case numbers and days and may ask; nothing of the applicant, and an analyst nothing', async () => {
    const { ask, refuse, inStore, bugs } = await openEngine(['director'])
    const applicant = await inStore((store) => {
      const made = fillBibobVault(store).applicant
      keepApplication(contextOn(store, { purpose: { id: 'bibob-onderzoek', label: '', ground: '', compartments: ['bibob'], caseNumber: 'B-2019-4' } }), {
        applicant: made, decision: 'exploitatievergunning', occasion: '', prosecutorTip: false, riecAdvice: false, isOpen: null, questions: '', annexes: '', days: { ...noDays, decided: '2019-05-01' },
        danger: { a: null, b: null }, motive: '', outcome: 'granted',
      })
      return made
    })
    expect((await ask('retention.due', {})).bibobDossiers).toBe(1)
    expect(await ask('bibob.terms', {})).toEqual({ years: 5, undecided: 0, dossiers: [{ id: 1, caseNumber: 'B-2019-4', decided: '2019-05-01', keptUntil: '2024-05-01', asked: null }] })
    expect((await refuse('bibob.application', {})).code).toBe('role-missing')
    await ask('bibob.askDestruction', { id: 1, motive })
    expect((await refuse('bibob.decideDestruction', { id: 1, approve: true })).code).toBe('second-person')
    const { events } = await ask('audit.list', { limit: 20, action: 'bibob-destruction-ask' })
    expect(events.map(({ object, result }) => [object, result])).toContainEqual(['B-2019-4, dossier 1', 'done'])
    expect(JSON.stringify(events)).not.toContain(applicant)
    expect(bugs).toEqual([])

    const analyst = await openEngine(['analyst'])
    expect((await analyst.refuse('bibob.terms', {})).code).toBe('role-missing')
  })
})
