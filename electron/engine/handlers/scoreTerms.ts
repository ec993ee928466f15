import { decideDestruction } from '../dossier/index.ts'
import { askScores, destroyableScores, listScoreTerms } from '../dossier/scoreTerms/index.ts'
import type { Handlers } from './types.ts'

/** How long sets of scores are kept. */
export const scoreTermHandlers: Handlers<'score.terms' | 'score.askDestruction' | 'score.decideDestruction'> = {
  'score.terms': (context) => listScoreTerms(context),
  'score.askDestruction': (context, input) => askScores(context, input),
  'score.decideDestruction': (context, input) => decideDestruction(context, destroyableScores, input),
}
