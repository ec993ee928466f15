import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LinkFilter } from '#shared/model/network.ts'
import { purposeChoices } from '../../electron/engine/handlers/session.ts'
import { logFile } from '../../electron/engine/store/vault.ts'
import { openEngine, PASSPHRASE, startEngine } from '../fixtures/engine.ts'

const everything = { limit: 200 }

describe('a call is admitted in one place', () => {
  test('nothing but status works without a vault', async () => {
    const { ask, refuse } = startEngine()
    expect((await ask('vault.status', {})).state).toBe('closed')
    expect((await refuse('sources.deliveries', {})).code).toBe('vault-locked')
  })

  test('an unknown procedure and wrong input are refused without repeating the values', async () => {
    const { engine, refuse } = await openEngine()
    expect(await engine.ask(1, 'toString', {})).toEqual({ ok: false, problem: { code: 'unknown-procedure', params: { name: 'toString' } } })
    const problem = await refuse('purpose.set', { id: 'riec-casus', caseNumber: 'x'.repeat(41) })
    expect(problem).toEqual({ code: 'bad-input', params: { field: 'caseNumber' } })
  })

  test('a look-up without a purpose is refused', async () => {
    const { ask, refuse } = startEngine()
    await ask('vault.create', { file: 'vault', passphrase: PASSPHRASE, name: 'Toetser', roles: ['analyst'] })
    expect((await refuse('search.suggest', { text: 'Markerkant', kinds: [], limit: 10 })).code).toBe('purpose-missing')
  })

  test('a purpose that asks for a case number does not go without', async () => {
    const { refuse } = await openEngine()
    expect((await refuse('purpose.set', { id: 'riec-casus', caseNumber: '' })).code).toBe('bad-input')
  })

  test('a purpose opens only what it was declared for', async () => {
    const { ask, refuse } = await openEngine()
    await ask('purpose.set', { id: 'gegevensbeheer', caseNumber: '' })
    expect(await refuse('case.get', { id: 1 })).toEqual({ code: 'purpose-unfit', params: { purpose: 'Leveringen innemen en controleren', closed: 'case', fitting: 'RIEC-casus voorbereiden' } })
    await ask('purpose.set', { id: 'bibob-onderzoek', caseNumber: 'B-1' })
    expect((await refuse('case.get', { id: 1 })).code).toBe('purpose-unfit')
    const { events } = await ask('audit.list', { limit: 200, action: 'access-denied' })
    expect(events.map((e) => e.object)).toEqual(['case-view casus 1', 'case-view casus 1'])
  })

  test('persons are looked up only under a purpose with a case number, and the refusal says under which', async () => {
    const { ask, refuse } = await openEngine(['analyst'])
    await ask('purpose.set', { id: 'gebiedsbeeld', caseNumber: '' })
    const refused = { code: 'purpose-unfit', params: { purpose: 'Gebieds- en branchebeeld', closed: 'person', fitting: 'Signaal wegen en bronnen raadplegen, RIEC-casus voorbereiden' } }
    const filter = LinkFilter.parse({})
    expect(await refuse('search.suggest', { text: 'jansen', kinds: ['person'], limit: 5 })).toEqual(refused)
    expect(await refuse('person.get', { key: 'person:1' })).toEqual(refused)
    expect(await refuse('network.expand', { keys: ['company:1', 'person:1'], depth: 1, filter, limit: 10 })).toEqual(refused)
    expect(await refuse('network.path', { from: 'company:1', to: 'person:1', filter, exclude: [] })).toEqual(refused)
    expect(await ask('search.suggest', { text: 'jansen', kinds: [], limit: 5 })).toEqual({ hits: [] })
    await ask('purpose.set', { id: 'signaal-wegen', caseNumber: 'Z-1' })
    expect(await ask('search.suggest', { text: 'jansen', kinds: ['person'], limit: 5 })).toEqual({ hits: [] })
    expect((await refuse('person.get', { key: 'person:1' })).code).toBe('not-found')
  })

  test('every purpose without a case number keeps persons closed', () => {
    expect(purposeChoices().filter(({ needsCaseNumber, compartments }) => compartments.includes('person') !== needsCaseNumber).map(({ id }) => id)).toEqual([])
  })

  test('a role that may not see persons is told so, whatever the purpose, though the procedure is for it', async () => {
    const { ask, refuse } = await openEngine(['reader'])
    await ask('purpose.set', { id: 'gebiedsbeeld', caseNumber: '' })
    expect((await refuse('reference.lookup', { key: 'person:1' })).code).toBe('role-missing')
    expect(await ask('reference.lookup', { key: 'company:1' })).toEqual({ departments: [] })
  })

  test('a Bibob procedure is closed to an analyst, and the attempt stands in the log', async () => {
    const { ask, refuse } = await openEngine(['analyst', 'director'])
    expect((await refuse('bibob.relations', { applicant: 'company:1' })).code).toBe('role-missing')
    const { events } = await ask('audit.list', everything)
    expect(events[0]).toMatchObject({ action: 'access-denied', object: 'bibob-view company:1', result: 'denied', caseNumber: 'T-2026-1' })
  })

  test('a short passphrase makes no vault', async () => {
    const { refuse } = startEngine()
    expect(await refuse('vault.create', { file: 'vault', passphrase: 'kort', name: 'T', roles: ['admin'] })).toMatchObject({ code: 'passphrase-weak', params: { shortest: 12 } })
  })
})

