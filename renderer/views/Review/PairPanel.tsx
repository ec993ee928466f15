import { Check, HelpCircle, Undo2, X } from 'lucide-react'
import type { Party, ReviewPair, Verdict } from '#shared/contract/review.ts'
import { useAnswer } from '../../lib/engine.ts'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { reviewText as text } from '../../text/review.ts'
import { pairKey, withdrawDeed } from '../../lib/deciding.ts'
import { Effect } from './Effect.tsx'
import { FieldTable } from './FieldTable.tsx'
import { QuickReasons, ReasonField } from './Reasons.tsx'
import type { AskedPair } from './subject.ts'

interface PairPanelProps {
  party: Party
  pair: AskedPair
  place: { at: number; of: number } | null
  onDecide: (verdict: Verdict) => void
  onUndo: () => void
}

/** One pair: what each row says, what speaks for and against, and what joining would bring together. */
export function PairPanel(props: PairPanelProps) {
  const { party, pair, place } = props
  const answer = useAnswer('review.pair', { party, ...pair })
  return (
    <>
      <div className="review-scroll">
        <Answered answer={answer}>
          {(read) => (
            <>
              <Card title={text.pair.title(party)} aside={place === null ? '' : text.pair.place(place.at, place.of)}>
                <Standing pair={read} />
                <FieldTable pair={read} />
              </Card>
              <Effect effect={read.effect} />
              <p className="unseen" role="status">
                {text.spoken(read)}
              </p>
            </>
          )}
        </Answered>
      </div>
      <Verdicts {...props} read={answer.value} />
    </>
  )
}

/** What holds for the pair already. */
function Standing({ pair }: { pair: ReviewPair }) {
  const { decided, forbidden, isOneEntity, weighed } = pair
  return (
    <div className="review-standing">
      {forbidden !== null && <Notice title={text.pair.forbidden}>{forbidden}</Notice>}
      {decided && (
        <Notice title={text.pair.decided(decided)}>
          {text.pair.decidedBy(decided)}
          <div className="notice-action">
            <Button onPress={() => void withdrawDeed(decided.deed, text.act.withdrawnReason, pairKey({ party: pair.party, left: pair.left.recordId, right: pair.right.recordId }))}>{text.act.withdraw}</Button>
          </div>
        </Notice>
      )}
      {isOneEntity && <Notice>{text.pair.oneEntity}</Notice>}
      {weighed === null && <p className="soft small">{text.pair.byHand}</p>}
    </div>
  )
}

/** What can be decided; what joining would bring together stands with it, so that nobody has to scroll before saying yes. */
function Verdicts({ onDecide, onUndo, read }: PairPanelProps & { read: ReviewPair | undefined }) {
  return (
    <div className="review-verdicts" role="group" aria-label={text.act.label}>
      <p className="review-outcome small soft">{read && !read.isOneEntity ? text.effect.inShort(read.effect) : ''}</p>
      <div className="review-row">
        <QuickReasons />
        <Button variant="quiet" icon={Undo2} keys="U" onPress={onUndo}>
          {text.act.undo}
        </Button>
      </div>
      <div className="review-row">
        <ReasonField />
        <Button icon={X} keys="N" onPress={() => onDecide('different')}>
          {text.act.different}
        </Button>
        <Button icon={HelpCircle} keys="O" onPress={() => onDecide('unsure')}>
          {text.act.unsure}
        </Button>
        <Button icon={Check} keys="J" onPress={() => onDecide('same')} isDisabled={read !== undefined && read.forbidden !== null}>
          {text.act.same}
        </Button>
      </div>
    </div>
  )
}
