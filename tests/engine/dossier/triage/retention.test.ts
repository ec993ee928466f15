import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CallContext } from '../../../../electron/engine/context.ts'
import { askDestruction, decideDestruction, destroyableSignal, listDestructions } from '../../../../electron/engine/dossier/index.ts'
import { clockOf } from '../../../../electron/engine/dossier/triage/clock.ts'
import { listTriage, moveSignal, readTriage, takeSignal } from '../../../../electron/engine/dossier/triage/index.ts'
import { migrate, readMigrations } from '../../../../electron/engine/store/migrate.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { codeOf } from '../../../fixtures/codeOf.ts'
import { fillCaseVault } from '../../../fixtures/caseVault.ts'
import { MOTIVE, SIGNAL, triageTo } from '../../../fixtures/triage.ts'
import { contextOn, emptyStore, temporaryFolder } from '../../../fixtures/vault.ts'

const motive = 'De termijn van een jaar is om.'

/** A signal put aside on 21 November 2026, seen by one and by another on a later day. */
function aside() {
  const store = emptyStore()
  fillCaseVault(store)
  const context = contextOn(store)
  const id = triageTo(context, 'notHandled')
  const on = (now: string): CallContext => ({ ...context, now: `${now}T09:00:00.000Z` })
  const other = (now: string): CallContext => ({ ...on(now), actor: { account: 'ander', name: 'A. Ander', roles: ['director'] } })
  const due = (now: string) => listTriage(on(now), { shown: 'due', text: '', limit: 10 }).signals.map(({ signalNumber }) => signalNumber)
  return { store, id, on, other, due }
}

const [day364, day365, day366] = ['2027-11-20', '2027-11-21', '2027-11-22']

