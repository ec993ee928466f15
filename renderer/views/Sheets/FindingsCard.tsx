import type { EntityKey } from '#shared/model/entity.ts'
import { useSession } from '../../lib/session.tsx'
import { Card } from '../../parts/Card.tsx'
import { Findings } from '../../parts/Findings.tsx'
import { findingText } from '../../text/findings.ts'

/** The patterns seen at this address or company, for who may see them. */
export function FindingsCard({ subject }: { subject: EntityKey }) {
  const { may } = useSession()
  if (!may('finding.of')) return null
  return (
    <Card title={findingText.title}>
      <Findings subject={subject} />
    </Card>
  )
}
