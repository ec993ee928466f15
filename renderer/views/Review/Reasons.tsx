import { useStore } from '../../lib/store.ts'
import { deciding, setReason } from '../../lib/deciding.ts'
import { KeyHint } from '../../parts/KeyHint.tsx'
import { reviewText } from '../../text/review.ts'
import { ReasonInput } from './ReasonInput.tsx'

const text = reviewText.act

/** Why, chosen with one key. It stays for the next pair until another is given. */
export function QuickReasons() {
  const { reason } = useStore(deciding)
  return (
    <div className="review-reasons" role="group" aria-label={text.reasons}>
      {text.quickReasons.map((one, place) => (
        <button key={one} type="button" className="review-quick" aria-pressed={reason === one} onClick={() => setReason(one)}>
          <KeyHint keys={`${place + 1}`} /> {one}
        </button>
      ))}
    </div>
  )
}

/** The same, written. */
export function ReasonField() {
  const { reason } = useStore(deciding)
  return <ReasonInput id="review-reason" words={text} value={reason} onChange={setReason} />
}
