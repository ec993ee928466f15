import type { EntityKey, EntityKind, LinkKind, SourceDate } from '#shared/model/entity.ts'
import type { NetworkLink, NetworkPicture } from '#shared/model/network.ts'
import type { Drawing, DrawnNode, ViewFilter } from './drawing.ts'

/** What of a drawing can be seen, and how much of it can not. */
export interface Visible {
  nodes: readonly DrawnNode[]
  links: readonly NetworkLink[]
  /** links within the period, and the nodes that have one or have no dated links to judge by */
  insideLinks: ReadonlySet<number>
  insideNodes: ReadonlySet<EntityKey>
  hidden: readonly DrawnNode[]
}

export function visibleOf(drawing: Drawing): Visible {
  const { filter } = drawing
  const all = [...drawing.nodes.values()]
  const nodes = all.filter((node) => !node.isHidden && !filter.offKinds.includes(node.kind))
  const keys = new Set(nodes.map(({ key }) => key))
  const links = [...drawing.links.values()].filter((link) => keys.has(link.from) && keys.has(link.to) && !filter.offLinks.includes(link.kind))
  const inside = links.filter((link) => isWithin(link, filter))
  const reached = new Set(inside.flatMap(({ from, to }) => [from, to]))
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]))
  return {
    nodes,
    links,
    insideLinks: new Set(inside.map(({ id }) => id)),
    insideNodes: new Set(nodes.map(({ key }) => key).filter((key) => reached.has(key) || !linked.has(key))),
    hidden: all.filter((node) => node.isHidden),
  }
}

/** Inclusive; a link without dates always lies within. Incomplete dates count as widely as they can. */
export function isWithin(link: Pick<NetworkLink, 'start' | 'end'>, { from, to }: Pick<ViewFilter, 'from' | 'to'>): boolean {
  const startsInTime = link.start === null || to === null || !isAfter(link.start, to)
  const endsInTime = link.end === null || from === null || !isAfter(from, link.end)
  return startsInTime && endsInTime
}

/** Whether a date surely lies behind another: compared as far as both are known. */
function isAfter(date: SourceDate, other: SourceDate): boolean {
  const known = Math.min(date.length, other.length)
  return date.slice(0, known) > other.slice(0, known)
}

/** The picture as it is kept and exported: what can be seen and lies within the period. */
export function pictureOf(visible: Visible): NetworkPicture {
  return {
    nodes: visible.nodes
      .filter(({ key }) => visible.insideNodes.has(key))
      .map(({ key, kind, label, detail, degree, references, x, y, pinned }) => ({ key, kind, label, detail, degree, references, x, y, pinned })),
    links: visible.links.filter(({ id }) => visible.insideLinks.has(id)),
  }
}

/** How many nodes and links of each kind lie on the table, hidden ones aside; for the legend. */
export function kindCounts(drawing: Drawing): { nodes: Map<EntityKind, number>; links: Map<LinkKind, number> } {
  const shown = [...drawing.nodes.values()].filter((node) => !node.isHidden)
  const keys = new Set(shown.map(({ key }) => key))
  const links = [...drawing.links.values()].filter(({ from, to }) => keys.has(from) && keys.has(to))
  return { nodes: countBy(shown.map(({ kind }) => kind)), links: countBy(links.map(({ kind }) => kind)) }
}

function countBy<K>(values: readonly K[]): Map<K, number> {
  const counts = new Map<K, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
