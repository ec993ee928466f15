import { EntityKey, splitKey } from '#shared/model/entity.ts'
import type { AuditEvent } from '#shared/model/audit.ts'
import { loggedWords } from '#shared/text/loggedWords.ts'
import { auditActionLabel, auditResultLabel } from '#shared/text/terms.ts'
import { useSession } from '../../lib/session.tsx'
import { Drawer } from '../../parts/Drawer.tsx'
import { EntityLink } from '../../parts/EntityLink.tsx'
import { PropertyList } from '../../parts/PropertyList.tsx'
import { accountabilityText } from '../../text/accountability.ts'
import { formatMomentExact } from '#shared/text/format.ts'
import { purposeWords } from './purposeWords.ts'

const { columns, line } = accountabilityText

interface LineDrawerProps {
  event: AuditEvent | null
  onClose: () => void
}

/** One line of the log with all it holds. */
export function LineDrawer({ event, onClose }: LineDrawerProps) {
  return (
    <Drawer title={event === null ? '' : line.title(event.seq)} isOpen={event !== null} onClose={onClose}>
      {event && (
        <PropertyList
          properties={[
            { label: columns.at, value: formatMomentExact(event.at) },
            { label: columns.name, value: event.name },
            { label: line.account, value: event.account },
            { label: line.origin, value: event.origin },
            { label: columns.action, value: auditActionLabel[event.action] },
            { label: columns.object, value: purposeWords.get(event.object) ?? <LoggedObject event={event} /> },
            { label: columns.purpose, value: purposeWords.get(event.purpose) ?? (event.purpose || line.none) },
            { label: columns.caseNumber, value: event.caseNumber || line.none },
            { label: columns.result, value: auditResultLabel[event.result] },
            { label: line.hash, value: <span className="log-hash">{event.hash}</span> },
          ]}
        />
      )}
    </Drawer>
  )
}

/** A key leads to its sheet for whoever may open it; that is a look-up of its own. */
function LoggedObject({ event }: { event: AuditEvent }) {
  const { may } = useSession()
  const key = EntityKey.safeParse(event.object)
  if (!key.success) return loggedWords(event) || line.none
  const { kind } = splitKey(key.data)
  return may(`${kind}.get`) ? <EntityLink entity={key.data} label={loggedWords(event)} /> : loggedWords(event)
}
