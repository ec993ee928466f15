import type { Indicator } from '#shared/model/indicator.ts'
import { ProblemError } from '../problem.ts'
import { measures, type Measure } from '../store/measures.ts'
import { isMeasure } from './definitions.ts'

/** Which rows of an indicator have an age; null where it counts a state, or has no period. */
export function datedSide({ measure, parameters }: Pick<Indicator, 'measure' | 'parameters'>): Measure['dated'] | null {
  if (!isMeasure(measure) || typeof parameters['months'] !== 'number') return null
  const { dated }: Measure = measures[measure]
  return dated ?? null
}

/** Why an indicator has no course over time: it counts a state as it is now, or its events are made of many years together. Null where it has one. */
export function courseAbsent(indicator: Pick<Indicator, 'measure' | 'parameters'>): 'state' | 'together' | null {
  if (datedSide(indicator) !== null) return null
  return typeof indicator.parameters['months'] === 'number' ? 'together' : 'state'
}

/** Ids of the indicators that can be given a half-life. */
export function agingIndicators(indicators: readonly Indicator[]): string[] {
  return indicators.filter((one) => datedSide(one) !== null).map(({ id }) => id)
}

/** @throws ProblemError `half-life-unfit` where what an indicator counts has no age */
export function requireAges(indicators: readonly Indicator[], ids: readonly string[]): void {
  const able = new Set(agingIndicators(indicators))
  for (const indicator of ids) if (!able.has(indicator)) throw new ProblemError('half-life-unfit', { indicator })
}
