import { LinkKind, LinkStrength, splitKey, type EntityKey } from '#shared/model/entity.ts'
import { relationsFrom, relationsTo, type RelationRow } from '../store/bibob.ts'
import type { Reader } from '../store/database.ts'
import { entityOf, nodeKinds } from '../store/network.ts'
import { WHOLE, share, type Share } from '../normalise/fraction.ts'

/** One link walked over, away from where the walk began. */
export interface Step {
  linkId: number | null
  /** the entity that is reached; null when it is only named in a deed */
  key: EntityKey | null
  /** its name where it has no key */
  written: string
  kind: LinkKind
  /** whether the link points at the step before (`is bestuurder van`), or away from it */
  pointsBack: boolean
  label: string
  start: string | null
  end: string | null
  strength: LinkStrength
  recordId: number
  /** null when it is not a share or its size is not known */
  share: Share | null
}

/** Leading and controlling, which is followed through holdings up to the natural person (Wet Bibob art. 3 lid 4). */
export const chainKinds: readonly LinkKind[] = ['director', 'shareholder', 'partner']

/** Legal forms without shareholders: control rests with the legal person itself, led by its board. */
export const selfControlled = new Set(['stichting', 'vereniging', 'vve', 'cooperatie', 'kerkgenootschap', 'publiekrechtelijk'])

/** Who points at an entity over the given kinds. */
export function stepsBehind(reader: Reader, key: EntityKey, kinds: readonly LinkKind[]): Step[] {
  const { kind, id } = splitKey(key)
  return relationsTo(reader, nodeKinds.indexOf(kind) + 1, id, kinds).map((row) => toStep(row, true))
}

/** What an entity points at over the given kinds. */
export function stepsBelow(reader: Reader, key: EntityKey, kinds: readonly LinkKind[]): Step[] {
  const { kind, id } = splitKey(key)
  return relationsFrom(reader, nodeKinds.indexOf(kind) + 1, id, kinds).map((row) => toStep(row, false))
}

function toStep(row: RelationRow, pointsBack: boolean): Step {
  const kind = LinkKind.parse(row.kind)
  return {
    linkId: row.linkId,
    key: entityOf(row.otherKind, row.otherRef),
    written: '',
    kind,
    pointsBack,
    label: row.label,
    start: row.started,
    end: row.ended,
    strength: LinkStrength.parse(row.strength),
    recordId: row.recordId,
    share: shareOf(row),
  }
}

function shareOf({ sharePart, shareWhole, office }: RelationRow): Share | null {
  if (sharePart !== null && shareWhole !== null && shareWhole > 0) return share(BigInt(sharePart), BigInt(shareWhole))
  return office === 'enig_aandeelhouder' ? WHOLE : null
}

/** Whether a date lies before today. An incomplete date (`2024`) lies before it when all of it does. */
export function isPast(date: string | null, today: string): boolean {
  return date !== null && date < today.slice(0, date.length)
}
