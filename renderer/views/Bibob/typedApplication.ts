import type { BibobApplication, BibobDays } from '#shared/model/bibobApplication.ts'
import { formatDate } from '#shared/text/format.ts'
import { dateOf } from '../../lib/dates.ts'

/** The days that are one day, in the order in which they come. */
export const dayNames = ['received', 'complete', 'adviceAsked', 'adviceReceived', 'intention', 'view', 'decided'] as const
export type DayName = (typeof dayNames)[number]

/** An application as it is typed: days as text, so that a half one can stand there. */
export type TypedApplication = Omit<BibobApplication, 'applicant' | 'days'> & {
  days: Record<DayName, string>
  isExtended: boolean
  stops: readonly { id: number; from: string; to: string }[]
}

const shown = (day: string | null | undefined): string => (day ? formatDate(day) : '')

export function typedFrom(saved: BibobApplication | null): TypedApplication {
  const days = saved?.days
  return {
    decision: saved?.decision ?? '',
    occasion: saved?.occasion ?? '',
    prosecutorTip: saved?.prosecutorTip ?? false,
    riecAdvice: saved?.riecAdvice ?? false,
    isOpen: saved?.isOpen ?? null,
    questions: saved?.questions ?? '',
    annexes: saved?.annexes ?? '',
    danger: saved?.danger ?? { a: null, b: null },
    motive: saved?.motive ?? '',
    outcome: saved?.outcome ?? null,
    isExtended: days?.isExtended ?? false,
    stops: (days?.stops ?? []).map(({ from, to }, id) => ({ id, from: shown(from), to: shown(to) })),
    days: {
      received: shown(days?.received), complete: shown(days?.complete), adviceAsked: shown(days?.adviceAsked), adviceReceived: shown(days?.adviceReceived),
      intention: shown(days?.intention), view: shown(days?.view), decided: shown(days?.decided),
    },
  }
}

/** Whether this is no day: empty is, for an event that has not happened. */
export function isWrongDay(typed: string): boolean {
  return typed.trim() !== '' && dateOf(typed) === null
}

/** The days to save; null while one of them is no day, or a standstill has no beginning. */
export function daysOf({ days, stops, isExtended }: TypedApplication): BibobDays | null {
  const periods = stops.flatMap(({ from, to }) => {
    const start = dateOf(from)
    return start === null || isWrongDay(to) ? [] : [{ from: start, to: dateOf(to) }]
  })
  if (periods.length < stops.length || dayNames.some((name) => isWrongDay(days[name]))) return null
  const day = (name: DayName): string | null => dateOf(days[name])
  return {
    received: day('received'), complete: day('complete'), adviceAsked: day('adviceAsked'), adviceReceived: day('adviceReceived'),
    intention: day('intention'), view: day('view'), decided: day('decided'), isExtended, stops: periods,
  }
}
