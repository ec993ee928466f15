import { useSession } from '../../lib/session.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { overviewText } from '../../text/overview.ts'
import { screenLabel } from '../../text/frame.ts'
import { CasesCard } from './CasesCard.tsx'
import { Counts } from './Counts.tsx'
import { DeliveriesCard } from './DeliveriesCard.tsx'
import { DueNotice } from './DueNotice.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { LogNotice } from './LogNotice.tsx'
import { OpeningNotice } from './OpeningNotice.tsx'
import { RightsNotice } from './RightsNotice.tsx'
import { ScoresCard } from './ScoresCard.tsx'
import { WorkCard } from './WorkCard.tsx'
import './Overview.css'

/** Overzicht: how the vault stands, and what is the next thing to do. */
export function OverviewView() {
  const { status, may } = useSession()
  const vault = status.value
  if (!vault) return null
  const isEmpty = vault.counts.deliveries === 0
  return (
    <div className="page page-scroll">
      <PageHeader title={screenLabel.overview} />
      <LogNotice />
      <OpeningNotice />
      {may('retention.due') && <DueNotice />}
      {may('user.review') && <RightsNotice />}
      {isEmpty ? (
        <FirstSteps />
      ) : (
        <>
          <Counts counts={vault.counts} label={overviewText.countsLabel} />
          <div className="overview-columns">
            <div className="overview-column">
              {may('score.set') && <ScoresCard />}
              {may('sources.deliveries') && <DeliveriesCard />}
            </div>
            <div className="overview-column">
              {(may('link.run') || may('score.run')) && <WorkCard />}
              {may('case.list') && <CasesCard />}
            </div>
          </div>
        </>
      )}
    </div>
  )
}
