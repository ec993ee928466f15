import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sealList } from '../../electron/engine/audit/destructionList.ts'
import type { CallContext } from '../../electron/engine/context.ts'
import { askDestruction, closeCase, createCase, decideDestruction, destroyableCase, destroyableSignal } from '../../electron/engine/dossier/index.ts'
import { readMeta } from '../../electron/engine/store/meta.ts'
import { closeVault, openVault } from '../../electron/engine/store/vault.ts'
import { noWorkstation, workstationIn, type Workstation } from '../../electron/engine/workstation.ts'
import { fillCaseVault, NO_SCORE } from '../fixtures/caseVault.ts'
import { PASSPHRASE, putVault, startEngine, type TestEngine } from '../fixtures/engine.ts'
import { SIGNAL, triageTo } from '../fixtures/triage.ts'
import { contextOn, temporaryFolder } from '../fixtures/vault.ts'

const LATER = '2033-01-10T09:00:00.000Z'
const motive = 'De bewaartermijn is om, al lang.'
const words = { phenomenon: 'witwassen', occasion: '', goal: '' } as const
const closing = { result: 'De vergunning is ingetrokken.', retentionClass: 'regular', monitoringUntil: '2020-11-30' } as const

/** Works in the vault of a folder as its stages do, and locks it again. */
async function inVault<T>(folder: string, work: (context: CallContext) => T): Promise<T> {
  const vault = await openVault(join(folder, 'toets.kluis'), PASSPHRASE)
  try {
    return work(contextOn(vault.store, { hashKey: readMeta(vault.store, 'hash-key') ?? '' }))
  } finally {
    closeVault(vault)
  }
}

/** A vault with a closed case and a signal put aside, and a copy from before both were destroyed. */
async function destroyedSince(): Promise<{ folder: string; copy: string }> {
  const [folder, copy] = [temporaryFolder(), temporaryFolder()]
  await putVault(['director', 'analyst', 'privacyOfficer'], folder)
  const made = await inVault(folder, (context) => {
    const { picture } = fillCaseVault(context.store)
    createCase(context, { ...words, title: 'Blijft', picture })
    const { id } = createCase({ ...context, now: '2026-11-22T09:00:00.000Z' }, { ...words, title: 'Moet weg', picture })
    closeCase({ ...context, now: '2020-11-30T09:00:00.000Z' }, id, closing, NO_SCORE)
    return { caseId: id, signalId: triageTo(context, 'notHandled') }
  })
  cpSync(folder, copy, { recursive: true })
  await inVault(folder, (context) => {
    for (const [what, id] of [[destroyableCase, made.caseId], [destroyableSignal, made.signalId]] as const) {
      askDestruction({ ...context, now: LATER }, what, { id, motive })
      decideDestruction({ ...context, now: LATER, actor: { account: 'ander', name: 'A. Ander', roles: ['director'] } }, what, { id, approve: true })
    }
  })
  return { folder, copy }
}

async function opened(folder: string, workstation: Workstation): Promise<TestEngine> {
  const started = startEngine(folder, workstation)
  await started.ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
  await started.ask('purpose.set', { id: 'riec-casus', caseNumber: 'T-1' })
  return started
}

/** What of the two still stands in an open vault. */
async function standing({ ask }: TestEngine): Promise<string[]> {
  const cases = await ask('case.list', {})
  const { signals } = await ask('triage.list', { shown: 'settled', text: '', limit: 10 })
  return [...cases.map(({ title }) => title), ...signals.map(({ signalNumber }) => signalNumber)].toSorted()
}

