import { splitKey, type EntityKey, type LinkKind } from '#shared/model/entity.ts'
import type { Reader } from '../../store/database.ts'
import type { Named } from '../entityNames.ts'
import { landlordPaths, lenderPaths } from './premises.ts'
import { chainKinds, stepsBehind, stepsBelow, walk, type Step, type Walk } from '../../ownership/index.ts'

/** Relations of the applicant itself that are not followed further. */
const nearKinds: readonly LinkKind[] = ['supervisor', 'proxy', 'insolvency']

/** Every path around an applicant, by what kind of question it answers. */
export interface Collected {
  /** who leads and controls, up to the natural persons */
  behind: Walk
  /** what the applicant leads and controls */
  below: Walk
  /** supervisors, representatives, landlords and lenders of the applicant or the sole trader's enterprise; not followed further */
  around: Step[][]
  /** the enterprises with their way from the applicant; empty for the applicant itself */
  enterprises: { key: EntityKey; way: Step[] }[]
}

/** @param names tells the legal form of a company; asked for companies one step below a person */
export function collectPaths(reader: Reader, applicant: EntityKey, names: (keys: EntityKey[]) => Map<EntityKey, Named>): Collected {
  const behind = walk(applicant, (key) => stepsBehind(reader, key, chainKinds))
  const below = walk(applicant, (key) => stepsBelow(reader, key, chainKinds))
  const enterprises = splitKey(applicant).kind === 'company' ? [{ key: applicant, way: [] }] : soleTraders(below, names)
  const around = enterprises.flatMap(({ key, way }) =>
    [...stepsBehind(reader, key, nearKinds).map((step) => [step]), ...landlordPaths(reader, key), ...lenderPaths(reader, key)].map((path) => [...way, ...path]),
  )
  if (splitKey(applicant).kind === 'person') around.push(...lenderPaths(reader, applicant))
  return { behind, below, around, enterprises }
}

/** The one-man businesses of a person: in law he himself, so what surrounds them surrounds him. */
function soleTraders(below: Walk, names: (keys: EntityKey[]) => Map<EntityKey, Named>): { key: EntityKey; way: Step[] }[] {
  const ways = below.paths.filter(([step, ...rest]) => step?.kind === 'partner' && rest.length === 0)
  const forms = names(ways.flatMap(([step]) => step?.key ?? []))
  return ways.flatMap((way) => {
    const key = way[0]?.key ?? null
    return key !== null && forms.get(key)?.legalForm === 'eenmanszaak' ? [{ key, way }] : []
  })
}
