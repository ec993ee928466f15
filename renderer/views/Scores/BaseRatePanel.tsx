import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { BaseRate } from '#shared/model/score.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSettled } from '../../lib/settled.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { scoreInsightText } from '../../text/scoreInsight.ts'
import { scoresText } from '../../text/scores.ts'
import { inPremises, shareOfText, textOfShare, type BaseRateInput } from './baseRate.ts'

const text = scoreInsightText.chance
const fields = ['prevalence', 'sensitivity', 'specificity'] as const
const SETTLE_MS = 200

/** What a flag is worth at a low base rate, to be computed again with other figures. */
export function BaseRatePanel({ start }: { start: BaseRate }) {
  const given = { prevalence: textOfShare(start.prevalence), sensitivity: textOfShare(start.sensitivity), specificity: textOfShare(start.specificity) }
  const [typed, setTyped] = useState(given)
  const settled = useSettled(typed, SETTLE_MS)
  const input = inputOf(settled)
  const answer = useAnswer('score.baseRate', input ?? start, { enabled: input !== null })
  const isChanged = fields.some((name) => typed[name] !== given[name])
  return (
    <>
      <h3>{text.title}</h3>
      <p className="small soft">{text.why}</p>
      <div className="score-chance-fields">
        {fields.map((name) => (
          <div key={name} className="score-percent">
            <TextField
              label={text.fields[name]}
              value={typed[name]}
              onChange={(value) => setTyped({ ...typed, [name]: value })}
              inputMode="decimal"
              maxLength={8}
              error={shareOfText(typed[name]) === null ? text.unfit : undefined}
            />
            <span aria-hidden>%</span>
          </div>
        ))}
      </div>
      {input && (
        <Answered answer={answer}>{({ value }) => <Worth value={value} input={input} />}</Answered>
      )}
      {isChanged && (
        <div>
          <Button icon={RotateCcw} variant="quiet" onPress={() => setTyped(given)}>
            {text.reset}
          </Button>
        </div>
      )}
      <p className="small soft">
        {text.source(start.source)} {scoresText.explanation.caveatMeaning}
      </p>
    </>
  )
}

function inputOf(typed: Record<(typeof fields)[number], string>): BaseRateInput | null {
  const [prevalence, sensitivity, specificity] = fields.map((name) => shareOfText(typed[name]))
  return prevalence == null || sensitivity == null || specificity == null ? null : { prevalence, sensitivity, specificity }
}

const DOTS = 100

function Worth({ value, input }: { value: number; input: BaseRateInput }) {
  const right = Math.round(value * DOTS)
  return (
    <div className="score-chance" role="status">
      <p className="score-panel-figure">
        <b>{text.hit(value)}</b>
      </p>
      <p className="small">{text.meaning(value)}</p>
      <div className="score-dots" aria-hidden>
        {Array.from({ length: DOTS }, (_, dot) => (
          <i key={dot} className={dot < right ? 'score-dot score-dot-right' : 'score-dot'} />
        ))}
      </div>
      <p className="small soft">{text.grid(right)}</p>
      <p className="small">{text.counts(inPremises(input))}</p>
    </div>
  )
}
