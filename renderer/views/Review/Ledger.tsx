import { useState } from 'react'
import type { LedgerDeed } from '#shared/contract/review.ts'
import { formatMoment } from '#shared/text/format.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Table } from '../../parts/Table.tsx'
import type { Column } from '../../parts/columns.ts'
import { reviewText } from '../../text/review.ts'
import { pairKey, withdrawDeed } from '../../lib/deciding.ts'
import { subjectOf } from './subject.ts'

const text = reviewText.ledger
const LIMIT = 200

/** Who decided what, when and why; whatever holds can be taken back here. */
export function Ledger() {
  const { go } = useSession()
  // the deeds before which each page begins; the last is the page on the screen
  const [pages, setPages] = useState<readonly number[]>([Number.MAX_SAFE_INTEGER])
  const answer = useAnswer('review.ledger', { before: pages.at(-1), limit: LIMIT })
  const open = ({ party, leftRecord, rightRecord }: LedgerDeed) => go({ screen: 'review', subject: subjectOf(party, { left: leftRecord, right: rightRecord }) })
  const from = (pages.length - 1) * LIMIT
  return (
    <>
      <p className="small soft">{text.why}</p>
      <Card isFlush isTall>
        <Answered answer={answer}>
          {({ deeds, total }) => (
            <>
              <Table label={text.title} columns={columns} rows={deeds} rowKey={({ deed }) => `${deed}`} onOpen={open} empty={text.none} />
              {total > LIMIT && (
                <div className="review-pages">
                  <span className="soft small">{text.shown(from + 1, from + deeds.length, total)}</span>
                  <Button onPress={() => setPages(pages.slice(0, -1))} isDisabled={pages.length === 1}>
                    {text.newer}
                  </Button>
                  <Button onPress={() => setPages([...pages, deeds.at(-1)?.deed ?? 0])} isDisabled={from + deeds.length >= total}>
                    {text.older}
                  </Button>
                </div>
              )}
            </>
          )}
        </Answered>
      </Card>
    </>
  )
}

const pairOf = ({ party, leftRecord, rightRecord }: LedgerDeed): string => pairKey({ party, left: leftRecord, right: rightRecord })
const stateOf = ({ kind, revoked, isFollowed }: LedgerDeed): string => (kind === 'withdrawal' ? '' : revoked === null ? (isFollowed ? text.holds : text.notFollowed) : text.withdrawn(revoked.at, revoked.by))

const columns: readonly Column<LedgerDeed>[] = [
  { id: 'at', heading: text.at, text: ({ at }) => formatMoment(at) },
  { id: 'what', heading: text.what, text: text.words },
  { id: 'left', heading: text.left, text: ({ left }) => left, grow: 2, width: 160 },
  { id: 'right', heading: text.right, text: ({ right }) => right, grow: 2, width: 160 },
  { id: 'reason', heading: text.reason, text: ({ reason }) => reason, grow: 2, width: 100 },
  { id: 'by', heading: text.by, text: ({ by }) => by },
  { id: 'state', heading: text.state, text: stateOf },
  {
    id: 'withdraw', heading: text.withdraw, text: () => '', width: 104,
    cell: (deed) => (deed.kind === 'withdrawal' || deed.revoked !== null ? null : <Button variant="quiet" onPress={() => void withdrawDeed(deed.deed, reviewText.act.withdrawnReason, pairOf(deed))}>{text.withdraw}</Button>),
  },
]
