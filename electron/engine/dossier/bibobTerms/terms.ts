import type { BibobTerms } from '#shared/contract/bibobTerms.ts'
import { dayOf } from '#shared/text/format.ts'
import type { CallContext } from '../../context.ts'
import { retentionTerms } from '../../retention.ts'
import { countUndecided, decidedBefore } from '../../store/bibobTerms.ts'
import { listDestructionRows } from '../../store/destructions.ts'
import { monthsBefore, yearsAfter } from '../../today.ts'
import { shownDestruction } from '../destruction.ts'

type Reading = Pick<CallContext, 'store' | 'now'>

/** The last ISO day a dossier is kept. @param decided ISO day of the decision */
export function keptUntil(decided: string): string {
  return yearsAfter(decided, retentionTerms().bibob.years)
}

/** How many Bibob dossiers are to be destroyed. */
export function countDossiersDue(reading: Reading): number {
  return dossiersDue(reading).length
}

/** The Bibob dossiers of which the term is over, by case number alone: of whom they are is seen within the compartment only. */
export function listBibobTerms(reading: Reading): BibobTerms {
  const { store } = reading
  const asked = new Map(listDestructionRows(store, 'bibob').flatMap((row) => (row.destroyedAt === '' ? [[row.subjectId, shownDestruction(row)]] : [])))
  return {
    years: retentionTerms().bibob.years,
    dossiers: dossiersDue(reading).map(({ id, caseNumber, decided }) => ({ id, caseNumber, decided, keptUntil: keptUntil(decided), asked: asked.get(id) ?? null })),
    undecided: countUndecided(store),
  }
}

function dossiersDue({ store, now }: Reading): ReturnType<typeof decidedBefore> {
  return decidedBefore(store, monthsBefore(dayOf(now), 12 * retentionTerms().bibob.years))
}
