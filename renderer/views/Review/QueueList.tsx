import { useEffect, useRef } from 'react'
import type { Party, QueuedPair } from '#shared/contract/review.ts'
import { formatSigned } from '#shared/text/format.ts'
import { Card } from '../../parts/Card.tsx'
import { pairTierLabel, reviewText as text } from '../../text/review.ts'

interface QueueListProps {
  party: Party
  pairs: readonly QueuedPair[]
  total: number
  /** place of the pair in hand; −1 when it is not in the queue */
  at: number
  onChoose: (place: number) => void
}

/** What waits, the decision that changes most on top. */
export function QueueList({ party, pairs, total, at, onChoose }: QueueListProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' }), [at])
  return (
    <Card title={text.queue(party)} isFlush isTall>
      <ol ref={list} className="review-queue" aria-label={text.queue(party)}>
        {pairs.map((pair, place) => (
          <li key={`${pair.left.recordId} ${pair.right.recordId}`}>
            <button
              type="button"
              className="review-queued"
              aria-current={place === at}
              onClick={() => onChoose(place)}
            >
              <Names pair={pair} />
              <span className="review-change small soft">
                <span>{text.joins(pair.links, pair.cases)}</span>
                <span title={pairTierLabel[pair.tier]}>{formatSigned(pair.weight, 1)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="review-foot small soft">{pairs.length < total ? text.more(total - pairs.length) : text.order}</p>
    </Card>
  )
}

/** The names, once where they are one, and what tells the two apart from each other and from pairs of the same names. */
function Names({ pair: { left, right } }: { pair: QueuedPair }) {
  const details = [...new Set([left.detail, right.detail])].filter((detail) => detail !== '').join(' / ')
  return (
    <span className="review-names">
      <span className="ellipsis">{left.label}</span>
      {left.label !== right.label && <span className="ellipsis">{right.label}</span>}
      <span className="ellipsis small soft" title={details}>{details}</span>
    </span>
  )
}
