import { Pause, Play } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { formatDate } from '#shared/text/format.ts'
import { dateOf } from '../../lib/dates.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { timeText } from '../../text/networkTime.ts'
import type { Drawing, ViewFilter } from './drawing.ts'
import { act } from './networkStore.ts'
import { linksPerYear, yearOf, type YearCount } from './period.ts'
import type { Change, Visible } from './visible.ts'

type Mode = 'period' | 'day' | 'compare'

const modes = [{ id: 'period', label: timeText.modes.period }, { id: 'day', label: timeText.modes.day }, { id: 'compare', label: timeText.modes.compare }] as const
/** ms a year stays while the years are played */
const YEAR = 900

/** Below the picture: a window over the years, the state on one day, or the difference between two days. */
export function TimeBar({ drawing, visible }: { drawing: Drawing; visible: Visible }) {
  const thisYear = Number(useSession().today.slice(0, 4))
  const years = useMemo(() => linksPerYear(visible.links, thisYear), [visible.links, thisYear])
  const [mode, setMode] = useState<Mode>(modeOf(drawing.filter))
  if (years.length < 2) return null

  function choose(next: Mode) {
    setMode(next)
    change(drawing.filter, { from: null, to: null, compare: null })
  }

  return (
    <section className="network-period" aria-label={timeText.label}>
      <div className="period-words">
        <Segmented label={timeText.mode} options={modes} value={mode} onChange={choose} />
      </div>
      {mode === 'period' && <Years drawing={drawing} visible={visible} years={years} />}
      {mode === 'day' && <Day drawing={drawing} visible={visible} />}
      {mode === 'compare' && <Compare drawing={drawing} visible={visible} />}
    </section>
  )
}

function modeOf({ from, to, compare }: ViewFilter): Mode {
  if (compare) return 'compare'
  return from !== null && from === to && from.length > 4 ? 'day' : 'period'
}

function change(filter: ViewFilter, next: Partial<ViewFilter>): void {
  act({ type: 'filter', filter: { ...filter, ...next } })
}

function Years({ drawing: { filter }, visible, years }: { drawing: Drawing; visible: Visible; years: readonly YearCount[] }) {
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0]
  const [from, to] = [Math.max(first, yearOf(filter.from) ?? first), Math.min(last, yearOf(filter.to) ?? last)]
  const isAll = filter.from === null && filter.to === null
  const [isPlaying, setPlaying] = useState(false)

  function show(start: number, end: number) {
    change(filter, { from: start === first ? null : String(start), to: end === last ? null : String(end) })
  }
  /** the window as wide as it is moves a year on; with all years in it, it starts as one year */
  const step = useEffectEvent(() => {
    const width = isAll ? 0 : to - from
    const start = isAll ? first : from + 1
    if (start + width > last) return setPlaying(false)
    change(filter, { from: String(start), to: String(start + width) })
  })
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => step(), YEAR)
    return () => clearInterval(timer)
  }, [isPlaying])

  return (
    <>
      <Slider className="period-slider" aria-label={timeText.modes.period} minValue={first} maxValue={last} value={[from, to]} onChange={(values) => show(values[0] ?? from, values[1] ?? to)} formatOptions={{ useGrouping: false }}>
        <Histogram years={years} from={from} to={to} />
        <SliderTrack className="period-track">
          {({ state }) => (
            <>
              <div className="period-window" style={{ left: `${state.getThumbPercent(0) * 100}%`, right: `${100 - state.getThumbPercent(1) * 100}%` }} />
              <SliderThumb index={0} className="period-thumb" aria-label={timeText.from} />
              <SliderThumb index={1} className="period-thumb" aria-label={timeText.to} />
            </>
          )}
        </SliderTrack>
        <div className="period-ends" aria-hidden>
          <span>{first}</span>
          <span>{last}</span>
        </div>
      </Slider>
      <div className="period-side">
        <span className="period-range">{timeText.range(from, to)}</span>
        <span className="soft small" role="status">{isAll ? timeText.all : timeText.outside(visible.links.length - visible.insideLinks.size)}</span>
        <span className="period-buttons">
          <IconButton label={isPlaying ? timeText.stop : timeText.play} icon={isPlaying ? Pause : Play} onPress={() => setPlaying(!isPlaying)} />
          {!isAll && (
            <Button variant="quiet" onPress={() => change(filter, { from: null, to: null })}>
              {timeText.reset}
            </Button>
          )}
        </span>
      </div>
    </>
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
          title={timeText.year(year, count)}
          style={{ left: `${(index / (years.length - 1)) * 100}%`, width: `${Math.min(4, 60 / years.length)}%`, height: `${count === 0 ? 0 : Math.max(8, (count / most) * 100)}%` }}
        />
      ))}
    </div>
  )
}

/** Only what ran on one day stands out. */
function Day({ drawing: { filter }, visible }: { drawing: Drawing; visible: Visible }) {
  return (
    <>
      <div className="period-dates">
        <DateField label={timeText.day} value={filter.from} onChange={(day) => change(filter, { from: day, to: day })} />
      </div>
      <div className="period-side">
        <span className="small" role="status">{filter.from === null ? '' : timeText.standing(visible.insideLinks.size, visible.links.length - visible.insideLinks.size)}</span>
      </div>
    </>
  )
}

/** What came and what went between two days. */
function Compare({ drawing: { filter }, visible }: { drawing: Drawing; visible: Visible }) {
  const [days, setDays] = useState({ before: filter.compare?.before ?? null, after: filter.compare?.after ?? null })
  const count = (wanted: Change) => [...(visible.changes?.values() ?? [])].filter((one) => one === wanted).length
  function take(next: typeof days) {
    setDays(next)
    const { before, after } = next
    change(filter, { compare: before !== null && after !== null ? { before, after } : null })
  }
  return (
    <>
      <div className="period-dates">
        <DateField label={timeText.before} value={days.before} onChange={(before) => take({ ...days, before })} />
        <DateField label={timeText.after} value={days.after} onChange={(after) => take({ ...days, after })} />
      </div>
      <div className="period-side">
        <span className="small" role="status">{visible.changes ? timeText.difference(count('new'), count('gone'), count('same')) : ''}</span>
      </div>
    </>
  )
}

/** A day as one writes it; tells the ISO day, or null as long as it is none. */
function DateField({ label, value, onChange }: { label: string; value: string | null; onChange: (day: string | null) => void }) {
  const [typed, setTyped] = useState(value === null ? '' : formatDate(value))
  const isWrong = typed.length >= 10 && dateOf(typed) === null
  return (
    <TextField
      label={label}
      value={typed}
      placeholder="dd-mm-jjjj"
      inputMode="numeric"
      maxLength={10}
      error={isWrong ? timeText.date : undefined}
      onChange={(next) => {
        setTyped(next)
        if (next === '' || dateOf(next) !== null) onChange(dateOf(next))
      }}
    />
  )
}
