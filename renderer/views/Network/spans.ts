import type { NetworkLink } from '#shared/model/network.ts'

/** The whole years a time axis runs over. */
export interface Span {
  first: number
  last: number
}

type Dated = Pick<NetworkLink, 'start' | 'end'>

/** From the first year known to this year, or later when something ends later. */
export function spanOf(links: readonly Dated[], today: string): Span {
  const years = [today, ...links.flatMap(({ start, end }) => [start, end])].flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]))
  return { first: Math.min(...years), last: Math.max(...years) }
}

/** Where a link begins and ends on the axis, both 0…1; open ends run to the edge of what is known. */
export function barOf({ start, end }: Dated, { first, last }: Span, today: string): { from: number; to: number } {
  const share = (year: number) => Math.min(1, Math.max(0, (year - first) / (last + 1 - first)))
  return { from: start === null ? 0 : share(yearOf(start, 0)), to: share(end === null ? yearOf(today, 0) : yearOf(end, 1)) }
}

/** A date as a year with a fraction; of an incomplete one the first moment (`edge` 0) or the last (1) it can mean. */
function yearOf(date: string, edge: 0 | 1): number {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined) return year + edge
  return year + (month - 1 + (day === undefined ? edge : (day - 1 + edge) / 31)) / 12
}
