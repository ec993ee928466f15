import type { EntityKey } from '#shared/model/entity.ts'
import { useSession } from '../lib/session.tsx'
import { TextLink } from './TextLink.tsx'

/** The name of an address, company or person; opens its sheet. */
export function EntityLink({ entity, label }: { entity: EntityKey; label: string }) {
  const { openEntity } = useSession()
  return <TextLink onPress={() => openEntity(entity)}>{label}</TextLink>
}
