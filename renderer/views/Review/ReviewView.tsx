import type { ReactNode } from 'react'
import type { Party } from '#shared/contract/review.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import type { ViewProps } from '../../screens.ts'
import { screenLabel } from '../../text/frame.ts'
import { addressReviewText } from '../../text/addressReview.ts'
import { reviewText as text } from '../../text/review.ts'
import { AddressReview } from './AddressReview.tsx'
import { Applying } from './Applying.tsx'
import { PairReview, queueLimit, type PairQueue } from './PairReview.tsx'
import { readSubject, subjectOf, type ReviewTab } from './subject.ts'
import './Review.css'

/** Beoordelen: what the linker leaves to people. The subject names the tab, and the two rows when a pair was asked for. */
export function ReviewView({ subject }: ViewProps) {
  const { go } = useSession()
  const { tab, pair } = readSubject(subject)
  const addressCounts = useAnswer('addressReview.counts', {}).value
  const addresses = addressCounts?.open.questions
  const party = tab === 'company' ? 'company' : 'person'
  const queues = { person: useOpenPairs('person', party), company: useOpenPairs('company', party) }
  const counts = { address: addresses, person: queues.person.value?.count.open, company: queues.company.value?.count.open }
  const show = (next: ReviewTab) => go({ screen: 'review', subject: subjectOf(next) })
  const content: Record<ReviewTab, ReactNode> = {
    address: <AddressReview key="address" counts={addressCounts} />,
    company: <PairReview key="company" party="company" open={queues.company} asked={pair} />,
    person: <PairReview key="person" party="person" open={queues.person} asked={pair} />,
  }
  const tabs = (['address', 'company', 'person'] as const).map((id) => {
    const count = counts[id]
    return { id, label: text.tab[id], content: content[id], ...(count === undefined ? {} : { count }) }
  })
  return (
    <div className="page">
      <PageHeader title={screenLabel.review} facts={tab === 'address' ? addressReviewText.remaining(addresses ?? 0) : text.remaining(tab, counts[tab] ?? 0)}>
        <Applying pending={queues[party].value?.count.pending ?? 0} />
      </PageHeader>
      <div className="review-tabs">
        <Tabs label={text.tabs} tabs={tabs} value={tab} onChange={show} />
      </div>
    </div>
  )
}

/** The pairs of a party still to decide; asked for the party in sight only, once for the whole screen. */
function useOpenPairs(party: Party, inSight: Party): PairQueue {
  return useAnswer('review.queue', { party, show: 'open', limit: queueLimit }, { enabled: party === inSight })
}
