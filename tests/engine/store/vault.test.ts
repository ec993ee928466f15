import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/store/database.ts'
import { deriveKey, readSalt } from '../../../electron/engine/store/key.ts'
import { closeVault, createVault, logFile, openVault } from '../../../electron/engine/store/vault.ts'
import { NOW, temporaryFolder } from '../../fixtures/vault.ts'

const PASSPHRASE = 'een lange zin als wachtwoord'
const MAKER = { account: 'leesbaarheidsproef', name: 'Leesbaarheidsproef', roles: ['admin' as const] }

async function madeVault(): Promise<string> {
  const file = join(temporaryFolder(), 'toets.kluis')
  closeVault(await createVault(file, PASSPHRASE, MAKER, NOW))
  return file
}

const opening = (file: string, passphrase = PASSPHRASE) => openVault(file, passphrase).then(closeVault)

describe('a vault on disk', () => {
  test('holds nothing readable, in the vault nor in its log', async () => {
    const file = await madeVault()
    for (const path of [file, logFile(file)]) {
      const bytes = readFileSync(path)
      expect(bytes.length).toBeGreaterThan(4096)
      expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
      expect(bytes.includes('leesbaarheidsproef')).toBe(false)
      expect(bytes.includes('CREATE TABLE')).toBe(false)
    }
  })

  test('opens again with its passphrase, also when that was typed with composed letters', async () => {
    const file = join(temporaryFolder(), 'toets.kluis')
    closeVault(await createVault(file, 'cafe\u0301 aan de gracht', MAKER, NOW))
    const vault = await openVault(file, 'café aan de gracht')
    expect(vault.store.get('SELECT name FROM user_account')).toEqual({ name: MAKER.name })
    closeVault(vault)
  })

  test.skipIf(process.platform === 'win32')('can be read by its owner alone, with its log and all beside them while open', async () => {
    const folder = temporaryFolder()
    const vault = await createVault(join(folder, 'toets.kluis'), PASSPHRASE, MAKER, NOW)
    const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777])
    closeVault(vault)
    const tails = ['', '-logboek', '-logboek-shm', '-logboek-wal', '-shm', '-wal']
    expect(modes).toEqual(tails.map((tail) => [`toets.kluis${tail}`, 0o600]))
  })

  test('is not made over an existing file', async () => {
    const file = await madeVault()
    await expect(createVault(file, PASSPHRASE, MAKER, NOW)).rejects.toMatchObject({ problem: { code: 'vault-exists' } })
    await opening(file)
  })

  test('leaves nothing behind when making it fails', async () => {
    const file = join(temporaryFolder(), 'geen-map', 'toets.kluis')
    await expect(createVault(file, PASSPHRASE, MAKER, NOW)).rejects.toThrow()
    expect(existsSync(file)).toBe(false)
  })
})

describe('what is wrong with a file is told apart', () => {
  const code = (expected: string) => ({ problem: { code: expected } })

  test('a wrong passphrase', async () => {
    await expect(opening(await madeVault(), 'een andere lange zin')).rejects.toMatchObject(code('vault-wrong-passphrase'))
  })

  test('a damaged first page', async () => {
    const file = await madeVault()
    const bytes = readFileSync(file)
    bytes[200] = (bytes[200] ?? 0) ^ 0xff
    writeFileSync(file, bytes)
    await expect(opening(file)).rejects.toMatchObject(code('vault-damaged'))
  })

  test('a file cut short', async () => {
    const file = await madeVault()
    truncateSync(file, 8192)
    await expect(opening(file)).rejects.toMatchObject(code('vault-damaged'))
  })

  test('a newer version', async () => {
    const file = await madeVault()
    const store = openDatabase(file, await deriveKey(PASSPHRASE, readSalt(file) ?? new Uint8Array()), 'window')
    store.write((writer) => writer.run('PRAGMA user_version = 99999'))
    store.close()
    await expect(opening(file)).rejects.toMatchObject({ problem: { code: 'vault-newer', params: { version: 99999 } } })
  })

  test('a file that never was a vault: a plain database, a text, an empty file, no file', async () => {
    const folder = temporaryFolder()
    const plain = join(folder, 'gewoon.sqlite')
    execFileSync('sqlite3', [plain, 'create table a (b)'])
    await expect(opening(plain)).rejects.toMatchObject(code('vault-not-a-vault'))
    writeFileSync(join(folder, 'tekst.kluis'), 'geen kluis')
    await expect(opening(join(folder, 'tekst.kluis'))).rejects.toMatchObject(code('vault-not-a-vault'))
    writeFileSync(join(folder, 'lang.kluis'), 'geen kluis'.repeat(1000))
    await expect(opening(join(folder, 'lang.kluis'))).rejects.toMatchObject(code('vault-not-a-vault'))
    writeFileSync(join(folder, 'leeg.kluis'), '')
    await expect(opening(join(folder, 'leeg.kluis'))).rejects.toMatchObject(code('vault-missing'))
    await expect(opening(join(folder, 'weg.kluis'))).rejects.toMatchObject(code('vault-missing'))
  })

  test('a log that is damaged or was made for another vault', async () => {
    const file = await madeVault()
    const other = await madeVault()
    writeFileSync(logFile(file), readFileSync(logFile(other)))
    await expect(opening(file)).rejects.toMatchObject(code('log-damaged'))
  })

  test('a log of which a page far from the first cannot be read: said of the log, not of the vault', async () => {
    const file = await madeVault()
    const made = await openVault(file, PASSPHRASE)
    made.log.write((writer) => {
      writer.run('CREATE TABLE filler (words TEXT)')
      for (let row = 0; row < 200; row += 1) writer.run('INSERT INTO filler VALUES (?)', `${row} `.repeat(200))
    })
    closeVault(made)
    const bytes = readFileSync(logFile(file))
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 2000) ^ 1, bytes.length - 2000)
    writeFileSync(logFile(file), bytes)
    const vault = await openVault(file, PASSPHRASE)
    expect(() => vault.log.all('SELECT * FROM filler')).toThrow('log-damaged')
    expect(() => vault.log.get('SELECT count(words) FROM filler WHERE words LIKE ?', '%x')).toThrow('log-damaged')
    expect(() => [...vault.log.each('SELECT * FROM filler')]).toThrow('log-damaged')
    expect(() => vault.log.write((writer) => writer.run("UPDATE filler SET words = ''"))).toThrow('log-damaged')
    closeVault(vault)
  })
})
