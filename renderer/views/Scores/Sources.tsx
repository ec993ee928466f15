import type { ScoreSource } from '#shared/model/score.ts'
import { scoresText } from '../../text/scores.ts'

const text = scoresText.explanation

/** Supplier and date of the deliveries an indicator was counted from, that of the events first; many of them are summed up. */
export function Sources({ of, shown = 4 }: { of: readonly ScoreSource[]; shown?: number }) {
  const names = [...new Set(of.map(text.source))]
  const more = names.length - shown
  return (
    <span title={more > 0 ? names.join('\n') : undefined}>
      {names.slice(0, shown).join('; ')}
      {more > 0 && ` ${text.moreSources(more)}`}
    </span>
  )
}
