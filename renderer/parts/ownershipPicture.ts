import type { EntityKey } from '#shared/model/entity.ts'
import type { NetworkPicture } from '#shared/model/network.ts'
import type { Ownership } from '#shared/model/ownership.ts'

const COLUMN = 190
const ROW = 130

/** The chain as it is drawn everywhere, owners above what they own: each node as far above the subject as its longest way there, in a row by name. */
export function ownershipPicture({ nodes, links, ends }: Ownership, subject: EntityKey): NetworkPicture {
  const depth = new Map<EntityKey, number>([[subject, 0]])
  for (const { paths } of ends) for (const { keys } of paths) keys.forEach((key, at) => depth.set(key, Math.max(at, depth.get(key) ?? 0)))
  const deepest = Math.max(0, ...depth.values())
  const rows = Map.groupBy(nodes, ({ key }) => depth.get(key) ?? deepest + 1)
  return {
    nodes: [...rows].flatMap(([row, inRow]) =>
      inRow
        .toSorted((one, other) => one.label.localeCompare(other.label, 'nl') || (one.key < other.key ? -1 : 1))
        .map((node, at) => ({ ...node, x: Math.round((at - (inRow.length - 1) / 2) * COLUMN), y: row === 0 ? 0 : -row * ROW, pinned: false })),
    ),
    links,
  }
}
