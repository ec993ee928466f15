import { ProblemError } from '../problem.ts'
import type { Handlers } from './types.ts'

const pending = () => {
  throw new ProblemError('not-found')
}

export const scoreHandlers: Handlers<'score.run' | 'score.set' | 'score.ranking' | 'score.explain' | 'score.evidence' | 'area.map'> = {
  'score.run': pending,
  'score.set': pending,
  'score.ranking': pending,
  'score.explain': pending,
  'score.evidence': pending,
  'area.map': pending,
}
