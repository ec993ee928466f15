import { useJob } from '../../lib/engine.ts'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../parts/Button.tsx'
import { reviewText as text } from '../../text/review.ts'
import { applyNow, deciding } from '../../lib/deciding.ts'

/**
 * Whether the network follows the ledger yet; says so aloud when it does.
 * @param props.pending decisions in the vault that it does not follow
 */
export function Applying({ pending }: { pending: number }) {
  const job = useJob('review.apply')
  const { waiting } = useStore(deciding)
  const unfollowed = pending + waiting.length
  const isRunning = job.state === 'running'
  return (
    <div className="review-applying">
      <span className="soft" role="status">
        {isRunning ? text.applying : unfollowed > 0 ? text.pending(unfollowed) : job.state === 'ready' ? text.applied : ''}
      </span>
      {!isRunning && unfollowed > 0 && <Button onPress={() => void applyNow()}>{text.applyNow}</Button>}
    </div>
  )
}
