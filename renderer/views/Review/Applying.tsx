import type { Party } from '#shared/contract/review.ts'
import { useAnswer, useJob } from '../../lib/engine.ts'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../parts/Button.tsx'
import { reviewText as text } from '../../text/review.ts'
import { applyNow, deciding } from '../../lib/deciding.ts'

/** Whether the network follows the ledger yet; says so aloud when it does. */
export function Applying({ party }: { party: Party }) {
  const job = useJob('review.apply')
  const { waiting } = useStore(deciding)
  const answer = useAnswer('review.queue', { party, show: 'open', limit: 200 })
  const pending = (answer.value?.count.pending ?? 0) + waiting.length
  const isRunning = job.state === 'running'
  return (
    <div className="review-applying">
      <span className="soft" role="status">
        {isRunning ? text.applying : pending > 0 ? text.pending(pending) : job.state === 'ready' ? text.applied : ''}
      </span>
      {!isRunning && pending > 0 && <Button onPress={() => void applyNow()}>{text.applyNow}</Button>}
    </div>
  )
}
