import type { ScoreLevel } from '#shared/model/score.ts'
import { routeToScore, scoreChoiceOf, type ScoreChoice } from '../../lib/scoreRoutes.ts'
import { useSession } from '../../lib/session.tsx'
import { createStore, useStore } from '../../lib/store.ts'

/** What was looked at last, so that coming back to the screen shows it again. */
const lastAreas = createStore<ScoreChoice>({ phenomenon: 'hennep', level: 'buurt', code: '' })
const lastBranches = createStore<ScoreChoice>({ phenomenon: 'hennep', level: 'division', code: '' })

/** The phenomenon, level and row in the route, or else those of the last time; changing them changes the route. */
export function useScoreChoice(subject: string, levels: readonly ScoreLevel[]): [ScoreChoice, (change: Partial<ScoreChoice>) => void] {
  const { go } = useSession()
  const store = levels.includes('buurt') ? lastAreas : lastBranches
  const last = useStore(store)
  const inRoute = scoreChoiceOf(subject)
  const choice = inRoute && levels.includes(inRoute.level) ? inRoute : last
  const change = (part: Partial<ScoreChoice>) => {
    const next = { ...choice, ...part }
    store.set(next)
    go(routeToScore(next))
  }
  return [choice, change]
}
