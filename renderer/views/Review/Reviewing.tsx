import { useState } from 'react'
import type { Party, QueuedPair, Verdict } from '#shared/contract/review.ts'
import { useShortcuts } from '../../lib/shortcuts.ts'
import { useStore } from '../../lib/store.ts'
import { Card } from '../../parts/Card.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { tell } from '../../parts/toasts.tsx'
import { reviewText as text } from '../../text/review.ts'
import { deciding, decideOn, isReason, pairKey, setReason, undoLast } from '../../lib/deciding.ts'
import { usePairInHand } from './pairInHand.ts'
import { PairPanel } from './PairPanel.tsx'
import { QueueList } from './QueueList.tsx'
import type { AskedPair } from './subject.ts'

interface ReviewingProps {
  party: Party
  show: 'open' | 'unsure'
  pairs: readonly QueuedPair[]
  total: number
  asked: AskedPair | null
}

/** The queue beside the pair in hand; wholly by keys, mouse or screen reader. */
export function Reviewing({ party, show, pairs, total, asked }: ReviewingProps) {
  const inHand = usePairInHand(pairs, asked)
  const { pair: current, at, isBeforeQueue } = inHand
  const [lacksReason, setLack] = useState(false)
  const { problem, reason } = useStore(deciding)

  const decide = (verdict: Verdict): void => {
    if (current === null) return
    setLack(!isReason(reason))
    if (!isReason(reason)) return document.getElementById('review-reason')?.focus()
    decideOn({ party, ...current, verdict, reason })
    inHand.leave()
  }
  const undo = async (): Promise<void> => {
    const pair = await undoLast()
    if (pair === null) return tell(text.nothingToUndo)
    tell(text.undone)
    const [, left, right] = pair.split(' ')
    if (pair.startsWith(`${party} `)) inHand.hold({ left: Number(left), right: Number(right) })
  }
  useShortcuts(text.keys, [
    { keys: 'J', label: text.act.same, run: () => decide('same') },
    { keys: 'Y', label: text.act.same, run: () => decide('same') },
    { keys: 'O', label: text.act.unsure, run: () => decide('unsure') },
    { keys: 'H', label: text.act.unsure, run: () => decide('unsure') },
    { keys: 'N', label: text.act.different, run: () => decide('different') },
    ...text.act.quickReasons.map((one, i) => ({ keys: `${i + 1}`, label: text.act.reasonOf(one), run: () => setReason(one) })),
    { keys: '↓', label: text.act.next, run: () => inHand.step(1) },
    { keys: '↑', label: text.act.previous, run: () => inHand.step(-1) },
    { keys: 'R', label: text.act.reasonKey, run: () => document.getElementById('review-reason')?.focus() },
    { keys: 'U', label: text.act.undo, run: () => void undo() },
    { keys: 'Ctrl Z', label: text.act.undo, run: () => void undo() },
  ])
  if (current === null) {
    return (
      <Card isTall>
        {problem && <ProblemNotice problem={problem} />}
        <EmptyState title={text.empty[show].title}>{text.empty[show].why}</EmptyState>
      </Card>
    )
  }
  return (
    <div className="review-columns">
      <QueueList party={party} pairs={pairs} total={total} at={isBeforeQueue ? -1 : at} onChoose={inHand.move} />
      <div className="review-pair">
        {problem && <ProblemNotice problem={problem} />}
        {lacksReason && !isReason(reason) && <Notice>{text.act.reasonFirst}</Notice>}
        <PairPanel
          key={pairKey({ party, ...current })}
          party={party}
          pair={current}
          place={isBeforeQueue ? null : { at: at + 1, of: total }}
          onDecide={decide}
          onUndo={() => void undo()}
        />
      </div>
    </div>
  )
}
