import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Role } from '#shared/model/access.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { saveApplication } from '../../../electron/engine/store/bibobApplications.ts'
import { closeVault, openVault } from '../../../electron/engine/store/vault.ts'
import { fillBibobVault } from '../../fixtures/bibobVault.ts'
import { fillCaseVault } from '../../fixtures/caseVault.ts'
import { PASSPHRASE, putVault, startEngine, type TestEngine } from '../../fixtures/engine.ts'
import { aWeighing, MOTIVE } from '../../fixtures/triage.ts'
import { temporaryFolder } from '../../fixtures/vault.ts'

const words = { title: 'Glas aan de Markerkant', phenomenon: 'witwassen', occasion: 'Twee meldingen.', goal: 'Bepalen wie optreedt.' } as const

/** An engine on a vault that was filled before it was opened; whoever must read the log has a role for that too. */
async function filledEngine(roles: Role[], purpose: string, fill: (store: Store) => unknown): Promise<TestEngine> {
  const started = startEngine()
  await putVault(roles, started.folder)
  const vault = await openVault(started.file, PASSPHRASE)
  fill(vault.store)
  closeVault(vault)
  await started.ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
  if (purpose !== '') await started.ask('purpose.set', { id: purpose, caseNumber: 'Z-2026-1' })
  return started
}

const bibobApplication = {
  applicant: 'company:1' as const, decision: 'exploitatievergunning', occasion: '', danger: { a: null, b: null }, motive: '', outcome: null,
  days: { received: null, complete: null, adviceAsked: null, isExtended: false, stops: [], adviceReceived: null, intention: null, view: null, decided: null },
}

/** The lines of the log as action, object and result, oldest first. */
async function logOf(started: TestEngine): Promise<string[]> {
  const { events } = await started.ask('audit.list', { limit: 200 })
  return events.map(({ action, object, result }) => `${action} ${object} ${result}`).toReversed()
}

