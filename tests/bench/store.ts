import { openVault, openWithKey, closeVault } from '../../electron/engine/store/vault.ts'
import type { Store } from '../../electron/engine/store/database.ts'
import { PASSPHRASE, type BenchEngine } from './workshop.ts'

/** Reads a vault of the bench beside its engine. @param use `job` to write millions of rows, and leave them in the file, as a job does */
export async function withStore<T>({ file }: BenchEngine, work: (store: Store) => T | Promise<T>, use: 'window' | 'job' = 'window'): Promise<T> {
  const opened = await openVault(file, PASSPHRASE)
  const vault = openWithKey(file, opened.key, use)
  closeVault(opened)
  try {
    const value = await work(vault.store)
    if (use === 'job') vault.store.tidy()
    return value
  } finally {
    closeVault(vault)
  }
}
