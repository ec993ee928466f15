import { DestroyedKind } from '#shared/model/destruction.ts'
import { countDossiersDue } from '../dossier/bibobTerms/index.ts'
import { listCases, listProofs, readDestructionList, saveDestructionList } from '../dossier/index.ts'
import { countLinesDue } from '../dossier/logTerms/index.ts'
import { countTerms } from '../dossier/references/index.ts'
import { countScoresDue } from '../dossier/scoreTerms/index.ts'
import { listTriage } from '../dossier/triage/index.ts'
import { retentionTerms } from '../retention.ts'
import type { Handlers } from './types.ts'

export const retentionHandlers: Handlers<'retention.terms' | 'retention.due' | 'retention.proofs' | 'retention.saveList' | 'retention.readList'> = {
  'retention.terms': () => retentionTerms(),
  'retention.due': (context) => {
    const { toReview, due } = countTerms(context)
    return { cases: listCases(context).filter(({ isListed }) => isListed).length, signals: listTriage(context, { shown: 'due', text: '', limit: 1 }).total, references: due, bibobDossiers: countDossiersDue(context), scores: countScoresDue(context), logLines: countLinesDue(context), toReview }
  },
  'retention.proofs': (context) => DestroyedKind.options.flatMap((kind) => listProofs(context, kind)),
  'retention.saveList': (context, { target }) => saveDestructionList(context, context.path(target)),
  'retention.readList': (context, { file }) => readDestructionList(context, context.path(file)),
}
