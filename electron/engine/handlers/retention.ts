import { destroyableCase, destroyableSignal, listCases, listProofs, readDestructionList, saveDestructionList } from '../dossier/index.ts'
import { countTerms, destroyableReferences } from '../dossier/references/index.ts'
import { countScoresDue, destroyableScores } from '../dossier/scoreTerms/index.ts'
import { listTriage } from '../dossier/triage/index.ts'
import { retentionTerms } from '../retention.ts'
import type { Handlers } from './types.ts'

export const retentionHandlers: Handlers<'retention.terms' | 'retention.due' | 'retention.proofs' | 'retention.saveList' | 'retention.readList'> = {
  'retention.terms': () => retentionTerms(),
  'retention.due': (context) => {
    const { toReview, due } = countTerms(context)
    return { cases: listCases(context).filter(({ isListed }) => isListed).length, signals: listTriage(context, { shown: 'due', text: '', limit: 1 }).total, references: due, scores: countScoresDue(context), toReview }
  },
  'retention.proofs': (context) => [destroyableCase, destroyableSignal, destroyableReferences, destroyableScores].flatMap((what) => listProofs(context, what)),
  'retention.saveList': (context, { target }) => saveDestructionList(context, context.path(target)),
  'retention.readList': (context, { file }) => readDestructionList(context, context.path(file)),
}
