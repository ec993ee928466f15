import { fork } from 'node:child_process'
import { once } from 'node:events'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { deriveKey, readSalt } from '../../electron/engine/store/key.ts'
import { openEngine, PASSPHRASE, startEngine, type TestEngine } from '../fixtures/engine.ts'
import type { HoldOrder } from '../fixtures/holdChild.ts'

const CHILD = join(import.meta.dirname, '..', 'fixtures', 'holdChild.ts')
const aCase: InputOf<'case.create'> = { title: 'Toetscasus', phenomenon: 'hennep', occasion: '', goal: '', picture: { nodes: [], links: [] } }

/** Another program that is writing in the vault or in its log; returns the way to make it let go. */
async function anotherProgram(file: string, what: HoldOrder['what']): Promise<() => Promise<unknown>> {
  const key = await deriveKey(PASSPHRASE, readSalt(file) ?? new Uint8Array())
  const child = fork(CHILD, { execArgv: [] })
  const order: HoldOrder = { file, key: Buffer.from(key).toString('hex'), what }
  child.send(order)
  expect(await once(child, 'message')).toContain('held')
  return async () => {
    child.send('let go')
    return once(child, 'exit')
  }
}

describe('a vault that another program writes in', () => {
  test('is said to be in use, and answers as soon as it is free', async () => {
    const { ask, refuse, file, bugs } = await openEngine()
    const letGo = await anotherProgram(file, 'store')
    expect((await refuse('case.create', aCase)).code).toBe('vault-in-use')
    await letGo()
    expect((await ask('case.create', aCase)).title).toBe('Toetscasus')
    expect(bugs).toEqual([])
  })

  test('cannot be opened without leaving a line in the log', async () => {
    const { ask, refuse, file } = await openEngine()
    await ask('vault.lock', {})
    const letGo = await anotherProgram(file, 'log')
    expect((await refuse('vault.open', { file: 'vault', passphrase: PASSPHRASE })).code).toBe('vault-in-use')
    await letGo()
    expect((await ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })).state).toBe('open')
  })
})

/** An engine that takes a delivery in, and what happens when it has begun. */
async function whileTakingIn(happens: (started: TestEngine) => void): Promise<TestEngine> {
  const started = await openEngine()
  const path = join(started.folder, 'bag.csv')
  const rows = Array.from({ length: 3000 }, (_, i) => `00342000${String(i + 1).padStart(8, '0')};Straat;${i + 1};1315AB;Almere`)
  writeFileSync(path, ['Nummeraanduiding;Openbare ruimte;Huisnummer;Postcode;Woonplaats', ...rows].join('\n'))
  started.engine.grant('bron', path)
  const sheets = (await started.ask('sources.inspect', { file: 'bron' })).sheets.flatMap(({ proposal }) => (proposal ? [proposal] : []))
  let isDone = false
  started.hear = (event) => {
    if (isDone || event.type !== 'progress' || !event.progress.step.startsWith('Bestand controleren')) return
    isDone = true
    happens(started)
  }
  expect((await started.refuse('sources.import', { file: 'bron', sheets })).code).toBe('vault-missing')
  expect(isDone).toBe(true)
  return started
}

describe('a vault that goes while a delivery is taken in', () => {
  test('deleted: the window is told, not that it went well, and another vault can be made', async () => {
    const { ask, engine, folder, bugs } = await whileTakingIn(({ file }) => rmSync(file))
    expect((await ask('vault.status', {})).state).toBe('closed')
    engine.grant('ander', join(folder, 'ander.kluis'))
    expect((await ask('vault.create', { file: 'ander', passphrase: PASSPHRASE, name: 'Toetser', roles: ['admin'] })).state).toBe('open')
    expect(bugs).toEqual([])
  })

  test('moved away and put back: it opens and holds together', async () => {
    const { ask, file } = await whileTakingIn((started) => renameSync(started.file, `${started.file}.weg`))
    renameSync(`${file}.weg`, file)
    expect((await ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })).log?.intact).toBe(true)
    expect((await ask('audit.verify', {})).intact).toBe(true)
  })
})

test('a folder in the place of a vault, and a vault in a folder that is not there, are said for what they are', async () => {
  const { engine, refuse, folder } = startEngine()
  engine.grant('map', folder)
  engine.grant('nergens', join(folder, 'geen-map', 'toets.kluis'))
  expect((await refuse('vault.open', { file: 'map', passphrase: PASSPHRASE })).code).toBe('file-is-folder')
  expect((await refuse('vault.create', { file: 'nergens', passphrase: PASSPHRASE, name: 'Toetser', roles: ['admin'] })).code).toBe('vault-folder-unsuitable')
  expect((await refuse('vault.open', { file: 'nergens', passphrase: PASSPHRASE })).code).toBe('vault-missing')
})
