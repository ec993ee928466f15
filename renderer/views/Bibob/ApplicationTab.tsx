import { useRef } from 'react'
import type { SavedApplication } from '#shared/contract/bibobApplication.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { formatDate, formatPeriod } from '#shared/text/format.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useKeptFocus } from '../../lib/keptFocus.ts'
import { useSession } from '../../lib/session.tsx'
import { Answered } from '../../parts/Answered.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { PropertyList } from '../../parts/PropertyList.tsx'
import { bibobText } from '../../text/bibob.ts'
import { applicationText as text } from '../../text/bibobApplication.ts'
import { ApplicationForm } from './ApplicationForm.tsx'

/** The application under the case number of the purpose: its days, what they amount to, and what the officer concludes. */
export function ApplicationTab({ applicant }: { applicant: EntityKey }) {
  const answer = useAnswer('bibob.application', {})
  return <Answered answer={answer}>{(saved) => <Application applicant={applicant} saved={saved} />}</Answered>
}

function Application({ applicant, saved }: { applicant: EntityKey; saved: SavedApplication | null }) {
  const { status } = useSession()
  const caseNumber = status.value?.purpose?.caseNumber ?? ''
  // the form is made anew from what was saved, and with it the button that was pressed
  const body = useRef<HTMLDivElement>(null)
  useKeptFocus(body, saved?.changedAt ?? '')
  const isOther = saved !== null && saved.application.applicant !== applicant
  return (
    <div className="bibob-application" ref={body} tabIndex={-1} role="group" aria-label={bibobText.tab.application}>
      <div className="dialog-stack">
        <p className="soft">{text.belongs(caseNumber)}</p>
        {isOther && <Notice>{text.otherApplicant(saved.applicantLabel)}</Notice>}
        <ApplicationForm key={saved?.changedAt ?? ''} applicant={applicant} saved={saved} caseNumber={caseNumber} />
      </div>
      {saved && <Clock saved={saved} />}
    </div>
  )
}

function Clock({ saved: { clock, changedAt, changedBy } }: { saved: SavedApplication }) {
  const today = useSession().status.value?.today ?? ''
  const due = clock.stoppedSince !== null ? text.standsStill(clock.stoppedSince) : clock.adviceDue === null ? text.notAsked : formatDate(clock.adviceDue)
  return (
    <aside className="dialog-stack" aria-label={text.clock}>
      <h3>{text.clock}</h3>
      <PropertyList
        properties={[
          { label: text.adviceDue, value: due },
          { label: text.usable, value: clock.adviceUsableUntil === null ? text.noAdvice : text.usableUntil(clock.adviceUsableUntil, today) },
          { label: text.stoppedDays, value: text.stoppedCount(clock.stoppedDays) },
          { label: text.suspended, value: clock.suspended === null ? text.notSuspended : formatPeriod(clock.suspended.from, clock.suspended.to) },
        ]}
      />
      <p className="small soft">{text.clockWhy}</p>
      <p className="small soft">{text.changed(changedAt, changedBy)}</p>
    </aside>
  )
}
