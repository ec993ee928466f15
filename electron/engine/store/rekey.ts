import { chmodSync, closeSync, constants, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { ProblemError } from '../problem.ts'
import { openDatabase, rekeyFile } from './database.ts'
import type { Vault } from './vault.ts'

/**
 * Gives an open vault another key. A copy of the file is written anew under that key and takes the place of the file in one step: until then the
 * file opens with the old key, from then on with the new one, whenever the machine stops. The vault given stays open, whatever comes of it.
 * @param key with a salt of its own, see `deriveKey`
 * @throws ProblemError `vault-in-use` when somebody else has the vault open
 */
export function rekeyVault(vault: Vault, key: Uint8Array): void {
  const { file } = vault.store
  const fresh = beingRekeyed(file)
  rmSync(fresh, { force: true })
  if (!vault.store.standAlone()) throw new ProblemError('vault-in-use')
  try {
    const before = stampOf(file)
    copyFileSync(file, fresh, constants.COPYFILE_EXCL)
    chmodSync(fresh, 0o600)
    rekeyFile(fresh, vault.key, key)
    toDisk(fresh)
    // who opened the vault meanwhile would go on writing in the file that is replaced
    if (stampOf(file) !== before) throw new ProblemError('vault-in-use')
    vault.store.close()
    renameSync(fresh, file)
  } catch (error) {
    rmSync(fresh, { force: true })
    vault.store.close()
    vault.store = openDatabase(file, vault.key, 'window')
    throw error
  }
  vault.store = openDatabase(file, key, 'window')
  vault.key.fill(0)
  vault.key = key
}

/** Where the copy stands that is written anew; one of a change that was broken off goes when the vault is opened. */
export function beingRekeyed(file: string): string {
  return `${file}.nieuw`
}

/** Opening a vault writes in its file and beside it. */
function stampOf(file: string): string {
  const { mtimeMs, size } = statSync(file)
  return [mtimeMs, size, existsSync(`${file}-wal`)].join(' ')
}

function toDisk(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
