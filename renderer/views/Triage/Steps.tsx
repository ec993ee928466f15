import type { TriageStep } from '#shared/model/triage.ts'
import { triageText as text } from '../../text/triage.ts'

/** Every step of a signal with its reason, the newest first. */
export function Steps({ steps }: { steps: readonly TriageStep[] }) {
  return (
    <ol className="triage-steps">
      {steps.toReversed().map((step, place) => (
        <li key={steps.length - place}>
          <p className="triage-step-what">{whatOf(step)}</p>
          <p className="triage-content">{step.motive}</p>
          <p className="small soft">
            {text.step(step.at, step.by)}
            {step.move?.reviewOn != null && `. ${text.reviewOn(step.move.reviewOn)}`}
          </p>
        </li>
      ))}
    </ol>
  )
}

function whatOf({ weighing, move }: TriageStep): string {
  if (weighing) return text.verdictWords(text.weigh[weighing.weighing].title, weighing.isPositive)
  return move ? text.moveWords(move.from, move.to, move.destination) : ''
}
