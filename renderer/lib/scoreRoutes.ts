import { AreaLevel, Phenomenon, ScoreLevel } from '#shared/model/score.ts'
import type { Route } from './routes.ts'

export interface ScoreChoice {
  phenomenon: Phenomenon
  level: ScoreLevel
  /** empty when nothing in particular is open */
  code: string
}

/** Leads to Gebieden or Branches with one phenomenon, level and row open. */
export function routeToScore({ phenomenon, level, code }: ScoreChoice): Route {
  const screen = AreaLevel.options.some((one) => one === level) ? 'areas' : 'branches'
  return { screen, subject: [phenomenon, level, code].join(' ') }
}

/** Reads the subject of such a route; null when there is none. */
export function scoreChoiceOf(subject: string): ScoreChoice | null {
  const [phenomenon, level, code = ''] = subject.split(' ')
  const parsed = { phenomenon: Phenomenon.safeParse(phenomenon), level: ScoreLevel.safeParse(level) }
  return parsed.phenomenon.success && parsed.level.success ? { phenomenon: parsed.phenomenon.data, level: parsed.level.data, code } : null
}
