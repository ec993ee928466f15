import { useMemo, useState } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { Button } from '../../parts/Button.tsx'
import { networkText } from '../../text/network.ts'
import type { Drawing } from './drawing.ts'
import { act } from './networkStore.ts'
import { linksPerYear, yearOf, type YearCount } from './period.ts'
import type { Visible } from './visible.ts'

/** A window over the years with a bar per year for the links that ran in it; what lies outside fades. */
export function PeriodFilter({ drawing, visible }: { drawing: Drawing; visible: Visible }) {
  const [thisYear] = useState(() => new Date().getFullYear())
  const years = useMemo(() => linksPerYear(visible.links, thisYear), [visible.links, thisYear])
  const [first, last] = [years[0]?.year, years.at(-1)?.year]
  if (first === undefined || last === undefined || first === last) return null
  const { filter } = drawing
  const [from, to] = [Math.max(first, yearOf(filter.from) ?? first), Math.min(last, yearOf(filter.to) ?? last)]
  const isAll = filter.from === null && filter.to === null
  const outside = visible.links.length - visible.insideLinks.size

  function change(values: number | number[]) {
    const [start = from, end = to] = Array.isArray(values) ? values : [values]
    act({ type: 'filter', filter: { ...filter, from: start === first ? null : String(start), to: end === last ? null : String(end) } })
  }

  return (
    <section className="network-period" aria-label={networkText.period.label}>
      <div className="period-words">
        <span className="period-label">{networkText.period.label}</span>
        <span className="period-range">{networkText.period.range(from, to)}</span>
        <span className="soft small" role="status">{isAll ? networkText.period.all : networkText.period.outside(outside)}</span>
      </div>
      <Slider className="period-slider" aria-label={networkText.period.label} minValue={first} maxValue={last} value={[from, to]} onChange={change} formatOptions={{ useGrouping: false }}>
        <Histogram years={years} from={from} to={to} />
        <SliderTrack className="period-track">
          {({ state }) => (
            <>
              <div className="period-window" style={{ left: `${state.getThumbPercent(0) * 100}%`, right: `${100 - state.getThumbPercent(1) * 100}%` }} />
              <SliderThumb index={0} className="period-thumb" aria-label={networkText.period.from} />
              <SliderThumb index={1} className="period-thumb" aria-label={networkText.period.to} />
            </>
          )}
        </SliderTrack>
        <div className="period-ends" aria-hidden>
          <span>{first}</span>
          <span>{last}</span>
        </div>
      </Slider>
      {!isAll && (
        <Button variant="quiet" onPress={() => act({ type: 'filter', filter: { ...filter, from: null, to: null } })}>
          {networkText.period.reset}
        </Button>
      )}
    </section>
  )
}

/** Drawn over the track: each bar stands above its own year. */
function Histogram({ years, from, to }: { years: readonly YearCount[]; from: number; to: number }) {
  const most = Math.max(1, ...years.map(({ count }) => count))
  return (
    <div className="period-bars" aria-hidden>
      {years.map(({ year, count }, index) => (
        <div
          key={year}
          className={year >= from && year <= to ? 'period-bar' : 'period-bar period-outside'}
          title={networkText.period.year(year, count)}
          style={{ left: `${(index / (years.length - 1)) * 100}%`, width: `${Math.min(4, 60 / years.length)}%`, height: `${count === 0 ? 0 : Math.max(8, (count / most) * 100)}%` }}
        />
      ))}
    </div>
  )
}
