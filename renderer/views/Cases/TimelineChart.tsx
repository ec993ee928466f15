import type { TimelineEntry } from '#shared/contract/dossier.ts'
import { timelineCategoryLabel } from '#shared/text/terms.ts'
import { casesText } from '../../text/cases.ts'
import { layOutLanes, type LaneMark } from './lanes.ts'

const LANE = 20
const AXIS = 20

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`
}

/** All events at a glance, a lane per kind; the list below says the same in words. */
export function TimelineChart({ entries, today }: { entries: readonly TimelineEntry[]; today: string }) {
  const lanes = layOutLanes(entries, today)
  if (!lanes) return null
  const { rows, ticks, first, last } = lanes
  const height = rows.length * LANE
  return (
    <div className="lanes" role="img" aria-label={casesText.timeline.chart(first, last)}>
      <div className="lane-names" aria-hidden>
        {rows.map(({ category }) => (
          <span key={category}>{timelineCategoryLabel[category]}</span>
        ))}
      </div>
      <svg className="lane-chart" height={height + AXIS} aria-hidden>
        {ticks.map(({ year, at }) => (
          <g key={year}>
            <line className="lane-grid" x1={percent(at)} x2={percent(at)} y1="0" y2={height} />
            <text className="lane-year" x={percent(at)} y={height + 14}>
              {year}
            </text>
          </g>
        ))}
        {rows.map(({ category, marks }, row) => marks.map((mark, place) => <Mark key={`${category}${place}`} mark={mark} category={category} top={row * LANE} />))}
      </svg>
    </div>
  )
}

function Mark({ mark: { from, to, isOpen }, category, top }: { mark: LaneMark; category: TimelineEntry['category']; top: number }) {
  if (from === to) return <rect className={`lane-${category}`} x={percent(from)} y={top + 4} width="5" height="12" rx="2" transform="translate(-2.5 0)" />
  return (
    <>
      <rect className={`lane-${category}`} x={percent(from)} y={top + 5} width={percent(Math.max(to - from, 0.004))} height="10" rx="2" />
      {isOpen && <rect className="lane-open" x={percent(to)} y={top + 5} width="3" height="10" transform="translate(-3 0)" />}
    </>
  )
}