describe('a copy from before a destruction', () => {
  test('on a workstation that knows the vault: destroyed again before anything is shown, wherever the copy stands', async () => {
    const { folder, copy } = await destroyedSince()
    const workstation = workstationIn(temporaryFolder())
    await (await opened(folder, workstation)).ask('vault.lock', {})
    const old = await opened(copy, workstation)
    expect(await old.ask('vault.status', {})).toMatchObject({ opening: { isFirstHere: false, destroyedAgain: 2 } })
    expect(await standing(old)).toEqual(['Blijft'])
    expect((await old.refuse('case.get', { id: 2 })).code).toBe('not-found')
    expect(await old.ask('case.destructions', {})).toMatchObject([{ number: 'C-2026-0002', motive, askedBy: 'Toetser', destroyedBy: 'A. Ander', destroyedAt: LATER }])
    const { events } = await old.ask('audit.list', { limit: 20 })
    expect(events.find(({ action }) => action === 'destruction-again')).toMatchObject({ object: '2 zaken, signalen, verwijzingen, Bibob-dossiers of sets scores', result: 'done' })
    await old.ask('vault.lock', {})
    // what was the signal is not on any page any more
    await inVault(copy, ({ store }) => expect(store.get(`SELECT (SELECT count(*) FROM signal_content WHERE record_id = ${SIGNAL}) + (SELECT count(*) FROM triage_step) + (SELECT count(*) FROM case_closing) AS n`)).toEqual({ n: 0 }))
    const again = await opened(copy, workstation)
    expect(await again.ask('vault.status', {})).toMatchObject({ opening: { isFirstHere: false, destroyedAgain: 0 } })
  })

  test('put back over the vault with its log, as a restore does', async () => {
    const { folder, copy } = await destroyedSince()
    const workstation = workstationIn(temporaryFolder())
    await (await opened(folder, workstation)).ask('vault.lock', {})
    for (const name of readdirSync(copy)) writeFileSync(join(folder, name), readFileSync(join(copy, name)))
    expect(await standing(await opened(folder, workstation))).toEqual(['Blijft'])
  })

  test('on another workstation: it says that it may be old, and follows the list of what was destroyed', async () => {
    const { folder, copy } = await destroyedSince()
    const list = join(temporaryFolder(), 'lijst.json')
    const here = await opened(folder, workstationIn(temporaryFolder()))
    here.engine.grant('list', list)
    expect(await here.ask('retention.saveList', { target: 'list' })).toEqual({ file: 'lijst.json', proofs: 2 })
    const there = await opened(copy, workstationIn(temporaryFolder()))
    expect(await there.ask('vault.status', {})).toMatchObject({ opening: { isFirstHere: true, destroyedAgain: 0 } })
    expect(await standing(there)).toEqual(['Blijft', 'Moet weg', 'S-118'])
    there.engine.grant('list', list)
    expect(await there.ask('retention.readList', { file: 'list' })).toEqual({ proofs: 2, destroyedAgain: 2 })
    expect(await standing(there)).toEqual(['Blijft'])
    expect((await there.ask('retention.proofs', {})).map(({ kind, number }) => [kind, number])).toEqual([['case', 'C-2026-0002'], ['signal', 'W-2026-0001']])
    expect(await there.ask('retention.readList', { file: 'list' })).toEqual({ proofs: 2, destroyedAgain: 0 })
    const { events } = await there.ask('audit.list', { limit: 20, action: 'destruction-list-read' })
    expect(events.map(({ object }) => object)).toContain('2 van 2 alsnog vernietigd')
  })

  test('in which work went on: its own cases stay, and no number is given out twice', async () => {
    const { folder, copy } = await destroyedSince()
    await inVault(copy, (context) => {
      context.store.write((writer) => {
        for (const sql of ['DELETE FROM case_subject WHERE case_id = 2', 'DELETE FROM case_closing', 'DELETE FROM case_score_role', 'DELETE FROM case_file WHERE id = 2']) writer.run(sql)
      })
      createCase({ ...context, now: '2026-12-24T09:00:00.000Z' }, { ...words, title: 'Een andere', picture: { nodes: [], links: [] } })
    })
    const workstation = workstationIn(temporaryFolder())
    await (await opened(folder, workstation)).ask('vault.lock', {})
    const old = await opened(copy, workstation)
    expect(await standing(old)).toEqual(['Blijft', 'Een andere'])
    expect(await old.ask('case.create', { ...words, title: 'Nog een', picture: { nodes: [], links: [] } })).toMatchObject({ number: 'C-2026-0003' })
    const { events } = await old.ask('audit.list', { limit: 5, action: 'case-create' })
    expect(events.map(({ object }) => object), 'the log keeps no title of what may be destroyed').toEqual(['casus C-2026-0003', ''])
  })
})

test('what is destroyed through the application is remembered at once, also when the vault is never locked', async () => {
  const { copy: folder } = await destroyedSince()
  const copy = temporaryFolder()
  await inVault(folder, (context) => askDestruction({ ...context, now: LATER, actor: { account: 'ander', name: 'A. Ander', roles: ['analyst'] } }, destroyableCase, { id: 2, motive }))
  cpSync(folder, copy, { recursive: true })
  const workstation = workstationIn(temporaryFolder())
  const working = await opened(folder, workstation)
  await working.ask('case.decideDestruction', { id: 2, approve: true })
  const old = await opened(copy, workstation)
  expect(await standing(old)).toEqual(['Blijft', 'S-118'])
  // nobody is asked to decide what was decided
  expect(await old.ask('case.destructions', {})).toMatchObject([{ destroyedBy: 'Toetser' }])
})

describe('a list of what was destroyed', () => {
  test('is of one vault, cannot be altered or made by others, and tells nothing to whoever has no vault', async () => {
    const { folder } = await destroyedSince()
    const list = join(temporaryFolder(), 'lijst.json')
    const here = await opened(folder, noWorkstation)
    here.engine.grant('list', list)
    await here.ask('retention.saveList', { target: 'list' })
    const text = readFileSync(list, 'utf8')
    expect(text).not.toMatch(/C-2026|Toetser|bewaartermijn/)
    const content: { inhoud: string } = JSON.parse(text)
    const flipped = (content.inhoud.startsWith('0') ? '1' : '0') + content.inhoud.slice(1)
    for (const unfit of ['', '{}', JSON.stringify({ ...content, inhoud: flipped }), sealList([], '22'.repeat(32)), text.slice(0, -20)]) {
      writeFileSync(list, unfit)
      expect((await here.refuse('retention.readList', { file: 'list' })).code, unfit.slice(0, 40)).toBe('destruction-list-unfit')
    }
  })

  test('that this workstation cannot read is one it does not have', async () => {
    const { folder } = await destroyedSince()
    const settings = temporaryFolder()
    await (await opened(folder, workstationIn(settings))).ask('vault.lock', {})
    const [name = ''] = readdirSync(join(settings, 'vernietigd'))
    writeFileSync(join(settings, 'vernietigd', name), 'kapot')
    expect(await (await opened(folder, workstationIn(settings))).ask('vault.status', {})).toMatchObject({ opening: { isFirstHere: true } })
    expect(await (await opened(folder, workstationIn(settings))).ask('vault.status', {})).toMatchObject({ opening: { isFirstHere: false } })
  })
})
