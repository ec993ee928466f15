import { describe, expect, test } from 'vitest'
import { addStatement, askDestruction, changeCase, closeCase, createCase, decideDestruction, destroyableCase, listCases, listDestructions, readCase } from '../../../electron/engine/dossier/index.ts'
import { codeOf } from '../../fixtures/codeOf.ts'
import { fillCaseVault, NO_SCORE } from '../../fixtures/caseVault.ts'
import { contextOn, emptyStore } from '../../fixtures/vault.ts'

const motive = 'De bewaartermijn van vijf jaar is om.'
/** The first day after five years and the monitoring before them. */
const LATER = '2031-12-01T09:00:00.000Z'
const other = { account: 'ander', name: 'A. Ander', roles: ['director' as const] }

/** Two cases, the second closed, with a statement and a saved view. */
function prepared() {
  const store = emptyStore()
  const context = contextOn(store)
  const { picture } = fillCaseVault(store)
  const words = { title: 'Geheime titel', phenomenon: 'witwassen', occasion: 'Aanleiding.', goal: '', picture } as const
  createCase(context, words)
  const { id } = createCase(context, words)
  addStatement(context, { id, type: 'hypothesis', text: 'Een veronderstelling.', sources: [] })
  const close = (retentionClass: 'regular' | 'archive' = 'regular') => closeCase(context, id, { result: 'De vergunning is ingetrokken.', retentionClass, monitoringUntil: '2026-11-30' }, NO_SCORE)
  const later = { ...context, now: LATER }
  return { context, later, second: { ...later, actor: other }, id, close, words }
}

describe('a case is destroyed', () => {
  test('when it is closed and kept long enough, one asks and another decides; a proof stays and nothing else', () => {
    const { context, later, second, id, close } = prepared()
    close()
    expect(codeOf(() => askDestruction({ ...context, now: '2031-11-30T22:59:59.000Z' }, destroyableCase, { id, motive }))).toBe('case-kept')
    askDestruction(later, destroyableCase, { id, motive })
    expect(codeOf(() => decideDestruction({ ...second, now: '2031-11-30T09:00:00.000Z' }, destroyableCase, { id, approve: true }))).toBe('case-kept')
    decideDestruction(second, destroyableCase, { id, approve: true })
    expect(listCases(context).map(({ number }) => number)).toEqual(['C-2026-0001'])
    expect(() => readCase(context, id)).toThrow('not-found')
    expect(listDestructions(context, destroyableCase)).toEqual([
      {
        subjectId: id, number: 'C-2026-0002', ground: 'term', motive, askedBy: 'Toetser', askedAt: LATER, destroyedBy: 'A. Ander', destroyedAt: LATER,
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/), held: { subjects: 5, statements: 1, reports: 0, interventions: 0, exports: 0 },
      },
    ])
    for (const table of ['case_subject', 'case_statement', 'case_export', 'network_view']) {
      const sql = { case_subject: 'SELECT count(*) AS n FROM case_subject WHERE case_id = 2', case_statement: 'SELECT count(*) AS n FROM case_statement WHERE case_id = 2', case_export: 'SELECT count(*) AS n FROM case_export WHERE case_id = 2', network_view: 'SELECT count(*) AS n FROM network_view WHERE case_id = 2' }[table]
      expect(context.store.get(sql ?? ''), table).toEqual({ n: 0 })
    }
  })

  test('and its number and its place in the vault are never given out again', () => {
    const { context, later, second, id, close, words } = prepared()
    close()
    askDestruction(later, destroyableCase, { id, motive })
    decideDestruction(second, destroyableCase, { id, approve: true })
    expect(createCase(context, words)).toMatchObject({ id: id + 1, number: 'C-2026-0003' })
  })

  test('not while it is open, not by who asked, not twice, not when it was opened again', () => {
    const { context, later, second, id, close, words } = prepared()
    expect(codeOf(() => askDestruction(later, destroyableCase, { id, motive }))).toBe('case-not-closed')
    expect(codeOf(() => askDestruction(later, destroyableCase, { id: 99, motive }))).toBe('not-found')
    expect(codeOf(() => decideDestruction(second, destroyableCase, { id, approve: true }))).toBe('not-found')
    close()
    askDestruction(later, destroyableCase, { id, motive })
    expect(codeOf(() => decideDestruction(later, destroyableCase, { id, approve: true }))).toBe('second-person')
    changeCase(context, { id, title: words.title, occasion: '', goal: '', status: 'running' })
    expect(codeOf(() => decideDestruction(second, destroyableCase, { id, approve: true }))).toBe('not-found')
    close()
    askDestruction(later, destroyableCase, { id, motive })
    decideDestruction(second, destroyableCase, { id, approve: true })
    expect(codeOf(() => decideDestruction(second, destroyableCase, { id, approve: true }))).toBe('not-found')
  })

  test('before its time on request of who it is about: closed, by two people, with that ground in the proof', () => {
    const { context, second, id, close } = prepared()
    const request = { id, motive: 'Verzoek AVG-2026-11 is ingewilligd.', ground: 'request' } as const
    expect(codeOf(() => askDestruction(context, destroyableCase, request))).toBe('case-not-closed')
    close()
    askDestruction(context, destroyableCase, request)
    expect(listCases(context).flatMap((one) => (one.isListed ? [[one.number, one.isDue]] : []))).toEqual([['C-2026-0002', false]])
    expect(codeOf(() => decideDestruction(context, destroyableCase, { id, approve: true }))).toBe('second-person')
    decideDestruction({ ...second, now: context.now }, destroyableCase, { id, approve: true })
    expect(codeOf(() => readCase(context, id))).toBe('not-found')
    expect(listDestructions(context, destroyableCase)).toMatchObject([{ number: 'C-2026-0002', ground: 'request', motive: request.motive, destroyedBy: 'A. Ander' }])
  })

  test('not on request when it is archived, or when it was opened again before anybody decided', () => {
    const { context, second, id, close, words } = prepared()
    const request = { id, motive: 'Verzoek AVG-2026-11 is ingewilligd.', ground: 'request' } as const
    close('archive')
    expect(codeOf(() => askDestruction(context, destroyableCase, request))).toBe('case-archived')
    changeCase(context, { id, title: words.title, occasion: '', goal: '', status: 'running' })
    close()
    askDestruction(context, destroyableCase, request)
    changeCase(context, { id, title: words.title, occasion: '', goal: '', status: 'running' })
    expect(codeOf(() => decideDestruction(second, destroyableCase, { id, approve: true }))).toBe('not-found')
  })

  test('a refusal leaves the case and takes the request away', () => {
    const { context, later, second, id, close } = prepared()
    close()
    askDestruction(later, destroyableCase, { id, motive })
    decideDestruction(second, destroyableCase, { id, approve: false })
    expect(listDestructions(context, destroyableCase)).toEqual([])
    expect(readCase(context, id).status).toBe('closed')
  })
})
