import { Link } from 'react-aria-components/Link'
import type { EntityKey } from '#shared/model/entity.ts'
import { useSession } from '../lib/session.tsx'
import './SourceLink.css'

/** The name of an address, company or person; opens its sheet. */
export function EntityLink({ entity, label }: { entity: EntityKey; label: string }) {
  const { openEntity } = useSession()
  return (
    <Link className="source-link" onPress={() => openEntity(entity)}>
      {label}
    </Link>
  )
}
