interface CompletenessProps {
  title: string
  /** `2 van 12 vragen beantwoord` */
  counted: (said: number, total: number) => string
  total: number
  openTitle: string
  /** what is still to be said, in words */
  open: readonly string[]
  /** when it was saved last and by whom; null before it was */
  changed: string | null
}

/** How much of what is wanted has been said as it stands typed, and what has not. */
export function Completeness({ title, counted, total, openTitle, open, changed }: CompletenessProps) {
  const said = total - open.length
  return (
    <aside className="dialog-stack case-report-side" aria-label={title}>
      <h3>{title}</h3>
      <p role="status">{counted(said, total)}</p>
      <div className="case-report-meter" aria-hidden>
        <div style={{ width: `${(100 * said) / total}%` }} />
      </div>
      {open.length > 0 && (
        <div>
          <p className="small soft">{openTitle}</p>
          <ul className="small">
            {open.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </div>
      )}
      {changed !== null && <p className="small soft">{changed}</p>}
    </aside>
  )
}
