import type { Fact } from '#shared/contract/catalogue.ts'
import type { EntityKey, SourceDate, SourceRef } from '#shared/model/entity.ts'
import { factCategoryLabel } from '#shared/text/terms.ts'

const dayMilliseconds = 86_400_000

/** Something that was so for a time, or happened on a day, as the chart shows it. */
export interface Lived {
  /** what it is gathered under; those of one heading stand together */
  heading: string
  tone: Fact['category'] | 'signal'
  /** who or what; empty when the text says it all */
  label: string
  text: string
  other: EntityKey | null
  start: SourceDate | null
  end: SourceDate | null
  /** a moment instead of a period: a visit, a decision */
  isMoment: boolean
  source: SourceRef | null
}

/** With its place on the time axis, both ends as shares 0…1 of the axis; null when the source names no date at all. */
export interface Bar {
  lived: Lived
  span: { from: number; to: number; isOpenBefore: boolean; isOpenAfter: boolean } | null
}

export interface Succession {
  bars: readonly Bar[]
  ticks: readonly { year: number; at: number }[]
  /** where today lies */
  today: number
}

const order: readonly Fact['category'][] = ['ownership', 'establishment', 'office', 'residence', 'permit', 'inspection', 'measure']
/** happened on a day, unless the source also names an end */
const moments: readonly Fact['category'][] = ['inspection', 'measure']

/** The facts of a sheet, by category. */
export function livedFacts(facts: readonly Fact[]): Lived[] {
  return facts
    .toSorted((one, other) => order.indexOf(one.category) - order.indexOf(other.category))
    .map(({ category, text, other, start, end, source }) => ({
      heading: factCategoryLabel[category], tone: category, label: other?.label ?? '', text, other: other?.key ?? null, start, end, isMoment: end === null && moments.includes(category), source,
    }))
}

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
 * Lays everything out on one axis of whole years, by heading in the order they come and then by beginning, what has no date last.
 * @param today the day the picture is made, `2026-11-18`; what has no end runs to here
 */
export function layOutSuccession(all: readonly Lived[], today: SourceDate): Succession {
  const years = [today, ...all.flatMap(({ start, end }) => [start, end])].flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]))
  const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)]
  const begin = firstDay(String(firstYear))
  const length = lastDay(String(lastYear)) + 1 - begin
  const share = (day: number) => (day - begin) / length
  const spanOf = ({ start, end }: Lived): Bar['span'] =>
    start === null && end === null
      ? null
      : {
          from: start === null ? 0 : share(firstDay(start)),
          to: end === null ? share(lastDay(today)) : share(lastDay(end) + 1),
          isOpenBefore: start === null,
          isOpenAfter: end === null,
        }
  const headings = [...new Set(all.map(({ heading }) => heading))]
  const bars = all.map((lived): Bar => ({ lived, span: spanOf(lived) }))
  return {
    bars: bars.toSorted((a, b) => headings.indexOf(a.lived.heading) - headings.indexOf(b.lived.heading) || (a.span?.from ?? 2) - (b.span?.from ?? 2)),
    ticks: yearTicks(firstYear, lastYear).map((year) => ({ year, at: share(firstDay(String(year))) })),
    today: share(firstDay(today)),
  }
}
