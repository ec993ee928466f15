import type { Trend } from '#shared/model/insight.ts'

/** A half year in the chart; heights are shares 0…1 of the highest, places shares of the width. */
export interface TrendBar {
  from: string
  to: string
  left: number
  width: number
  observed: number
  expected: number
  /** whether nothing was counted in the whole municipality, so that zero is no count */
  isEmpty: boolean
  /** whether part of it has codes of another version of the SBI, so that it cannot be put beside the others */
  isApart: boolean
}

export interface TrendChart {
  bars: TrendBar[]
  breaks: { at: number; date: string; reason: string }[]
  /** the count at the top of the chart */
  most: number
}

/** Where everything stands; nothing runs on from one half year to the next, so nothing runs through a break. */
export function trendChartOf({ periods, breaks }: Trend): TrendChart {
  const most = Math.max(1, ...periods.flatMap(({ observed, expected, unplaced }) => (unplaced > 0 ? [] : [observed, expected])))
  const width = 1 / Math.max(1, periods.length)
  const bars = periods.map(({ from, to, observed, expected, unplaced }, i) => ({
    from, to, left: i * width, width, observed: observed / most, expected: expected / most, isEmpty: observed === 0 && expected === 0 && unplaced === 0, isApart: unplaced > 0,
  }))
  const placed = breaks.flatMap(({ date, reason }) => {
    const bar = bars.find(({ from, to }) => date >= from && date <= to)
    return bar ? [{ at: bar.left + bar.width * passed(bar, date), date, reason }] : []
  })
  return { bars, breaks: placed, most: Math.ceil(most) }
}

/** How much of a period is over at a day, 0…1. */
function passed({ from, to }: { from: string; to: string }, day: string): number {
  const days = Date.parse(to) - Date.parse(from)
  return days === 0 ? 0 : (Date.parse(day) - Date.parse(from)) / days
}
