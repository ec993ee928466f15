import type { Indicator } from '#shared/model/indicator.ts'
import { monthsBefore } from './days.ts'
import { fadedObservation, weightOfStep, type ByAge } from './statistics/fading.ts'
import type { Observation } from './statistics/shrinkage.ts'

/** Months: events are counted per so much of age, and all of one step weigh the same. */
const STEP = 6

type Aged = Pick<Indicator, 'parameters' | 'halfLife'>

/** Per step of the period, newest first: what share of the period ends with it, and what an event in it weighs. One step of 1 without a half-life. */
export function agesOf({ parameters, halfLife }: Aged): { share: number; weight: number }[] {
  const { months } = parameters
  if (halfLife === undefined || typeof months !== 'number') return [{ share: 1, weight: 1 }]
  return Array.from({ length: Math.ceil(months / STEP) }, (_, k) => ({ share: Math.min(1, ((k + 1) * STEP) / months), weight: weightOfStep(k, STEP, halfLife) }))
}

/** First day of every step but the last, which begins with the period; none without a half-life. */
export function stepStarts(aged: Aged, day: string): string[] {
  return agesOf(aged).slice(1).map((_, k) => monthsBefore(day, (k + 1) * STEP))
}

/** What an event of a day still counts for, 0…1. @param date as it stands in the row; an incomplete one counts as its first day */
export function weightOn(aged: Aged, day: string, date: string | null): number {
  const starts = stepStarts(aged, day)
  const step = starts.findIndex((start) => date !== null && date >= start)
  return agesOf(aged)[step < 0 ? starts.length : step]?.weight ?? 1
}

/** What a unit is measured on: everything that was counted, or what that comes to where older events count for less. */
export function observationOf(aged: Aged, byAge: ByAge): Observation {
  return aged.halfLife === undefined ? wholeOf(byAge) : fadedObservation(byAge, agesOf(aged).map(({ weight }) => weight))
}

/** Everything that was counted, whatever its age. */
export function wholeOf(byAge: ByAge): Observation {
  return byAge.at(-1) ?? byAge[0]
}
