import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ProblemError } from '../../electron/engine/problem.ts'
import { readMeta, writeMeta } from '../../electron/engine/store/meta.ts'
import { deriveKey, readSalt } from '../../electron/engine/store/key.ts'
import { rekeyVault, writeCopy, type Copying } from '../../electron/engine/store/rekey.ts'
import { closeVault, openVault, openWithKey, type Vault } from '../../electron/engine/store/vault.ts'
import { codeOf } from '../fixtures/codeOf.ts'
import { PASSPHRASE, putVault, startEngine } from '../fixtures/engine.ts'
import { temporaryFolder } from '../fixtures/vault.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { Role } from '#shared/model/access.ts'

const NEXT = 'vijf heel andere woorden samen'

async function opened(roles: Role[] = ['director', 'admin', 'analyst']) {
  const folder = temporaryFolder()
  await putVault(roles, folder)
  const started = startEngine(folder)
  await started.ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
  return started
}

/** Whether a vault opens with a passphrase; else why not. */
async function opens(file: string, passphrase: string): Promise<string> {
  try {
    closeVault(await openVault(file, passphrase))
    return 'open'
  } catch (error) {
    return codeOf(() => { throw error })
  }
}

describe('another passphrase', () => {
  test('opens the vault from then on, and the old one does not; work and log go on', async () => {
    const { ask, file } = await opened()
    const words = { phenomenon: 'hennep', occasion: '', goal: '', picture: { nodes: [], links: [] } } satisfies Omit<InputOf<'case.create'>, 'title'>
    await ask('purpose.set', { id: 'riec-casus', caseNumber: 'T-1' })
    await ask('case.create', { ...words, title: 'Ervoor' })
    await ask('vault.changePassphrase', { current: PASSPHRASE, next: NEXT })
    await ask('case.create', { ...words, title: 'Erna' })
    expect((await ask('audit.verify', {})).intact).toBe(true)
    expect((await ask('audit.list', { limit: 10, action: 'passphrase-change' })).events.map(({ result }) => result)).toEqual(['done', 'started'])
    await ask('vault.lock', {})
    expect([await opens(file, NEXT), await opens(file, PASSPHRASE)]).toEqual(['open', 'vault-wrong-passphrase'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.nieuw`)).toBe(false)
    await ask('vault.open', { file: 'vault', passphrase: NEXT })
    await ask('purpose.set', { id: 'riec-casus', caseNumber: 'T-1' })
    expect((await ask('case.list', {})).map(({ title }) => title).toSorted()).toEqual(['Erna', 'Ervoor'])
  })

  test('leaves a copy of before as it was, and that copy knows the vault', async () => {
    const { ask, file, folder } = await opened()
    await ask('vault.lock', {})
    const copy = temporaryFolder()
    cpSync(folder, copy, { recursive: true })
    await ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })
    await ask('vault.changePassphrase', { current: PASSPHRASE, next: NEXT })
    await ask('vault.lock', {})
    const hashKeys = []
    for (const [path, passphrase] of [[join(copy, 'toets.kluis'), PASSPHRASE], [file, NEXT]] as const) {
      const vault = await openVault(path, passphrase)
      hashKeys.push(readMeta(vault.store, 'hash-key'))
      closeVault(vault)
    }
    expect(hashKeys[0]).toBe(hashKeys[1])
  })

  test.each([
    ['who does not know the one it has', { current: 'een verkeerde zin als dit', next: NEXT }, 'vault-wrong-passphrase'],
    ['one that is too short', { current: PASSPHRASE, next: 'te kort' }, 'passphrase-weak'],
    ['the same', { current: PASSPHRASE, next: PASSPHRASE }, 'passphrase-same'],
  ])('is refused: %s', async (_what, input, code) => {
    const { ask, refuse, file } = await opened()
    expect((await refuse('vault.changePassphrase', input)).code).toBe(code)
    await ask('vault.lock', {})
    expect(await opens(file, PASSPHRASE)).toBe('open')
  })

  test('is for a director or an administrator, and who is not leaves a line', async () => {
    const { refuse, file, engine } = await opened(['analyst'])
    expect((await refuse('vault.changePassphrase', { current: PASSPHRASE, next: NEXT })).code).toBe('role-missing')
    await engine.stop()
    const vault = await openVault(file, PASSPHRASE)
    expect(vault.log.all("SELECT object FROM event WHERE action = 'access-denied'")).toEqual([{ object: 'passphrase-change' }])
    closeVault(vault)
  })

  test('waits until nobody else has the vault open; it goes on with the old one', async () => {
    const { ask, refuse, file } = await opened()
    const other = await openVault(file, PASSPHRASE)
    other.store.get('SELECT count(*) FROM delivery')
    expect((await refuse('vault.changePassphrase', { current: PASSPHRASE, next: NEXT })).code).toBe('vault-in-use')
    closeVault(other)
    expect((await ask('audit.list', { limit: 1, action: 'passphrase-change' })).events).toMatchObject([{ result: 'failed' }])
    await ask('vault.changePassphrase', { current: PASSPHRASE, next: NEXT })
    await ask('vault.lock', {})
    expect(await opens(file, NEXT)).toBe('open')
  })

  test('broken off before its last step leaves the vault as it was; opening says so, and nothing is left beside it', async () => {
    const { ask, file } = await opened()
    await ask('vault.lock', {})
    const copy = `${file}.nieuw`
    const salt = readSalt(file) ?? new Uint8Array()
    const [key, next] = [await deriveKey(PASSPHRASE, salt), await deriveKey(NEXT, salt.toReversed())]
    for (const leave of [() => writeFileSync(copy, 'half'), () => writeCopy({ file, copy, key, next }, () => undefined)]) {
      leave()
      expect((await ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })).opening).toMatchObject({ clearedChange: true })
      expect(existsSync(copy)).toBe(false)
      await ask('vault.lock', {})
      expect((await ask('vault.open', { file: 'vault', passphrase: PASSPHRASE })).opening).toMatchObject({ clearedChange: false })
      await ask('vault.lock', {})
    }
  })

  test('stopped before it begins it does not begin', async () => {
    const { ask, engine, file } = await opened()
    const reply = engine.ask(77, 'vault.changePassphrase', { current: PASSPHRASE, next: NEXT })
    engine.cancel(77)
    expect(await reply).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
    await ask('vault.lock', {})
    expect(await opens(file, PASSPHRASE)).toBe('open')
    expect(existsSync(`${file}.nieuw`)).toBe(false)
  })

  test('tells how far it is, and whether it was stopped in time or not the vault is whole', async () => {
    const started = await opened()
    const { ask, engine, file, events, bugs } = started
    started.hear = (event) => event.type === 'progress' && engine.cancel(event.callId)
    const reply = await engine.ask(77, 'vault.changePassphrase', { current: PASSPHRASE, next: NEXT })
    expect(reply.ok || reply.problem.code === 'cancelled', bugs.join('\n')).toBe(true)
    expect(events).toContainEqual({ type: 'progress', callId: 77, progress: { step: 'Opnieuw versleutelen (MB)', done: 0, total: 1 } })
    expect((await ask('audit.list', { limit: 1, action: 'passphrase-change' })).events).toMatchObject([{ result: reply.ok ? 'done' : 'cancelled' }])
    await ask('vault.lock', {})
    expect(await opens(file, reply.ok ? NEXT : PASSPHRASE)).toBe('open')
    expect(existsSync(`${file}.nieuw`)).toBe(false)
  })
})

describe('while the copy is written', () => {
  async function rekeying(write: (vault: Vault, copying: Copying) => Promise<void>, isOver = () => false) {
    const folder = temporaryFolder()
    await putVault(['director'], folder)
    const file = join(folder, 'toets.kluis')
    const vault = await openVault(file, PASSPHRASE)
    const outcome = rekeyVault(vault, await deriveKey(NEXT, randomBytes(16)), (copying) => write(vault, copying), isOver).then(() => 'done', (error: unknown) => codeOf(() => { throw error }))
    return { file, vault, outcome: await outcome }
  }

  test('the vault can be read and not written, also by who opens it now', async () => {
    const meanwhile: string[] = []
    const { file, vault, outcome } = await rekeying(async ({ store, key }, copying) => {
      writeCopy(copying, () => undefined)
      for (const work of [() => readMeta(store, 'log-key'), () => store.write((writer) => writeMeta(writer, 'is-demo', 'true')), () => closeVault(openWithKey(copying.file, key, 'window'))]) meanwhile.push(codeOf(work))
    })
    expect([...meanwhile, outcome]).toEqual(['done', 'vault-in-use', 'vault-in-use', 'done'])
    vault.store.write((writer) => writeMeta(writer, 'is-demo', 'true'))
    closeVault(vault)
    expect([await opens(file, NEXT), await opens(file, PASSPHRASE)]).toEqual(['open', 'vault-wrong-passphrase'])
  })

  test.each([
    ['stopped', 'cancelled', (): Promise<void> => Promise.reject(new ProblemError('cancelled'))],
    ['without room', 'disk-full', (): Promise<void> => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))],
  ] as const)('%s it leaves the vault as it was, to be written again', async (_how, code, write) => {
    const { file, vault, outcome } = await rekeying(async (_vault, copying) => {
      writeFileSync(copying.copy, 'half')
      await write()
    })
    expect(outcome).toBe(code)
    vault.store.write((writer) => writeMeta(writer, 'is-demo', 'true'))
    closeVault(vault)
    expect(existsSync(`${file}.nieuw`)).toBe(false)
    expect(await opens(file, PASSPHRASE)).toBe('open')
  })

  test('locked it leaves the vault as it was', async () => {
    let isOver = false
    const { file, outcome } = await rekeying(async (vault, copying) => {
      writeCopy(copying, () => undefined)
      closeVault(vault)
      isOver = true
    }, () => isOver)
    expect(outcome).toBe('vault-locked')
    expect(existsSync(`${file}.nieuw`)).toBe(false)
    expect(await opens(file, PASSPHRASE)).toBe('open')
  })
})
