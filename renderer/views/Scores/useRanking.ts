import type { ScoreSet } from '#shared/model/scoreSet.ts'
import type { AttentionScore, Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import { useAnswer, type Answer } from '../../lib/engine.ts'

/** The newest set, or null before the first. */
export function useScoreSet(): Answer<ScoreSet | null> {
  return useAnswer('score.set', {})
}

/** The rows of a level; asked only once there is something to ask for. */
export function useRanking(set: Answer<ScoreSet | null>, level: ScoreLevel, phenomenon: Phenomenon): Answer<AttentionScore[]> {
  return useAnswer('score.ranking', { level, phenomenon }, { enabled: set.value != null })
}