describe('the wall around Bibob', () => {
  test('an analyst is refused, and the attempt stands in the log', async () => {
    const started = await filledEngine(['analyst', 'director'], 'riec-casus', fillBibobVault)
    expect((await started.refuse('bibob.relations', { applicant: 'company:1' })).code).toBe('role-missing')
    started.engine.grant('folder', started.folder)
    expect((await started.refuse('bibob.export', { applicant: 'company:1', folder: 'folder' })).code).toBe('role-missing')
    const log = await logOf(started)
    expect(log.filter((line) => line.startsWith('access-denied'))).toEqual(['access-denied bibob-view company:1 denied', 'access-denied bibob-export company:1 denied'])
  })

  test('an analyst sees that an investigation is under way and then that it is finished, in a case only, and never more', async () => {
    const started = await filledEngine(['analyst', 'director'], 'riec-casus', (store) => {
      fillBibobVault(store)
      store.write((writer) => saveApplication(writer, 'B-2026-4', { applicantLabel: 'Polder Horeca B.V.', content: '{"applicant":"company:1","motive":"GEHEIM","days":{"decided":null}}', changedAt: '', changedBy: '' }))
    })
    expect(await started.ask('bibob.status', { key: 'company:1' })).toBe('running')
    expect(await started.ask('bibob.status', { key: 'company:2' })).toBeNull()
    expect((await started.refuse('bibob.application', {})).code).toBe('role-missing')
    expect((await started.refuse('bibob.saveApplication', bibobApplication)).code).toBe('role-missing')
    await started.ask('purpose.set', { id: 'gebiedsbeeld', caseNumber: '' })
    expect((await started.refuse('bibob.status', { key: 'company:1' })).code).toBe('purpose-unfit')
    const log = await logOf(started)
    expect(log).toContain('reference-lookup Bibob company:1 done')
    expect(log.filter((line) => line.startsWith('access-denied'))).toEqual(['access-denied bibob-view aanvraag denied', 'access-denied bibob-change aanvraag company:1 denied', 'access-denied reference-lookup Bibob company:1 denied'])
  })

  test('a Bibob officer sees it under the Bibob purpose, and no case', async () => {
    const started = await filledEngine(['bibobOfficer', 'privacyOfficer'], 'bibob-onderzoek', fillBibobVault)
    const found = await started.ask('bibob.relations', { applicant: 'company:1' })
    expect(found.relations.filter(({ end }) => end === 'person').map(({ label }) => label)).toContain('S. Testveld')
    expect((await started.refuse('case.list', {})).code).toBe('role-missing')
    expect(await logOf(started)).toContain('bibob-view company:1 done')
  })

  test('another purpose does not open it, whoever asks', async () => {
    const started = await filledEngine(['bibobOfficer', 'analyst'], 'riec-casus', fillBibobVault)
    expect((await started.refuse('bibob.relations', { applicant: 'company:1' })).code).toBe('purpose-unfit')
  })

  test('writes the page to print into the folder, without content of signals', async () => {
    const started = await filledEngine(['bibobOfficer'], 'bibob-onderzoek', fillBibobVault)
    started.engine.grant('folder', started.folder)
    const made = await started.ask('bibob.export', { applicant: 'company:1', folder: 'folder' })
    expect(made.files.map(({ format }) => format)).toEqual(['html', 'docx', 'pdf'])
    const html = readFileSync(join(started.folder, made.files[0]?.name ?? ''), 'utf8')
    for (const part of ['Polder Horeca B.V.', 'S. Testveld', 'is geweest', 'Vermogensverschaffer', 'Verhuurder', 'Toezicht (coördinator)', 'P. Geldschieter', 'geen aandeelhouders']) expect(html).toContain(part)
    expect(html).not.toMatch(/Geheime inhoud|bsn_hash|[\da-f]{64}"/)
    expect(html).not.toContain(Buffer.from(new Uint8Array(32).fill(1)).toString('hex'))
  })
})

describe('a case through the engine', () => {
  test('is made from a picture, stated on, and exported as five files under one log line', async () => {
    const started = await filledEngine(['director'], 'riec-casus', fillCaseVault)
    const picture = { nodes: [{ key: 'company:1', kind: 'company' as const, label: 'Polderglas B.V.', detail: '', degree: 3, references: 0, x: 0, y: 0, pinned: false }], links: [] }
    const made = await started.ask('case.create', { ...words, picture })
    const { timeline } = await started.ask('case.get', { id: made.id })
    const first = timeline[0]
    await started.ask('case.addStatement', { id: made.id, type: 'fact', text: 'Vastgesteld uit het register.', sources: first ? [first.source.recordId] : [] })
    await started.ask('case.addStatement', { id: made.id, type: 'hypothesis', text: 'Mogelijk een katvanger.', sources: [] })
    started.engine.grant('folder', started.folder)
    const exported = await started.ask('case.export', { id: made.id, folder: 'folder', recipients: 'RIEC Midden-Nederland' })
    expect(exported.files.map(({ format }) => format)).toEqual(['docx', 'pdf', 'xlsx', 'png', 'svg'])
    for (const { name, bytes } of exported.files) expect(readFileSync(join(started.folder, name)).length).toBe(bytes)
    expect(started.events.filter(({ type }) => type === 'progress').length).toBeGreaterThanOrEqual(5)
    const { exports } = await started.ask('case.get', { id: made.id })
    expect(exports).toMatchObject([{ recipients: 'RIEC Midden-Nederland', by: 'Toetser', logLine: exported.logLine }])
    expect(exports[0]?.files.map(({ sha256 }) => sha256)).toEqual(exported.files.map(({ sha256 }) => sha256))
    const log = await logOf(started)
    expect(log[exported.logLine - 1]).toBe(`case-export casus ${made.id} aan RIEC Midden-Nederland started`)
    expect(log).toContain(`case-view casus ${made.id} done`)
    expect(log.join(' ')).not.toContain('katvanger')
  })

  test('its title shows under a purpose and leaves a line; without one only how many there are', async () => {
    const started = await filledEngine(['director'], 'riec-casus', fillCaseVault)
    await started.ask('case.create', { ...words, picture: { nodes: [], links: [] } })
    expect((await started.ask('case.list', {})).map(({ title }) => title)).toEqual([words.title])
    expect(await logOf(started)).toContain('case-view lijst done')
    await started.ask('vault.lock', {})
    await started.ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
    expect((await started.refuse('case.list', {})).code).toBe('purpose-missing')
    expect((await started.ask('case.counts', {})).filter(({ count }) => count > 0)).toEqual([{ status: 'draft', count: 1 }])
    await started.ask('purpose.set', { id: 'gegevensbeheer', caseNumber: '' })
    expect((await started.refuse('case.list', {})).code).toBe('purpose-unfit')
  })

  test('a fact without a source is refused before anything is stored', async () => {
    const started = await filledEngine(['analyst'], 'riec-casus', fillCaseVault)
    const made = await started.ask('case.create', { ...words, picture: { nodes: [], links: [] } })
    expect(await started.refuse('case.addStatement', { id: made.id, type: 'fact', text: 'Zomaar.', sources: [] })).toMatchObject({ code: 'bad-input', params: { field: 'sources' } })
    expect((await started.ask('case.get', { id: made.id })).statements).toEqual([])
  })

  test('a folder that is gone, a case that is not there: one sentence, no file, no line in the ledger', async () => {
    const started = await filledEngine(['analyst'], 'riec-casus', fillCaseVault)
    const made = await started.ask('case.create', { ...words, picture: { nodes: [], links: [] } })
    const folder = temporaryFolder()
    started.engine.grant('gone', join(folder, 'weg'))
    started.engine.grant('folder', folder)
    expect((await started.refuse('case.export', { id: made.id, folder: 'gone', recipients: 'RIEC' })).code).toBe('file-missing')
    expect((await started.refuse('case.export', { id: 99, folder: 'folder', recipients: 'RIEC' })).code).toBe('not-found')
    expect((await started.refuse('case.export', { id: made.id, folder: 'nooit gekozen', recipients: 'RIEC' })).code).toBe('file-token-unknown')
    expect(readdirSync(folder)).toEqual([])
    expect((await started.ask('case.get', { id: made.id })).exports).toEqual([])
    expect(started.bugs).toEqual([])
  })

  test('a reader sees no case at all', async () => {
    const started = await filledEngine(['reader', 'bibobOfficer', 'privacyOfficer', 'admin'], '', () => undefined)
    for (const refused of [started.refuse('case.list', {}), started.refuse('case.get', { id: 1 })]) expect((await refused).code).toBe('role-missing')
  })
})

describe('a signal that is weighed, through the engine', () => {
  test('each step leaves a line, its words stay out of the log; another role and another purpose are refused', async () => {
    const started = await filledEngine(['director'], 'signaal-wegen', fillCaseVault)
    const { signals } = await started.ask('triage.list', { shown: 'received', text: '', limit: 10 })
    const { id } = await started.ask('triage.take', { recordId: signals[0]?.recordId ?? 0, motive: MOTIVE })
    await started.ask('triage.weigh', { id, ...aWeighing('undermining', false), motive: MOTIVE })
    await started.ask('triage.move', { id, to: 'notHandled', destination: '', reviewOn: null, motive: MOTIVE })
    expect((await started.ask('triage.get', { id })).content).toContain('Geur')
    expect((await started.refuse('triage.move', { id, to: 'inCase', destination: 'C-2026-0001', reviewOn: null, motive: MOTIVE })).code).toBe('triage-way')
    expect((await started.refuse('triage.move', { id, to: 'weighing', destination: '', reviewOn: null, motive: 'te kort' })).code).toBe('bad-input')
    expect((await started.refuse('case.list', {})).code).toBe('purpose-unfit')
    const log = (await logOf(started)).filter((line) => line.startsWith('triage'))
    expect(log).toEqual([
      'triage-view lijst ontvangen done', `triage-step bronrij ${signals[0]?.recordId} in weging started`, `triage-step bronrij ${signals[0]?.recordId} in weging done`,
      `triage-step signaal ${id} weging 1, ondermijning: nee started`, `triage-step signaal ${id} weging 1, ondermijning: nee done`,
      `triage-step signaal ${id} naar niet in behandeling started`, `triage-step signaal ${id} naar niet in behandeling done`, `triage-view signaal ${id} done`,
      `triage-step signaal ${id} naar in casus started`, `triage-step signaal ${id} naar in casus failed`,
    ])
    await started.ask('purpose.set', { id: 'gebiedsbeeld', caseNumber: '' })
    expect((await started.refuse('triage.get', { id })).code).toBe('purpose-unfit')
  })

  test('is not for a reader, a Bibob officer, a privacy officer or an administrator', async () => {
    const started = await filledEngine(['reader', 'bibobOfficer', 'privacyOfficer', 'admin'], 'bibob-onderzoek', fillCaseVault)
    expect((await started.refuse('triage.list', { shown: 'received', text: '', limit: 10 })).code).toBe('role-missing')
    expect((await started.refuse('triage.get', { id: 1 })).code).toBe('role-missing')
    expect((await logOf(started)).filter((line) => line.startsWith('access-denied'))).toEqual(['access-denied triage-view lijst ontvangen denied', 'access-denied triage-view signaal 1 denied'])
  })
})
