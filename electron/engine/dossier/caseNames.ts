import { entityKey, splitKey, type EntityKey } from '#shared/model/entity.ts'
import type { NetworkPicture } from '#shared/model/network.ts'
import { addressLabel } from '#shared/text/names.ts'
import type { Reader } from '../store/database.ts'
import type { SubjectIds } from '../store/caseRecords.ts'
import { addressFacts, companyFacts } from '../store/network.ts'

/** How a case speaks of the entities in its records. */
export interface CaseNames {
  isSubject(key: EntityKey): boolean
  /** subjects by their label in the picture; other addresses and companies by theirs; a person who is no subject is not named */
  name(key: EntityKey): string
}

/** Data minimisation (AVG art. 5): a record about a subject may touch somebody who is not; he stays unnamed. */
export const UNNAMED_PERSON = 'een natuurlijk persoon buiten dit dossier'

/** Collects the ids a picture is about. */
export function subjectIds(picture: NetworkPicture): SubjectIds {
  const ids = { address: new Set<number>(), company: new Set<number>(), person: new Set<number>() }
  for (const { key } of picture.nodes) {
    const { kind, id } = splitKey(key)
    ids[kind].add(id)
  }
  return { addresses: JSON.stringify([...ids.address]), companies: JSON.stringify([...ids.company]), persons: JSON.stringify([...ids.person]) }
}

/** Names of the subjects and of whatever else the records mention. @param mentioned ids found in records, null where there was none */
export function caseNames(reader: Reader, picture: NetworkPicture, mentioned: { addresses: (number | null)[]; companies: (number | null)[] }): CaseNames {
  const subjects = new Map<EntityKey, string>(picture.nodes.map(({ key, label }) => [key, label]))
  const names = new Map<EntityKey, string>()
  for (const address of addressFacts(reader, distinct(mentioned.addresses), '')) names.set(entityKey('address', address.id), addressLabel(address))
  for (const company of companyFacts(reader, distinct(mentioned.companies))) names.set(entityKey('company', company.id), company.name)
  for (const [key, label] of subjects) names.set(key, label)
  return { isSubject: (key) => subjects.has(key), name: (key) => names.get(key) ?? (splitKey(key).kind === 'person' ? UNNAMED_PERSON : 'onbekend') }
}

function distinct(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))]
}
