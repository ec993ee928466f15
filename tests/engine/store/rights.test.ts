import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { inspectFile } from '../../../electron/engine/import/index.ts'
import { toProblem } from '../../../electron/engine/problem.ts'
import { closeVault, createVault, openVault } from '../../../electron/engine/store/vault.ts'
import { contextOn, emptyStore, NOW, temporaryFolder } from '../../fixtures/vault.ts'

const NOBODY = 65_534
const PASSPHRASE = 'een lange zin als wachtwoord'
const MAKER = { account: 'toets', name: 'Toetser', roles: ['admin' as const] }
const canTest = process.platform !== 'win32'

/** The code of what goes wrong when this is done by a user without privileges: whoever runs tests as root may everything. */
async function refusedTo(work: () => Promise<unknown>): Promise<string> {
  const { seteuid, geteuid } = process
  const isRoot = geteuid?.() === 0
  if (isRoot) seteuid?.(NOBODY)
  try {
    return await work().then(() => 'done', (error: unknown) => toProblem(error).code)
  } finally {
    if (isRoot) seteuid?.(0)
  }
}

/** A folder anybody may look into. */
function openFolder(): string {
  const folder = temporaryFolder()
  chmodSync(folder, 0o755)
  onTestFinished(() => chmodSync(folder, 0o755))
  return folder
}

describe.skipIf(!canTest)('no rights', () => {
  test('to read a vault, to write in one that can be read, and in the folder for a new one', async () => {
    const folder = openFolder()
    const [file, shut] = [join(folder, 'toets.kluis'), join(folder, 'dicht')]
    closeVault(await createVault(file, PASSPHRASE, MAKER, NOW))
    mkdirSync(shut, { mode: 0o555 })
    chmodSync(file, 0o000)
    expect(await refusedTo(() => openVault(file, PASSPHRASE))).toBe('vault-forbidden')
    expect(await refusedTo(() => createVault(join(shut, 'nieuw.kluis'), PASSPHRASE, MAKER, NOW))).toBe('vault-folder-unsuitable')
    chmodSync(file, 0o444)
    chmodSync(folder, 0o555)
    expect(await refusedTo(() => openVault(file, PASSPHRASE))).toBe('vault-forbidden')
  })

  test('on a source file', async () => {
    const source = join(openFolder(), 'bron.csv')
    writeFileSync(source, 'a;b\n', { mode: 0o000 })
    const context = contextOn(emptyStore())
    expect(await refusedTo(() => inspectFile(context, source, []))).toBe('file-forbidden')
  })
})

test.each([
  ['EACCES', 'file-forbidden'], ['EPERM', 'file-forbidden'], ['EROFS', 'file-forbidden'], ['EBUSY', 'file-locked'], ['ENOSPC', 'disk-full'], ['EISDIR', 'file-is-folder'], ['ENOENT', 'file-missing'],
  ['SQLITE_BUSY_SNAPSHOT', 'vault-in-use'], ['SQLITE_FULL', 'disk-full'], ['SQLITE_IOERR_SHMSIZE', 'disk-full'], ['SQLITE_IOERR_WRITE', 'write-failed'], ['SQLITE_READONLY', 'vault-forbidden'],
  ['SQLITE_READONLY_DBMOVED', 'vault-missing'], ['SQLITE_CANTOPEN', 'vault-forbidden'], ['ERIETS', 'internal'],
])('%s is %s', (code, problem) => {
  expect(toProblem(Object.assign(new Error('system'), { code })).code).toBe(problem)
})
