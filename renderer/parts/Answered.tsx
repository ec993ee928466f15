import type { ReactNode } from 'react'
import type { Answer, Way } from '../lib/engine.ts'
import { partsText } from '../text/parts.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import './notices.css'

export interface AnsweredProps<T> {
  answer: Answer<T>
  children: (value: T) => ReactNode
  /** how the place looks while the first answer is on its way; quiet lines by default */
  loading?: ReactNode
}

/** Shows an answer in each of its states: first loading, with the way out where that may take long, failed, ready, and older while a newer one loads. */
export function Answered<T>({ answer, children, loading }: AnsweredProps<T>) {
  if (answer.state === 'failed') return <ProblemNotice problem={answer.problem} onRetry={answer.ask} />
  if (answer.value === undefined) return answer.way ? <OnItsWay way={answer.way} /> : (loading ?? <Waiting />)
  return children(answer.value)
}

/** How far a long query is, with the way out; appears as {@link Waiting} does. */
export function OnItsWay({ way: { progress, stop } }: { way: Way }) {
  return (
    <div className="waiting">
      <ProgressBar progress={progress} onCancel={stop} />
    </div>
  )
}

/** Appears only when an answer takes longer than the eye notices. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  return (
    <div className="waiting" role="status" aria-label={partsText.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="waiting-line" />
      ))}
    </div>
  )
}
