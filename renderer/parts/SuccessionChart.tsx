import type { SourceDate } from '#shared/model/entity.ts'
import { formatPeriod } from '#shared/text/format.ts'
import { EntityLink } from './EntityLink.tsx'
import { SourceLink } from './SourceLink.tsx'
import { layOutSuccession, type Bar, type Lived, type Succession } from './succession.ts'
import './SuccessionChart.css'

const percent = (share: number) => `${(share * 100).toFixed(3)}%`

/** Who owned, used, ran or was registered, when. Words left and right say all that the bars show. */
export function SuccessionChart({ all, today, none }: { all: readonly Lived[]; today: SourceDate; none: string }) {
  const succession = layOutSuccession(all, today)
  if (succession.bars.length === 0) return <p className="soft">{none}</p>
  return (
    <div className="succession">
      <ol className="succession-rows">
        {succession.bars.map((bar, place) => (
          <Row key={`${bar.lived.source?.recordId} ${place}`} bar={bar} succession={succession} isFirst={bar.lived.heading !== succession.bars[place - 1]?.lived.heading} />
        ))}
      </ol>
      <div className="succession-row succession-axis" aria-hidden>
        <svg className="succession-track" height="20">
          {succession.ticks.map(({ year, at }) => (
            <text key={year} x={percent(at)} y="14" textAnchor={at < 0.03 ? 'start' : 'middle'}>
              {year}
            </text>
          ))}
        </svg>
      </div>
    </div>
  )
}

function Row({ bar: { lived, span }, succession, isFirst }: { bar: Bar; succession: Succession; isFirst: boolean }) {
  const { heading, label, text, other, start, end, isMoment, source } = lived
  return (
    <li className="succession-row" data-first={isFirst || undefined}>
      <span className="succession-category">{isFirst ? heading : <span className="unseen">{heading}</span>}</span>
      <span className="succession-words ellipsis" title={[label, text].filter((words) => words !== '').join(': ')}>
        {other === null ? label : <EntityLink entity={other} label={label} />} <span className={label === '' ? '' : 'soft'}>{text}</span>
      </span>
      <svg className="succession-track" height="24" aria-hidden>
        {succession.ticks.map(({ year, at }) => (
          <line key={year} className="succession-grid" x1={percent(at)} x2={percent(at)} y1="0" y2="24" />
        ))}
        <line className="succession-today" x1={percent(succession.today)} x2={percent(succession.today)} y1="0" y2="24" />
        {span && <Mark lived={lived} span={span} />}
      </svg>
      <span className="succession-period">{formatPeriod(start, isMoment ? start : end)}</span>
      <span className="succession-source">{source && <SourceLink source={source} isShort />}</span>
    </li>
  )
}

/** A period is a bar, open where the source names no date; a moment is a small upright mark. */
function Mark({ lived: { tone, isMoment }, span: { from, to, isOpenBefore, isOpenAfter } }: { lived: Lived; span: NonNullable<Bar['span']> }) {
  const className = `fact-${tone}`
  if (isMoment) return <rect className={className} x={percent(from)} y="5" width="6" height="14" rx="2" transform="translate(-3 0)" />
  return (
    <>
      <rect className={className} x={percent(from)} y="6" width={percent(Math.max(to - from, 0.004))} height="12" rx="2.5" />
      {isOpenBefore && <rect className="succession-open" x={percent(from)} y="6" width="4" height="12" />}
      {isOpenAfter && <rect className="succession-open" x={percent(to)} y="6" width="4" height="12" transform="translate(-4 0)" />}
    </>
  )
}
