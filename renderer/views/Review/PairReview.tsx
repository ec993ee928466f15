import { useState } from 'react'
import type { OutputOf } from '#shared/contract/index.ts'
import type { Party } from '#shared/contract/review.ts'
import { useAnswer, type Answer } from '../../lib/engine.ts'
import { useStore } from '../../lib/store.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { reviewText as text } from '../../text/review.ts'
import { deciding, pairKey } from '../../lib/deciding.ts'
import { Ledger } from './Ledger.tsx'
import { Reviewing } from './Reviewing.tsx'
import type { AskedPair } from './subject.ts'

type Shown = keyof typeof text.shown

export type PairQueue = Answer<OutputOf<'review.queue'>>

/** how many pairs are asked for at a time */
export const queueLimit = 200

interface PairReviewProps {
  party: Party
  /** the pairs still to decide; the head of the screen counts them too */
  open: PairQueue
  asked: AskedPair | null
}

/** Pairs of one party: still to decide, put aside, or decided. */
export function PairReview({ party, open, asked }: PairReviewProps) {
  const [shown, setShown] = useState<Shown>('open')
  const options = (['open', 'unsure', 'ledger'] as const).map((id) => ({ id, label: text.shown[id] }))
  return (
    <div className="review-party">
      <Segmented label={text.show} options={options} value={shown} onChange={setShown} />
      {shown === 'open' && <Queue party={party} show="open" answer={open} asked={asked} />}
      {shown === 'unsure' && <UnsureQueue party={party} asked={asked} />}
      {shown === 'ledger' && <Ledger />}
    </div>
  )
}

function UnsureQueue({ party, asked }: Omit<PairReviewProps, 'open'>) {
  const answer = useAnswer('review.queue', { party, show: 'unsure', limit: queueLimit })
  return <Queue party={party} show="unsure" answer={answer} asked={asked} />
}

function Queue({ party, show, answer, asked }: Omit<PairReviewProps, 'open'> & { show: 'open' | 'unsure'; answer: PairQueue }) {
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
