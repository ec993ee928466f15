import { openVault, openWithKey, closeVault } from '../../electron/engine/store/vault.ts'
import type { Store } from '../../electron/engine/store/database.ts'
import { PASSPHRASE, type BenchEngine } from './workshop.ts'

/** Reads a vault of the bench beside its engine. @param use `job` to write millions of rows */
export async function withStore<T>({ file }: BenchEngine, work: (store: Store) => T | Promise<T>, use: 'window' | 'job' = 'window'): Promise<T> {
  const opened = await openVault(file, PASSPHRASE)
  const vault = openWithKey(file, opened.key, use)
  closeVault(opened)
  try {
    return await work(vault.store)
  } finally {
    closeVault(vault)
  }
}
