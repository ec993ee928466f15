import { useId, useState } from 'react'
import type { Trend } from '#shared/model/insight.ts'
import type { Explanation } from '#shared/model/score.ts'
import { formatNumber } from '#shared/text/format.ts'
import { useAnswer } from '../../lib/engine.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { Answered } from '../../parts/Answered.tsx'
import { PlainHead } from '../../parts/PlainHead.tsx'
import { Select } from '../../parts/Select.tsx'
import { scoreInsightText } from '../../text/scoreInsight.ts'
import { trendChartOf } from './trendChart.ts'
import { waterfallOf } from './waterfall.ts'
import '../../parts/PlainTable.css'

const text = scoreInsightText.trend

/** The course of one indicator over five years, chart and table. */
export function TrendTab({ choice, explanation }: { choice: ScoreChoice; explanation: Explanation }) {
  const shown = [...waterfallOf(explanation.parts).steps.map(({ part }) => part), ...explanation.context]
  const options = shown.map(({ indicator, label, hasCourse }) => ({ id: indicator, label: hasCourse ? label : text.without(label) }))
  // the heaviest of those there is something to see of
  const [indicator, setIndicator] = useState((shown.find(({ hasCourse }) => hasCourse) ?? shown[0])?.indicator ?? '')
  return (
    <>
      <Select label={text.indicator} options={options} value={indicator} onChange={setIndicator} />
      {indicator !== '' && <Course key={indicator} choice={choice} indicator={indicator} />}
    </>
  )
}

function Course({ choice, indicator }: { choice: ScoreChoice; indicator: string }) {
  const answer = useAnswer('score.trend', { ...choice, indicator })
  return (
    <Answered answer={answer}>
      {(trend) =>
        trend.absence !== null ? (
          <p className="small soft">{text.absence[trend.absence]}</p>
        ) : (
          <>
            <TrendPicture trend={trend} />
            {trend.counting && <p className="small">{text.counting(trend.counting)}</p>}
            {trend.breaks.length > 0 && (
              <ul className="score-bullets small">
                {trend.breaks.map(({ date, reason }) => (
                  <li key={date}>{text.break(date, reason)}</li>
                ))}
              </ul>
            )}
            <TrendTable trend={trend} />
            <p className="small soft">{text.expectation}</p>
          </>
        )
      }
    </Answered>
  )
}

/** viewBox units; about one to a pixel at the width of the panel */
const WIDTH = 360
const HEIGHT = 132
const LEFT = 24
const TOP = 8

function TrendPicture({ trend }: { trend: Trend }) {
  const hatch = useId()
  const across = useId()
  const { bars, breaks, most } = trendChartOf(trend)
  const x = (share: number) => LEFT + share * (WIDTH - LEFT)
  const y = (share: number) => TOP + (1 - share) * HEIGHT
  const shown = (share: number) => share * HEIGHT
  return (
    <figure className="score-trend">
      <svg viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 18}`} aria-hidden>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="score-trend-hatch" x1="0" x2="0" y1="0" y2="5" />
        </pattern>
        <pattern id={across} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <line className="score-trend-hatch" x1="0" x2="0" y1="0" y2="5" />
        </pattern>
        <text className="score-trend-words score-trend-end" x={LEFT - 6} y={TOP + 4}>{formatNumber(most)}</text>
        <text className="score-trend-words score-trend-end" x={LEFT - 6} y={TOP + HEIGHT + 4}>0</text>
        <line className="score-axis" x1={LEFT} x2={WIDTH} y1={TOP} y2={TOP} />
        {bars.map((bar) => (
          <g key={bar.from}>
            {bar.isEmpty || bar.isApart ? (
              <rect x={x(bar.left)} width={x(bar.width) - LEFT} y={TOP} height={HEIGHT} fill={`url(#${bar.isApart ? across : hatch})`} />
            ) : (
              <>
                <rect className="score-trend-bar" x={x(bar.left + bar.width * 0.18)} width={(x(bar.width) - LEFT) * 0.64} y={y(bar.observed)} height={shown(bar.observed)} />
                <line className="score-trend-expected" x1={x(bar.left + bar.width * 0.06)} x2={x(bar.left + bar.width * 0.94)} y1={y(bar.expected)} y2={y(bar.expected)} />
              </>
            )}
            {bar.from.endsWith('-01-01') && <text className="score-trend-words" x={x(bar.left)} y={TOP + HEIGHT + 15}>{bar.from.slice(0, 4)}</text>}
          </g>
        ))}
        <line className="score-trend-ground" x1={LEFT} x2={WIDTH} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
        {breaks.map(({ at, date }) => (
          <line key={date} className="score-trend-break" x1={x(at)} x2={x(at)} y1="0" y2={TOP + HEIGHT + 4} />
        ))}
      </svg>
      <figcaption className="score-trend-legend small soft" aria-hidden>
        <span><i className="score-key score-key-observed" />{text.legend.observed}</span>
        <span><i className="score-key score-key-expected" />{text.legend.expected}</span>
        {bars.some(({ isEmpty }) => isEmpty) && <span><i className="score-key class-swatch-insufficient" />{text.legend.nothing}</span>}
        {bars.some(({ isApart }) => isApart) && <span><i className="score-key score-key-apart" />{text.legend.apart}</span>}
        {breaks.length > 0 && <span><i className="score-key score-key-break" />{text.legend.break}</span>}
      </figcaption>
    </figure>
  )
}

function TrendTable({ trend }: { trend: Trend }) {
  const { columns } = text
  return (
    <table className="plain-table score-trend-table" aria-label={text.title(trend.label)}>
      <PlainHead headings={[columns.period, { numeric: columns.observed }, { numeric: columns.expected }]} />
      <tbody>
        {trendChartOf(trend).bars.map(({ from, to, isEmpty, isApart }, i) => (
          <tr key={from}>
            <th scope="row">{text.half(from, to)}</th>
            <td className="numeric">{isEmpty ? text.nothing : isApart ? text.apart : formatNumber(trend.periods[i]?.observed ?? 0)}</td>
            <td className="numeric">{isEmpty || isApart ? '–' : formatNumber(trend.periods[i]?.expected ?? 0, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
