import type { Writer } from '../store/database.ts'
import { ledgerState } from '../store/linkDecisions.ts'
import { writeMeta } from '../store/meta.ts'

/** Remembers up to which line of the ledger the entities follow it. */
export function markDecisionsApplied(writer: Writer): void {
  writeMeta(writer, 'decisions-applied', `${ledgerState(writer).newest}`)
}