describe('the log follows every call', () => {
  test('commands and jobs leave a line at start and at end, queries one', async () => {
    const { ask } = await openEngine()
    await ask('audit.verify', {})
    await ask('audit.list', everything)
    const { events } = await ask('audit.list', everything)
    expect(events.map((e) => `${e.action} ${e.result}`).toReversed()).toEqual([
      'vault-create done', 'vault-lock done', 'vault-open done', 'purpose-set done', 'log-verify started', 'log-verify done', 'log-view done',
    ])
  })

  test('a BSN that was given for a case number stands in no line', async () => {
    const { ask } = await openEngine()
    await ask('purpose.set', { id: 'riec-casus', caseNumber: 'zaak 111222333' })
    await ask('search.suggest', { text: 'markerkant', kinds: [], limit: 5 })
    const { events } = await ask('audit.list', { limit: 2 })
    expect(events.map(({ caseNumber }) => caseNumber)).toEqual([expect.stringMatching(/^zaak bsn#[0-9a-f]{12}$/), expect.stringMatching(/^zaak bsn#[0-9a-f]{12}$/)])
  })

  test('locking and opening leave lines, and the chain holds over sessions', async () => {
    const { ask } = await openEngine()
    await ask('vault.lock', {})
    const status = await ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
    expect(status.log).toEqual({ lines: 6, intact: true })
    expect(await ask('audit.verify', {})).toMatchObject({ intact: true, anchor: 'equal' })
  })

  test('a log that was taken away shows at the next opening', async () => {
    const { ask, file } = await openEngine()
    await ask('vault.lock', {})
    rmSync(logFile(file))
    expect((await ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })).log?.intact).toBe(false)
    expect(await ask('audit.verify', {})).toMatchObject({ intact: false, anchor: 'log-shorter' })
  })
})

describe('the vault under our feet', () => {
  test('when the file is gone the session ends with a clear problem, and the engine goes on', async () => {
    const { ask, refuse, file } = await openEngine()
    renameSync(file, `${file}.weg`)
    expect((await refuse('sources.deliveries', {})).code).toBe('vault-missing')
    expect((await ask('vault.status', {})).state).toBe('closed')
    renameSync(`${file}.weg`, file)
    expect((await ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })).state).toBe('open')
  })

  test('another file put in its place is not taken for it', async () => {
    const { ask, refuse, file } = await openEngine()
    copyFileSync(file, `${file}.kopie`)
    renameSync(`${file}.kopie`, file)
    expect((await refuse('sources.deliveries', {})).code).toBe('vault-missing')
    expect((await ask('vault.status', {})).state).toBe('closed')
  })

  test('a path is only reachable behind a granted token', async () => {
    const { refuse } = startEngine()
    expect((await refuse('vault.open', { file: '/etc/passwd', passphrase: 'x' })).code).toBe('file-token-unknown')
  })
})
