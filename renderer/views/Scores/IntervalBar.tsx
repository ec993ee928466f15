import type { AttentionScore } from '#shared/model/score.ts'
import { scoresText } from '../../text/scores.ts'

/** Left and right end of the axis all rows of a table share. */
export interface Axis {
  from: number
  to: number
}

/** A little room at both ends, in half units, so that the axis does not change with every row. */
export function axisOf(rows: readonly AttentionScore[]): Axis {
  const lowest = Math.min(-1, ...rows.map(({ lower }) => lower ?? 0))
  const highest = Math.max(1, ...rows.map(({ upper }) => upper ?? 0))
  return { from: Math.floor(lowest * 2) / 2, to: Math.ceil(highest * 2) / 2 }
}

/** Estimate and interval of one row against the median of its peers. Numbers stand beside it; this is for the eye. */
export function IntervalBar({ row, axis }: { row: AttentionScore; axis: Axis }) {
  const { score, lower, upper, peerMedian } = row
  if (score === null || lower === null || upper === null) return <span className="score-nothing">{scoresText.insufficientShort}</span>
  const at = (value: number) => `${(((value - axis.from) / (axis.to - axis.from)) * 100).toFixed(2)}%`
  return (
    <svg className="score-interval" aria-hidden>
      {peerMedian !== null && <line className="score-median" x1={at(peerMedian)} x2={at(peerMedian)} y1="0" y2="100%" />}
      <line className="score-range" x1={at(lower)} x2={at(upper)} y1="50%" y2="50%" />
      <circle className="score-point" cx={at(score)} cy="50%" r="4.5" />
    </svg>
  )
}
