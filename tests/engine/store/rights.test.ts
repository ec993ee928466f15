import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openEngine, PASSPHRASE } from '../../fixtures/engine.ts'
import { toProblem } from '../../../electron/engine/problem.ts'

const NOBODY = 65_534
const canTest = process.platform !== 'win32'

/** From here on this process may no more than any user: whoever runs tests as root may everything. */
function withoutPrivileges(): void {
  const { seteuid, geteuid } = process
  if (!seteuid || geteuid?.() !== 0) return
  seteuid(NOBODY)
  onTestFinished(() => seteuid(0))
}

describe.skipIf(!canTest)('no rights', () => {
  test('on a vault, and on the folder for a new one', async () => {
    const { ask, refuse, engine, file, folder } = await openEngine()
    await ask('vault.lock', {})
    chmodSync(folder, 0o755)
    const shut = join(folder, 'dicht')
    mkdirSync(shut, { mode: 0o500 })
    engine.grant('nieuw', join(shut, 'nieuw.kluis'))
    chmodSync(file, 0o000)
    withoutPrivileges()
    expect((await refuse('vault.open', { file: 'vault', passphrase: PASSPHRASE })).code).toBe('vault-forbidden')
    expect((await refuse('vault.create', { file: 'nieuw', passphrase: PASSPHRASE, name: 'Toetser', roles: ['admin'] })).code).toBe('vault-folder-unsuitable')
  })

  test('to write in a vault that can be read', async () => {
    const { ask, refuse, file, folder } = await openEngine()
    await ask('vault.lock', {})
    for (const [path, mode] of [[file, 0o444], [folder, 0o555]] as const) chmodSync(path, mode)
    onTestFinished(() => chmodSync(folder, 0o755))
    withoutPrivileges()
    expect((await refuse('vault.open', { file: 'vault', passphrase: PASSPHRASE })).code).toBe('vault-forbidden')
  })

  test('on a source file', async () => {
    const { engine, folder, ask, refuse } = await openEngine()
    chmodSync(folder, 0o777)
    const source = join(folder, 'bron.csv')
    writeFileSync(source, 'a;b\n', { mode: 0o000 })
    engine.grant('bron', source)
    withoutPrivileges()
    expect((await refuse('sources.inspect', { file: 'bron' })).code).toBe('file-forbidden')
    expect(await ask('sources.deliveries', {})).toEqual([])
  })
})

test.each([
  ['EACCES', 'file-forbidden'], ['EPERM', 'file-forbidden'], ['EROFS', 'file-forbidden'], ['EBUSY', 'file-locked'], ['ENOSPC', 'disk-full'], ['EISDIR', 'file-is-folder'], ['ENOENT', 'file-missing'],
  ['SQLITE_BUSY_SNAPSHOT', 'vault-in-use'], ['SQLITE_FULL', 'disk-full'], ['SQLITE_IOERR_SHMSIZE', 'disk-full'], ['SQLITE_IOERR_WRITE', 'write-failed'], ['SQLITE_READONLY', 'vault-forbidden'], ['SQLITE_READONLY_DBMOVED', 'vault-missing'], ['SQLITE_CANTOPEN', 'vault-forbidden'],
  ['ERIETS', 'internal'],
])('%s is %s', (code, problem) => {
  expect(toProblem(Object.assign(new Error('system'), { code })).code).toBe(problem)
})
