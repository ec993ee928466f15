import { strengthDash } from '#shared/picture/measures.ts'

/** A piece of a line that is not confirmed, as the picture draws it; for legends. */
export function StrengthLine({ strength }: { strength: keyof typeof strengthDash }) {
  return (
    <svg className="legend-strength" aria-hidden>
      <line x1="0" y1="2" x2="24" y2="2" strokeDasharray={strengthDash[strength].join(' ')} />
    </svg>
  )
}
