import type { Fact } from '#shared/contract/catalogue.ts'
import type { SourceDate } from '#shared/model/entity.ts'
import { factCategoryLabel } from '#shared/text/terms.ts'
import { formatPeriod } from '#shared/text/format.ts'
import { sheetText } from '../text/sheets.ts'
import { EntityLink } from './EntityLink.tsx'
import { SourceLink } from './SourceLink.tsx'
import { layOutSuccession, type Bar, type Succession } from './succession.ts'
import './SuccessionChart.css'

const percent = (share: number) => `${(share * 100).toFixed(3)}%`

/** Who owned, used, ran or was registered, when. Words left and right say all that the bars show. */
export function SuccessionChart({ facts, today }: { facts: readonly Fact[]; today: SourceDate }) {
  const succession = layOutSuccession(facts, today)
  if (succession.bars.length === 0) return <p className="soft">{sheetText.noFacts}</p>
  return (
    <div className="succession">
      <ol className="succession-rows">
        {succession.bars.map((bar, place) => (
          <Row key={`${bar.fact.source.recordId} ${place}`} bar={bar} succession={succession} isFirst={bar.fact.category !== succession.bars[place - 1]?.fact.category} />
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
      {succession.undated > 0 && <p className="small soft">{sheetText.undated(succession.undated)}</p>}
    </div>
  )
}

function Row({ bar, succession, isFirst }: { bar: Bar; succession: Succession; isFirst: boolean }) {
  const { fact } = bar
  const category = factCategoryLabel[fact.category]
  const words = fact.other === null ? fact.text : `${fact.other.label}: ${fact.text}`
  return (
    <li className="succession-row" data-first={isFirst || undefined}>
      <span className="succession-category">{isFirst ? category : <span className="unseen">{category}</span>}</span>
      <span className="succession-words ellipsis" title={words}>
        {fact.other && (
          <>
            <EntityLink entity={fact.other.key} label={fact.other.label} />{' '}
          </>
        )}
        <span className={fact.other ? 'soft' : ''}>{fact.text}</span>
      </span>
      <svg className="succession-track" height="24" aria-hidden>
        {succession.ticks.map(({ year, at }) => (
          <line key={year} className="succession-grid" x1={percent(at)} x2={percent(at)} y1="0" y2="24" />
        ))}
        <line className="succession-today" x1={percent(succession.today)} x2={percent(succession.today)} y1="0" y2="24" />
        <Mark bar={bar} />
      </svg>
      <span className="succession-period">{formatPeriod(fact.start, bar.isMoment ? fact.start : fact.end)}</span>
      <span className="succession-source">
        <SourceLink source={fact.source} isShort />
      </span>
    </li>
  )
}

/** A period is a bar, open where the source names no date; a moment is a small upright mark. */
function Mark({ bar }: { bar: Bar }) {
  const className = `fact-${bar.fact.category}`
  if (bar.isMoment) return <rect className={className} x={percent(bar.from)} y="5" width="6" height="14" rx="2" transform="translate(-3 0)" />
  const width = Math.max(bar.to - bar.from, 0.004)
  return (
    <>
      <rect className={className} x={percent(bar.from)} y="6" width={percent(width)} height="12" rx="2.5" />
      {bar.isOpenBefore && <rect className="succession-open" x={percent(bar.from)} y="6" width="4" height="12" />}
      {bar.isOpenAfter && <rect className="succession-open" x={percent(bar.to)} y="6" width="4" height="12" transform="translate(-4 0)" />}
    </>
  )
}
