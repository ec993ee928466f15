import { useState } from 'react'
import type { Party } from '#shared/contract/review.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useStore } from '../../lib/store.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { reviewText as text } from '../../text/review.ts'
import { deciding, pairKey } from '../../lib/deciding.ts'
import { Ledger } from './Ledger.tsx'
import { Reviewing } from './Reviewing.tsx'
import type { AskedPair } from './subject.ts'

type Shown = keyof typeof text.shown

const LIMIT = 200

/** Pairs of one party: still to decide, put aside, or decided. */
export function PairReview({ party, asked }: { party: Party; asked: AskedPair | null }) {
  const [shown, setShown] = useState<Shown>('open')
  const options = (['open', 'unsure', 'ledger'] as const).map((id) => ({ id, label: text.shown[id] }))
  return (
    <div className="review-party">
      <Segmented label={text.show} options={options} value={shown} onChange={setShown} />
      {shown === 'ledger' ? <Ledger /> : <Queue key={shown} party={party} show={shown} asked={asked} />}
    </div>
  )
}

function Queue({ party, show, asked }: { party: Party; show: 'open' | 'unsure'; asked: AskedPair | null }) {
  const answer = useAnswer('review.queue', { party, show, limit: LIMIT })
  const { hidden } = useStore(deciding)
  return (
    <Answered answer={answer}>
      {({ pairs, count }) => {
        const left = pairs.filter((pair) => !hidden.has(pairKey({ party, left: pair.left.recordId, right: pair.right.recordId })))
        return <Reviewing party={party} show={show} pairs={left} total={count[show] - (pairs.length - left.length)} asked={asked} />
      }}
    </Answered>
  )
}
