import type { Explanation } from '#shared/model/score.ts'
import { Notice } from '../../parts/Notice.tsx'
import { scoresText } from '../../text/scores.ts'

const text = scoresText.explanation

/** What a flag is worth at a low base rate, computed; stands with every score. */
export function Caveat({ explanation }: { explanation: Explanation }) {
  return (
    <Notice title={text.caveatTitle}>
      <p>{text.caveatMeaning}</p>
      <p>{text.caveat(explanation)}</p>
      <p className="small">{text.baseRateSource(explanation.baseRate.source)}</p>
    </Notice>
  )
}
