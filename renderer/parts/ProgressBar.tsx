import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'
import type { Progress } from '#shared/contract/events.ts'
import { awaitingPurpose } from '../lib/call.ts'
import { partsText } from '../text/parts.ts'
import { Button } from './Button.tsx'
import './ProgressBar.css'

export interface ProgressBarProps {
  /** undefined while the job has not said anything yet */
  progress: Progress | undefined
  onCancel?: () => void
}

/** What a job is doing and how far it is, with the way out. */
export function ProgressBar({ progress, onCancel }: ProgressBarProps) {
  const step = progress?.step ?? partsText.preparing
  const total = progress?.total ?? null
  const done = progress?.done ?? 0
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  return (
    <div className="progress" data-still={progress === awaitingPurpose || undefined}>
      <AriaProgressBar
        aria-label={step}
        className="progress-frame"
        isIndeterminate={share === null}
        value={(share ?? 0) * 100}
        valueLabel={total === null ? step : partsText.progressOf(done, total)}
      >
        <div className="progress-words">
          <span className="ellipsis">{step}</span>
          <span className="soft nowrap">{total === null ? (done > 0 ? partsText.progressDone(done) : '') : partsText.progressOf(done, total)}</span>
        </div>
        <div className="progress-track">
          {/* another element for each kind: the width grows gradually, and would shrink so from what moved to and fro */}
          <div key={share === null ? 'moving' : 'filling'} className={share === null ? 'progress-fill progress-moving' : 'progress-fill'} style={{ width: share === null ? '30%' : `${share * 100}%` }} />
        </div>
      </AriaProgressBar>
      {onCancel && <Button onPress={onCancel}>{partsText.abort}</Button>}
    </div>
  )
}
