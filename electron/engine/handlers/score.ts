import { currentSet, evidence, explain, indicatorBook, ranking, runScores } from '../score/index.ts'
import { areaOutlines } from '../store/scoreInputs.ts'
import type { Handlers } from './types.ts'

export const scoreHandlers: Handlers<
  'score.run' | 'score.set' | 'score.ranking' | 'score.explain' | 'score.explainExact' | 'score.evidence' | 'score.indicators' | 'area.map'
> = {
  'score.run': (context) => runScores(context),
  'score.set': (context) => currentSet(context),
  'score.ranking': (context, input) => ranking(context, input),
  'score.explain': (context, input) => explain(context, input, 'rounded'),
  'score.explainExact': (context, input) => explain(context, input, 'exact'),
  'score.evidence': (context, input) => evidence(context, input),
  'score.indicators': () => indicatorBook(),
  'area.map': (context, input) => areaOutlines(context.store, input.level),
}
