import { openVault, closeVault } from '../../electron/engine/store/vault.ts'
import type { Store } from '../../electron/engine/store/database.ts'
import { PASSPHRASE, type BenchEngine } from './workshop.ts'

/** Reads a vault of the bench beside its engine. */
export async function withStore<T>({ file }: BenchEngine, work: (store: Store) => T | Promise<T>): Promise<T> {
  const vault = await openVault(file, PASSPHRASE)
  try {
    return await work(vault.store)
  } finally {
    closeVault(vault)
  }
}
