import { Eye, Printer } from 'lucide-react'
import { useState } from 'react'
import { OwnAreaLevel, type Explanation, type ScorePart } from '#shared/model/score.ts'
import { formatSigned } from '#shared/text/format.ts'
import type { ScoreChoice } from '../../lib/scoreRoutes.ts'
import { Button } from '../../parts/Button.tsx'
import { scoresText } from '../../text/scores.ts'
import { AreaParts } from './AreaParts.tsx'
import { Caveat } from './Caveat.tsx'
import { Evidence } from './Evidence.tsx'
import { PartRow } from './PartRow.tsx'
import { Sources } from './Sources.tsx'
import { waterfallOf } from './waterfall.ts'

const text = scoresText.explanation

export interface CompositionProps {
  explanation: Explanation
  choice: ScoreChoice
  /** asks for counts as they are; absent where they are in sight or not for the user */
  onExact: (() => void) | undefined
  onPrint: () => void
}

/** What a score is made of, as a waterfall; what stands beside it; and what could not be computed. */
export function Composition({ explanation, choice, onExact, onPrint }: CompositionProps) {
  const { score, parts, missing, counts } = explanation
  const [rowsOf, setRowsOf] = useState<ScorePart | null>(null)
  const waterfall = waterfallOf(parts)
  return (
    <>
      <div className="score-panel-actions">
        {onExact && (
          <Button icon={Eye} onPress={onExact}>
            {text.exact}
          </Button>
        )}
        <Button icon={Printer} keys="P" onPress={onPrint}>
          {text.print}
        </Button>
      </div>
      {OwnAreaLevel.options.some((own) => own === score.level) && <AreaParts code={score.code} />}
      <p className="small soft">{counts === 'rounded' ? text.rounded : text.isExact}</p>
      <h3>{score.score === null ? text.partsAlone : text.parts}</h3>
      <ul className="score-parts">
        {waterfall.steps.map((step) => (
          <PartRow
            key={step.part.indicator}
            step={step}
            axis={waterfall}
            class={score.class}
            onRows={counts === 'exact' && step.part.observed !== 0 ? () => setRowsOf(step.part) : undefined}
          />
        ))}
      </ul>
      {score.score !== null && (
        <p className="score-total">
          <span>{text.total}</span>
          <span className="score-part-value">{formatSigned(score.score, 2)}</span>
        </p>
      )}
      <Beside explanation={explanation} />
      {missing.length > 0 && (
        <>
          <h3>{text.missing}</h3>
          <ul className="score-missing">
            {missing.map(({ indicator, label, weight, reason }) => (
              <li key={indicator}>
                <strong>{label}</strong> <span className="soft">({text.missingWeight(weight)})</span>
                <br />
                {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <Caveat explanation={explanation} />
      <p className="small soft">{text.origin(explanation.referenceDate, explanation.indicatorSet)}</p>
      {rowsOf && (
        <Evidence choice={choice} indicator={rowsOf.indicator} label={rowsOf.label} name={score.name} isStale={explanation.isStale} isFaded={rowsOf.faded !== null} onClose={() => setRowsOf(null)} />
      )}
    </>
  )
}

/** What is shown with a score and does not count in it. */
function Beside({ explanation: { context } }: { explanation: Explanation }) {
  if (context.length === 0) return null
  return (
    <>
      <h3>{text.context}</h3>
      {context.map(({ indicator, label, sentence, sources }) => (
        <p key={indicator} className="score-beside">
          <strong>{label}.</strong> {sentence} <span className="soft"><Sources of={sources} /></span>
        </p>
      ))}
    </>
  )
}
