import type { ReactNode } from 'react'
import './Pill.css'

/** `strong` only for the class `hoger`; `hatched` for onvoldoende gegevens; `problem` for what went wrong. */
export type PillTone = 'neutral' | 'soft' | 'strong' | 'hatched' | 'accent' | 'problem' | 'fine'

/** One or two words of state. The word carries it; the tone only repeats it. */
export function Pill({ tone = 'neutral', children }: { tone?: PillTone; children: ReactNode }) {
  return <span className={`pill pill-${tone}`}>{children}</span>
}
