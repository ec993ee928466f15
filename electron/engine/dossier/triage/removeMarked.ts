import { signalMarker } from '../../import/index.ts'
import type { Writer } from '../../store/database.ts'
import type { ProofRow } from '../../store/destructions.ts'
import { eachSignal } from '../../store/history.ts'
import { removeSignal, removeTriage, signalVersions, strayTriages, triageIdOf } from '../../store/triage.ts'

/** Deletes every signal of which there is a proof, as it stands and as it stood, with its triage. @returns of how many marks there was one */
export function removeMarkedSignals(writer: Writer, proofs: readonly ProofRow[], hashKey: string): number {
  const marks = new Set(proofs.map(({ mark }) => mark))
  const markOf = signalMarker(writer, hashKey)
  const rows = [...eachSignal(writer)].map(({ id, row }) => ({ id, mark: markOf(row).toString('hex') })).filter(({ mark }) => marks.has(mark))
  const strays = strayTriages(writer).filter(({ mark }) => marks.has(mark))
  const triages = new Set([...rows.flatMap(({ id }) => triageIdOf(writer, id) ?? []), ...strays.map(({ id }) => id)])
  for (const id of triages) removeTriage(writer, id)
  for (const { id } of rows) removeSignal(writer, signalVersions(writer, id))
  return new Set([...rows, ...strays].map(({ mark }) => mark)).size
}
