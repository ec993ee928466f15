import { useState } from 'react'
import type { EntitySheet } from '#shared/contract/catalogue.ts'
import { Party, type QueuedPair } from '#shared/contract/review.ts'
import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { EntityLink } from '../../parts/EntityLink.tsx'
import { reviewText } from '../../text/review.ts'
import { subjectOf } from '../Review/subject.ts'
import { MergeDialog } from './MergeDialog.tsx'

const text = reviewText.sheet

/** "Mogelijk dezelfde": pairs nobody decided yet, with the way to each, and a merge by hand. */
export function NearCard({ sheet }: { sheet: EntitySheet }) {
  const { may, go } = useSession()
  const isAllowed = may('review.near')
  const answer = useAnswer('review.near', { keys: [sheet.key] }, { enabled: isAllowed })
  const [isMerging, setMerging] = useState(false)
  const party = Party.safeParse(splitKey(sheet.key).kind)
  if (!isAllowed || !party.success) return null
  const compare = ({ left, right }: QueuedPair) => go({ screen: 'review', subject: subjectOf(party.data, { left: left.recordId, right: right.recordId }) })
  return (
    <Card title={text.title} aside={<Button variant="quiet" onPress={() => setMerging(true)}>{text.merge}</Button>}>
      <Answered answer={answer}>
        {({ pairs }) => (
          <>
            <p className="small soft">{pairs.length === 0 ? text.none : text.why}</p>
            <ul className="sheet-near">
              {pairs.map((pair) => (
                <li key={`${pair.left.recordId} ${pair.right.recordId}`}>
                  <Other pair={pair} own={sheet.key} />
                  <Button onPress={() => compare(pair)}>{text.compare}</Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
      {isMerging && <MergeDialog party={party.data} sheet={sheet} onClose={() => setMerging(false)} />}
    </Card>
  )
}

function Other({ pair, own }: { pair: QueuedPair; own: EntityKey }) {
  const other = pair.left.entity === own ? pair.right : pair.left
  return (
    <span>
      <EntityLink entity={other.entity} label={other.label} />
      <br />
      <span className="small soft">{other.detail}</span>
    </span>
  )
}
