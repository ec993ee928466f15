import { useStore } from '../../lib/store.ts'
import { deciding, setReason } from '../../lib/deciding.ts'
import { KeyHint } from '../../parts/KeyHint.tsx'
import { reviewText } from '../../text/review.ts'

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
  return (
    <input
      id="review-reason"
      className="field-input review-reason"
      aria-label={text.reason}
      placeholder={text.reasonHint}
      title={text.reasonStays}
      maxLength={400}
      value={reason}
      onChange={(event) => setReason(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
