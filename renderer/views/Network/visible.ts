import type { EntityKey, EntityKind, LinkKind, SourceDate } from '#shared/model/entity.ts'
import type { NetworkLink, NetworkPicture } from '#shared/model/network.ts'
import type { Drawing, DrawnNode, Hypothesis, NodeGroup, Note, ViewFilter } from './drawing.ts'
import { closedGroups } from './groups.ts'

/** The links between a closed group and one other thing, drawn as one line. */
export interface GroupLine {
  id: string
  from: string
  to: string
  links: readonly NetworkLink[]
}

/** A hypothesis between what stands for its ends: the nodes themselves, or the closed groups they lie in. */
export interface SupposedLine {
  hypothesis: Hypothesis
  from: string
  to: string
}

/** What became of a link between two days. */
export type Change = 'new' | 'gone' | 'same' | 'neither'

/** What of a drawing can be seen, and how much of it can not. */
export interface Visible {
  nodes: readonly DrawnNode[]
  links: readonly NetworkLink[]
  /** links within the period, and the nodes that have one or have no dated links to judge by */
  insideLinks: ReadonlySet<number>
  insideNodes: ReadonlySet<EntityKey>
  hidden: readonly DrawnNode[]
  /** closed ones */
  groups: readonly NodeGroup[]
  groupLines: readonly GroupLine[]
  /** per link, while two days are compared */
  changes: ReadonlyMap<number, Change> | null
  /** the layer of suspicions; empty when it is off */
  notes: readonly Note[]
  hypotheses: readonly Hypothesis[]
  /** the hypotheses that can be drawn: between two different nodes or closed groups */
  supposedLines: readonly SupposedLine[]
}

export function visibleOf(drawing: Drawing): Visible {
  const { filter } = drawing
  const all = [...drawing.nodes.values()]
  const groupOf = closedGroups(drawing)
  const shown = all.filter((node) => !node.isHidden && !filter.offKinds.includes(node.kind))
  const nodes = shown.filter(({ key }) => !groupOf.has(key))
  const keys = new Set(nodes.map(({ key }) => key))
  const shownKeys = new Set(shown.map(({ key }) => key))
  const known = [...drawing.links.values()].filter((link) => shownKeys.has(link.from) && shownKeys.has(link.to) && !filter.offLinks.includes(link.kind))
  const links = known.filter(({ from, to }) => keys.has(from) && keys.has(to))
  const inside = links.filter((link) => isWithin(link, filter))
  const reached = new Set(inside.flatMap(({ from, to }) => [from, to]))
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]))
  const groups = [...drawing.groups.values()].filter(({ isOpen, members }) => !isOpen && members.some((key) => shownKeys.has(key)))
  const hypotheses = filter.showsLayer ? [...drawing.hypotheses.values()].filter(({ from, to }) => shownKeys.has(from) && shownKeys.has(to)) : []
  return {
    nodes,
    links,
    insideLinks: new Set(inside.map(({ id }) => id)),
    insideNodes: new Set(nodes.map(({ key }) => key).filter((key) => reached.has(key) || !linked.has(key))),
    hidden: all.filter((node) => node.isHidden),
    groups,
    groupLines: groups.length === 0 ? [] : linesOfGroups(known, groupOf),
    changes: filter.compare && new Map(links.map((link) => [link.id, changeOf(link, filter.compare)])),
    notes: filter.showsLayer ? [...drawing.notes.values()].filter(({ about }) => shownKeys.has(about)) : [],
    hypotheses,
    supposedLines: hypotheses
      .map((hypothesis) => ({ hypothesis, from: groupOf.get(hypothesis.from)?.id ?? hypothesis.from, to: groupOf.get(hypothesis.to)?.id ?? hypothesis.to }))
      .filter(({ from, to }) => from !== to),
  }
}

/** One line per pair of which at least one is a closed group; what lies within a group is not drawn. */
function linesOfGroups(links: readonly NetworkLink[], groupOf: ReadonlyMap<EntityKey, NodeGroup>): GroupLine[] {
  const lines = new Map<string, { from: string; to: string; links: NetworkLink[] }>()
  for (const link of links) {
    const [one, other] = [groupOf.get(link.from)?.id ?? link.from, groupOf.get(link.to)?.id ?? link.to]
    if (one === other || (one === link.from && other === link.to)) continue
    const [from, to] = one < other ? [one, other] : [other, one]
    const line = lines.get(`${from}|${to}`) ?? { from, to, links: [] }
    line.links.push(link)
    lines.set(`${from}|${to}`, line)
  }
  return [...lines].map(([id, line]) => ({ id, ...line }))
}

function changeOf(link: NetworkLink, compare: ViewFilter['compare']): Change {
  if (!compare) return 'same'
  const [before, after] = [compare.before, compare.after].map((day) => isWithin(link, { from: day, to: day }))
  if (before === true && after === true) return 'same'
  if (after === true) return 'new'
  return before === true ? 'gone' : 'neither'
}

/** Inclusive; a link without dates always lies within. Incomplete dates count as widely as they can. */
export function isWithin(link: Pick<NetworkLink, 'start' | 'end'>, { from, to, compare = null }: Pick<ViewFilter, 'from' | 'to'> & Partial<ViewFilter>): boolean {
  if (compare) return [compare.before, compare.after].some((day) => isWithin(link, { from: day, to: day }))
  const startsInTime = link.start === null || to === null || !isAfter(link.start, to)
  const endsInTime = link.end === null || from === null || !isAfter(from, link.end)
  return startsInTime && endsInTime
}

/** Whether a date surely lies behind another: compared as far as both are known. */
function isAfter(date: SourceDate, other: SourceDate): boolean {
  const known = Math.min(date.length, other.length)
  return date.slice(0, known) > other.slice(0, known)
}

/**
 * The picture as it is kept and exported: what can be seen and lies within the period, groups opened. Notes and suspicions
 * are no facts and stay out.
 */
export function pictureOf(drawing: Drawing): NetworkPicture {
  const visible = visibleOf({ ...drawing, groups: new Map() })
  return {
    nodes: visible.nodes
      .filter(({ key }) => visible.insideNodes.has(key))
      .map(({ key, kind, label, detail, degree, references, x, y, pinned }) => ({ key, kind, label, detail, degree, references, x, y, pinned })),
    links: visible.links.filter(({ id }) => visible.insideLinks.has(id)),
  }
}

/** That picture, or what is chosen of it with the links among it. */
export function partOfPicture(drawing: Drawing, only: ReadonlySet<string> | null): NetworkPicture {
  const picture = pictureOf(drawing)
  if (!only) return picture
  return { nodes: picture.nodes.filter(({ key }) => only.has(key)), links: picture.links.filter(({ from, to }) => only.has(from) && only.has(to)) }
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
