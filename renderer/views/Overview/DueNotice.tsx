import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { retentionText as text } from '../../text/retention.ts'

/** A reminder of what has been kept long enough; nothing goes by itself. */
export function DueNotice() {
  const { may, go } = useSession()
  const { cases = 0, signals = 0 } = useAnswer('retention.due', {}).value ?? {}
  if (cases + signals === 0) return null
  return (
    <Notice title={text.dueTitle}>
      <p>{text.due(cases, signals)}</p>
      <p className="overview-links">
        {cases > 0 && may('case.list') && <TextLink onPress={() => go({ screen: 'cases', subject: '' })}>{text.toCases}</TextLink>}
        {signals > 0 && may('triage.list') && <TextLink onPress={() => go({ screen: 'triage', subject: '' })}>{text.toSignals}</TextLink>}
      </p>
    </Notice>
  )
}
