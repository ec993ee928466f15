import type { QueuedPair } from '#shared/contract/review.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../parts/Button.tsx'
import { networkText } from '../../text/network.ts'
import { subjectOf } from '../Review/subject.ts'
import type { Proposal } from './proposals.ts'

const text = networkText.proposals

/** Pairs in the picture that may be the same, in words, with the way to compare them. */
export function ProposalList({ proposals }: { proposals: readonly Proposal[] }) {
  const { go } = useSession()
  const compare = ({ party, left, right }: QueuedPair) => go({ screen: 'review', subject: subjectOf(party, { left: left.recordId, right: right.recordId }) })
  return (
    <section className="panel-part" aria-label={text.title}>
      <h2>{text.title}</h2>
      <p className="small soft">{text.why}</p>
      <ul className="panel-proposals">
        {proposals.map(({ id, pair }) => (
          <li key={id}>
            <span>{text.between(pair.left.label, pair.right.label)}</span>
            <Button onPress={() => compare(pair)} aria-label={text.compareOf(pair.left.label, pair.right.label)}>
              {text.compare}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
