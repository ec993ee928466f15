import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeWholeFile } from '../disk/wholeFile.ts'
import { openList, sealList, vaultMark } from './audit/destructionList.ts'
import type { ProofRow } from './store/destructions.ts'

/**
 * What this workstation remembers of a vault outside the vault, so that a copy of before does not bring back what was destroyed since:
 * one sealed list per vault, in the application's own folder.
 */
export interface Workstation {
  /** null when this workstation never opened the vault, or cannot read what it kept */
  proofsOf(hashKey: string): ProofRow[] | null
  keep(hashKey: string, proofs: readonly ProofRow[]): void
}

/** @param folder of the application, in the settings of the account */
export function workstationIn(folder: string): Workstation {
  const fileOf = (hashKey: string) => join(folder, 'vernietigd', `${vaultMark(hashKey)}.json`)
  return {
    proofsOf: (hashKey) => {
      const file = fileOf(hashKey)
      if (!existsSync(file)) return null
      try {
        return openList(readFileSync(file, 'utf8'), hashKey)
      } catch {
        return null
      }
    },
    keep: (hashKey, proofs) => {
      const file = fileOf(hashKey)
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      makeWholeFile(file, (put) => put(sealList(proofs, hashKey)))
    },
  }
}

/** Of a process that has no such folder. */
export const noWorkstation: Workstation = { proofsOf: () => [], keep: () => undefined }
