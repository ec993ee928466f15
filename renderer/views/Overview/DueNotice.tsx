import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { lastTab, type TabName } from '../Accountability/lastTab.ts'
import { retentionText as text } from '../../text/retention.ts'

const nothing = { cases: 0, signals: 0, references: 0, bibobDossiers: 0, scores: 0, logLines: 0, toReview: 0 }

/** A reminder of what has been kept long enough; nothing goes by itself. */
export function DueNotice() {
  const { may, go } = useSession()
  const toPart = (part: TabName) => {
    lastTab.set(part)
    go({ screen: 'accountability', subject: '' })
  }
  const { toReview, ...due } = useAnswer('retention.due', {}).value ?? nothing
  const total = Object.values(due).reduce((sum, count) => sum + count, 0)
  if (total + toReview === 0) return null
  // whoever works on Bibob finds them there
  const hasDossiers = due.bibobDossiers > 0 && may('bibob.terms')
  const isOfficer = may('bibob.relations')
  return (
    <Notice title={total > 0 ? text.dueTitle : text.reviewTitle}>
      {total > 0 && <p>{text.due(due)}</p>}
      {toReview > 0 && <p>{text.toReview(toReview)}</p>}
      <p className="overview-links">
        {due.cases > 0 && may('case.list') && <TextLink onPress={() => go({ screen: 'cases', subject: '' })}>{text.toCases}</TextLink>}
        {due.signals > 0 && may('triage.list') && <TextLink onPress={() => go({ screen: 'triage', subject: '' })}>{text.toSignals}</TextLink>}
        {due.references + toReview > 0 && may('reference.terms') && <TextLink onPress={() => toPart('references')}>{text.toReferences}</TextLink>}
        {hasDossiers && isOfficer && <TextLink onPress={() => go({ screen: 'bibob', subject: '' })}>{text.toBibob}</TextLink>}
        {((hasDossiers && !isOfficer) || (due.scores > 0 && may('score.terms')) || (due.logLines > 0 && may('audit.terms'))) && <TextLink onPress={() => toPart('terms')}>{text.toTerms}</TextLink>}
      </p>
    </Notice>
  )
}
