import { cpSync, existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMeta } from '../../electron/engine/store/meta.ts'
import { rekeyFile } from '../../electron/engine/store/database.ts'
import { deriveKey, readSalt } from '../../electron/engine/store/key.ts'
import { closeVault, openVault } from '../../electron/engine/store/vault.ts'
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

  test('broken off before its last step leaves the vault as it was, and nothing beside it once it is opened', async () => {
    const { ask, file } = await opened()
    await ask('vault.lock', {})
    const fresh = `${file}.nieuw`
    for (const leave of [
      async () => writeFileSync(fresh, 'half'),
      async () => {
        cpSync(file, fresh)
        const salt = readSalt(file) ?? new Uint8Array()
        rekeyFile(fresh, await deriveKey(PASSPHRASE, salt), await deriveKey(NEXT, salt.toReversed()))
      },
    ]) {
      await leave()
      expect(await opens(file, PASSPHRASE)).toBe('open')
      expect(existsSync(fresh)).toBe(false)
    }
  })
})
