import type { HitRate } from '#shared/model/control.ts'
import { controlsText } from '../../text/controls.ts'

const text = controlsText.board

/** A share with its interval on an axis from nought to all, and in figures. */
export function RateBar({ share, lower, upper, unknown = 0 }: Pick<HitRate, 'share' | 'lower' | 'upper'> & Partial<Pick<HitRate, 'unknown'>>) {
  if (share === null) return <span className="faint">{text.noShare(unknown)}</span>
  const at = (value: number) => `${(value * 96 + 2).toFixed(2)}%`
  return (
    <span className="account-rate">
      <svg aria-hidden>
        <line className="score-axis" x1="2%" x2="98%" y1="50%" y2="50%" />
        <line className="score-range" x1={at(lower)} x2={at(upper)} y1="50%" y2="50%" />
        <circle className="score-point" cx={at(share)} cy="50%" r="4" />
      </svg>
      <span>{text.share(share, lower, upper)}</span>
    </span>
  )
}
