import type { Fact } from '#shared/contract/catalogue.ts'
import type { SourceDate } from '#shared/model/entity.ts'

const dayMilliseconds = 86_400_000

/** A fact with its place on the time axis, both ends as shares 0…1 of the axis. */
export interface Bar {
  fact: Fact
  from: number
  to: number
  /** a moment instead of a period: a visit, a decision */
  isMoment: boolean
  /** the source names no beginning, or no end */
  isOpenBefore: boolean
  isOpenAfter: boolean
}

export interface Succession {
  bars: readonly Bar[]
  ticks: readonly { year: number; at: number }[]
  /** where today lies */
  today: number
  /** facts without any date; only the table can show them */
  undated: number
}

const order: readonly Fact['category'][] = ['ownership', 'establishment', 'office', 'residence', 'permit', 'inspection', 'measure']
/** happened on a day, unless the source also names an end */
const moments: readonly Fact['category'][] = ['inspection', 'measure']

/** First day an incomplete date can mean, in days since 1970. */
function firstDay(date: SourceDate): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / dayMilliseconds
}

/** Last day an incomplete date can mean. */
function lastDay(date: SourceDate): number {
  const [year = 1970, month, day] = date.split('-').map(Number)
  if (day !== undefined) return firstDay(date)
  return (month === undefined ? Date.UTC(year, 12, 0) : Date.UTC(year, month, 0)) / dayMilliseconds
}

/** Whole years, at most about eight marks. */
function yearTicks(firstYear: number, lastYear: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((size) => (lastYear - firstYear) / size <= 8) ?? 100
  return Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index).filter((year) => year % step === 0)
}

/**
 * Lays dated facts out on one axis of whole years, by category and then by beginning.
 * @param today the day the picture is made, `2026-11-18`; what has no end runs to here
 */
export function layOutSuccession(facts: readonly Fact[], today: SourceDate): Succession {
  const dated = facts.filter((fact) => fact.start !== null || fact.end !== null)
  const known = dated.flatMap((fact) => [fact.start, fact.end].filter((date) => date !== null))
  const years = [...known, today].map((date) => Number(date.slice(0, 4)))
  const firstYear = Math.min(...years)
  const lastYear = Math.max(...years)
  const begin = firstDay(String(firstYear))
  const span = lastDay(String(lastYear)) + 1 - begin
  const share = (day: number) => (day - begin) / span

  const bars = dated.map<Bar>((fact) => ({
    fact,
    from: fact.start === null ? 0 : share(firstDay(fact.start)),
    to: fact.end === null ? share(lastDay(today)) : share(lastDay(fact.end) + 1),
    isMoment: fact.end === null && moments.includes(fact.category),
    isOpenBefore: fact.start === null,
    isOpenAfter: fact.end === null,
  }))
  return {
    bars: bars.toSorted((a, b) => order.indexOf(a.fact.category) - order.indexOf(b.fact.category) || a.from - b.from),
    ticks: yearTicks(firstYear, lastYear).map((year) => ({ year, at: share(firstDay(String(year))) })),
    today: share(firstDay(today)),
    undated: facts.length - dated.length,
  }
}
