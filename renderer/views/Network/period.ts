import type { NetworkLink } from '#shared/model/network.ts'

/** How many links ran in a year. */
export interface YearCount {
  year: number
  count: number
}

type Dated = Pick<NetworkLink, 'start' | 'end'>

/**
 * Links per year from the first date known to the last, a link in each year from its start to its end; with an open end
 * up to `thisYear`. Links without any date count nowhere. [] when no link has a date.
 */
export function linksPerYear(links: readonly Dated[], thisYear: number): YearCount[] {
  const spans = links.flatMap(({ start, end }) => {
    const [from, to] = [yearOf(start) ?? yearOf(end), yearOf(end)]
    return from === null ? [] : [{ from, to: Math.max(from, to ?? Math.max(from, thisYear)) }]
  })
  if (spans.length === 0) return []
  const first = Math.min(...spans.map(({ from }) => from))
  const last = Math.max(...spans.map(({ to }) => to))
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index
    return { year, count: spans.filter(({ from, to }) => from <= year && year <= to).length }
  })
}

export function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4))
}
