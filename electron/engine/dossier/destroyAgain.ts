import type { Store } from '../store/database.ts'
import { insertProof, overwriting, proofRows, type ProofRow } from '../store/destructions.ts'
import { destroyableDossier } from './bibobTerms/index.ts'
import { destroyableCase } from './caseDestruction.ts'
import type { Destroyable } from './destruction.ts'
import { destroyableReferences } from './references/index.ts'
import { destroyableScores } from './scoreTerms/index.ts'
import { destroyableSignal } from './triage/destruction.ts'

/** References and scores after cases: what stands in a case, or leans on a score, is the case's. */
const inOrder: readonly Destroyable[] = [destroyableCase, destroyableSignal, destroyableReferences, destroyableScores, destroyableDossier]

/**
 * Destroys in this copy of the vault what another copy destroyed, and takes its proofs over. Nobody decides anew: that was done. The log follows
 * its proofs by itself (`logHead.ts`).
 * @param proofs of the other copy; those this one has already are passed by
 * @param hashKey hex key of the vault, the same in all its copies
 * @returns of how many proofs something still stood here
 */
export function destroyAgain(store: Store, proofs: readonly ProofRow[], hashKey: string): number {
  const known = new Set(proofRows(store).map(keyOf))
  const unknown = [...new Map(proofs.map((proof) => [keyOf(proof), proof])).values()].filter((proof) => !known.has(keyOf(proof)))
  if (unknown.length === 0) return 0
  return store.write((writer) => {
    let found = 0
    overwriting(writer, () => {
      for (const what of inOrder) found += what.removeMarked(writer, unknown.filter(({ kind }) => kind === what.kind), hashKey)
    })
    for (const proof of unknown) insertProof(writer, proof)
    return found
  })
}

function keyOf({ kind, mark }: ProofRow): string {
  return `${kind} ${mark}`
}
