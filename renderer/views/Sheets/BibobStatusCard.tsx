import type { EntityKey } from '#shared/model/entity.ts'
import { useAnswer } from '../../lib/engine.ts'
import { useSession } from '../../lib/session.tsx'
import { Card } from '../../parts/Card.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { sheetText } from '../../text/sheets.ts'

/** That a Bibob investigation is under way or finished, and no more; nothing where there is none, or no case gives reason to ask. */
export function BibobStatusCard({ subject }: { subject: EntityKey }) {
  const { may, status } = useSession()
  const isAsked = may('bibob.status') && status.value?.purpose?.compartments.includes('person') === true
  const { value } = useAnswer('bibob.status', { key: subject }, { enabled: isAsked })
  if (!isAsked || value == null) return null
  return (
    <Card title={sheetText.bibob.title} aside={<Pill tone={value === 'running' ? 'accent' : 'neutral'}>{sheetText.bibob[value]}</Pill>}>
      <p className="small soft">{sheetText.bibob.why}</p>
    </Card>
  )
}