describe('a signal that is not handled is kept for a year', () => {
  test('it is listed on day 365 and not before', () => {
    const { due } = aside()
    expect(due('2026-11-21')).toEqual([])
    expect(due(day364)).toEqual([])
    expect(due(day365)).toEqual(['S-118'])
  })

  test('it can be asked for from day 365 on and goes on day 366, after somebody else decided', () => {
    const { store, id, on, other, due } = aside()
    const ask = (now: string) => askDestruction(on(now), destroyableSignal, { id, motive })
    expect(codeOf(() => ask(day364))).toBe('signal-kept')
    expect(codeOf(() => decideDestruction(other(day366), destroyableSignal, { id, approve: true }))).toBe('not-found')
    ask(day365)
    expect(codeOf(() => decideDestruction(other(day365), destroyableSignal, { id, approve: true }))).toBe('signal-kept')
    expect(codeOf(() => decideDestruction(on(day366), destroyableSignal, { id, approve: true }))).toBe('second-person')
    expect(readTriage(on(day366), id).content).toContain('Geur')
    decideDestruction(other(day366), destroyableSignal, { id, approve: true })
    expect(codeOf(() => readTriage(on(day366), id))).toBe('not-found')
    expect(due(day366)).toEqual([])
    for (const sql of [
      'SELECT count(*) AS n FROM triage', 'SELECT count(*) AS n FROM triage_step', `SELECT count(*) AS n FROM signal_record WHERE id = ${SIGNAL}`, `SELECT count(*) AS n FROM signal_content WHERE record_id = ${SIGNAL}`,
    ]) expect(store.get(sql), sql).toEqual({ n: 0 })
    expect(store.get('SELECT count(*) AS n FROM signal_record')).toEqual({ n: 2 })
  })

  test('the proof stays, names no address or company, and its number is not given out again', () => {
    const { store, id, on, other } = aside()
    askDestruction(on(day365), destroyableSignal, { id, motive })
    decideDestruction(other(day366), destroyableSignal, { id, approve: true })
    expect(listDestructions({ store }, destroyableSignal)).toEqual([
      {
        subjectId: id, number: 'W-2026-0001', ground: 'term', motive, askedBy: 'Toetser', askedAt: `${day365}T09:00:00.000Z`, destroyedBy: 'A. Ander', destroyedAt: `${day366}T09:00:00.000Z`,
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/), held: { steps: 3, rows: 1 },
      },
    ])
    const [second] = listTriage(on('2026-11-22'), { shown: 'received', text: '', limit: 10 }).signals
    const next = takeSignal(on('2026-11-22'), second?.recordId ?? 0, MOTIVE)
    expect(next.id).toBe(id + 1)
    expect(readTriage(on('2026-11-22'), next.id).number).toBe('W-2026-0002')
  })

  test('the row as it stood before a later delivery changed it goes too, with what was repaired in it', () => {
    const { store, id, on, other } = aside()
    store.write((writer) => {
      writer.run("INSERT INTO past_record (record_id, table_name, content, sealed, ended_by, replaced_by) VALUES (77, 'signal_record', '{}', 'Oude inhoud.', 3, ?)", SIGNAL)
      writer.run("INSERT INTO row_issue (delivery_id, row, column_index, field, value, severity, reason) VALUES (3, 5, 1, 'received', 'gisteren', 'repaired', 'date')")
    })
    askDestruction(on(day365), destroyableSignal, { id, motive })
    decideDestruction(other(day366), destroyableSignal, { id, approve: true })
    expect(store.get('SELECT (SELECT count(*) FROM past_record) + (SELECT count(*) FROM row_issue) AS n')).toEqual({ n: 0 })
    expect(listDestructions({ store }, destroyableSignal)[0]?.held).toEqual({ steps: 3, rows: 2 })
  })

  test('not when it was taken up again, and a refusal leaves it', () => {
    const { id, on, other, due } = aside()
    askDestruction(on(day365), destroyableSignal, { id, motive })
    decideDestruction(other(day366), destroyableSignal, { id, approve: false })
    expect(due(day366)).toEqual(['S-118'])
    askDestruction(on(day366), destroyableSignal, { id, motive })
    moveSignal(on(day366), id, 'weighing', { destination: '', reviewOn: null }, MOTIVE)
    expect(codeOf(() => decideDestruction(other(day366), destroyableSignal, { id, approve: true }))).toBe('signal-not-aside')
    expect(codeOf(() => askDestruction(on(day366), destroyableSignal, { id, motive }))).toBe('signal-not-aside')
  })
})

test('every year has its 365 days, leap years too', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true }), (date) => {
      const since = date.toISOString().slice(0, 10)
      const { listedFrom, destroyFrom } = clockOf(since, since)
      expect(Date.parse(listedFrom) - Date.parse(since)).toBe(365 * 86_400_000)
      expect(clockOf(since, listedFrom)).toMatchObject({ isListed: true, isDue: false })
      expect(clockOf(since, destroyFrom)).toMatchObject({ isListed: true, isDue: true })
    }),
  )
})

test('proofs of before are kept when the table of destructions is made', () => {
  const store = openDatabase(join(temporaryFolder(), 'toets.kluis'), new Uint8Array(48), 'window')
  const steps = readMigrations('vault')
  migrate(store, steps.filter(({ version }) => version < 621))
  store.write((writer) => {
    writer.run("INSERT INTO case_destruction VALUES (4, 'C-2026-0004', 'De termijn is om, al een jaar.', 'a', 'A.', '2026-01-01', 'B.', '2026-01-02', 'abc', 5, 1, 0)")
    writer.run("INSERT INTO case_destruction (case_id, number, motive, asked_account, asked_by, asked_at) VALUES (5, 'C-2026-0005', 'De termijn is om, al een jaar.', 'a', 'A.', '2026-01-01')")
  })
  migrate(store, steps)
  expect(store.all('SELECT kind, subject_id AS id, number, held FROM destruction ORDER BY subject_id')).toEqual([
    { kind: 'case', id: 4, number: 'C-2026-0004', held: '{"subjects":5,"statements":1,"exports":0}' },
    { kind: 'case', id: 5, number: 'C-2026-0005', held: '{}' },
  ])
  store.close()
})
