import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { makeWholeFile } from '../../disk/wholeFile.ts'
import { openList, sealList } from '../audit/destructionList.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { proofRows } from '../store/destructions.ts'
import { destroyAgain } from './destroyAgain.ts'

type Keyed = Pick<CallContext, 'store' | 'hashKey'>

/** More than a municipality destroys in a century. */
const LARGEST_LIST = 50_000_000

/** Writes the proofs of what was destroyed to a file that only copies of this vault can read. */
export function saveDestructionList({ store, hashKey }: Keyed, file: string): { file: string; proofs: number } {
  const proofs = proofRows(store)
  makeWholeFile(file, (put) => put(sealList(proofs, hashKey)))
  return { file: basename(file), proofs: proofs.length }
}

/**
 * Destroys in this copy of the vault what a list says was destroyed in another.
 * @throws ProblemError `destruction-list-unfit`
 */
export async function readDestructionList({ store, hashKey }: Keyed, file: string): Promise<{ proofs: number; destroyedAgain: number }> {
  if ((await stat(file)).size > LARGEST_LIST) throw new ProblemError('destruction-list-unfit')
  const proofs = openList(await readFile(file, 'utf8'), hashKey)
  return { proofs: proofs.length, destroyedAgain: destroyAgain(store, proofs, hashKey) }
}
