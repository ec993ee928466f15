import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { lastTab } from '../Accountability/lastTab.ts'
import { retentionText as text } from '../../text/retention.ts'

/** A reminder of what has been kept long enough; nothing goes by itself. */
export function DueNotice() {
  const { may, go } = useSession()
  const toReferences = () => {
    lastTab.set('references')
    go({ screen: 'accountability', subject: '' })
  }
  const { cases = 0, signals = 0, references = 0, toReview = 0 } = useAnswer('retention.due', {}).value ?? {}
  const due = cases + signals + references
  if (due + toReview === 0) return null
  return (
    <Notice title={due > 0 ? text.dueTitle : text.reviewTitle}>
      {due > 0 && <p>{text.due({ cases, signals, references })}</p>}
      {toReview > 0 && <p>{text.toReview(toReview)}</p>}
      <p className="overview-links">
        {cases > 0 && may('case.list') && <TextLink onPress={() => go({ screen: 'cases', subject: '' })}>{text.toCases}</TextLink>}
        {signals > 0 && may('triage.list') && <TextLink onPress={() => go({ screen: 'triage', subject: '' })}>{text.toSignals}</TextLink>}
        {references + toReview > 0 && may('reference.terms') && <TextLink onPress={toReferences}>{text.toReferences}</TextLink>}
      </p>
    </Notice>
  )
}
