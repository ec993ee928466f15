import type { TimelineEntry } from '#shared/contract/dossier.ts'
import type { SourceDate } from '#shared/model/entity.ts'

/** An event on the axis; both ends as shares 0…1. A moment has equal ends. */
export interface LaneMark {
  from: number
  to: number
  /** runs on beyond today */
  isOpen: boolean
}

export interface Lanes {
  rows: { category: TimelineEntry['category']; marks: LaneMark[] }[]
  ticks: { year: number; at: number }[]
  first: number
  last: number
}

const DAY = 86_400_000
/** What lasts until its source says otherwise; everything else happened on a day. */
const lasting: ReadonlySet<TimelineEntry['category']> = new Set(['establishment', 'office', 'ownership', 'residence'])
const order: readonly TimelineEntry['category'][] = ['ownership', 'establishment', 'office', 'residence', 'permit', 'inspection', 'measure', 'signal']
const MOST_TICKS = 10

/** The first day an incomplete date can mean, in days since 1970. */
function dayOf(date: SourceDate): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / DAY
}

/** Puts the events of a case on one axis of whole years, a lane per kind. @param today ISO day */
export function layOutLanes(entries: readonly TimelineEntry[], today: SourceDate): Lanes | null {
  if (entries.length === 0) return null
  const years = [today, ...entries.flatMap(({ date, until }) => [date, until ?? date])].map((date) => Number(date.slice(0, 4)))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const [begin, end] = [dayOf(String(first)), dayOf(String(last + 1))]
  const share = (day: number) => (day - begin) / (end - begin)
  const mark = ({ category, date, until }: TimelineEntry): LaneMark => {
    const isOpen = until === null && lasting.has(category)
    return { from: share(dayOf(date)), to: share(dayOf(until ?? (isOpen ? today : date))), isOpen }
  }
  const rows = order.map((category) => ({ category, marks: entries.filter((entry) => entry.category === category).map(mark) })).filter(({ marks }) => marks.length > 0)
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - first) / size <= MOST_TICKS) ?? 100
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => year % step === 0)
  return { rows, ticks: ticks.map((year) => ({ year, at: share(dayOf(String(year))) })), first, last }
}
