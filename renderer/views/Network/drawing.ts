import type { EntityKey, EntityKind, LinkKind, SourceDate } from '#shared/model/entity.ts'
import type { LinkFilter, Network, NetworkLink, PlacedNode } from '#shared/model/network.ts'

/** A node on the table; a hidden one keeps its place for when it is shown again. */
export interface DrawnNode extends PlacedNode {
  isHidden: boolean
}

/** What of the drawing is looked at. Kinds that are off are hidden; what falls outside the period fades. */
export interface ViewFilter {
  offKinds: readonly EntityKind[]
  offLinks: readonly LinkKind[]
  from: SourceDate | null
  to: SourceDate | null
  /** two days whose difference is shown; then the period does not count */
  compare: { before: SourceDate; after: SourceDate } | null
  /** whether the layer of suspicions and notes is shown */
  showsLayer: boolean
}

/** Nodes drawn as one. It destroys nothing: opened or dissolved, everything stands where it stood. */
export interface NodeGroup {
  /** `group:` and a number */
  id: string
  label: string
  members: readonly EntityKey[]
  x: number
  y: number
  isPinned: boolean
  isOpen: boolean
}

/** What the analyst wrote beside a node; no fact. */
export interface Note {
  about: EntityKey
  text: string
}

/** A connection somebody supposes. It lies on a layer of its own, outside exports and scores. */
export interface Hypothesis {
  /** `hypothesis:` and a number */
  id: string
  from: EntityKey
  to: EntityKey
  text: string
}

/** What a path was asked to keep to. */
export interface PathQuestion {
  filter: LinkFilter
  exclude: readonly EntityKey[]
  /** how many, the shortest first */
  count: number
  inTimeOrder: boolean
  hubs: 'pass' | 'avoid'
}

/** The paths that were found, one of them marked, with what was asked. */
export interface FoundPath {
  /** the marked one */
  keys: readonly EntityKey[]
  all: readonly (readonly EntityKey[])[]
  question: PathQuestion
}

/** Everything that lies on the table at one moment. Never changed in place, so that earlier moments can be kept. */
export interface Drawing {
  title: string
  nodes: ReadonlyMap<EntityKey, DrawnNode>
  links: ReadonlyMap<number, NetworkLink>
  filter: ViewFilter
  path: FoundPath | null
  groups: ReadonlyMap<string, NodeGroup>
  notes: ReadonlyMap<EntityKey, Note>
  hypotheses: ReadonlyMap<string, Hypothesis>
}

export interface Place {
  key: EntityKey
  x: number
  y: number
}

export const noFilter: ViewFilter = { offKinds: [], offLinks: [], from: null, to: null, compare: null, showsLayer: true }
export const emptyDrawing: Drawing = {
  title: '', nodes: new Map(), links: new Map(), filter: noFilter, path: null, groups: new Map(), notes: new Map(), hypotheses: new Map(),
}

/** Brings in what the engine found. What was there keeps its state and is shown again; only its facts become the newest. */
export function addNetwork(drawing: Drawing, network: Network, places: readonly Place[]): Drawing {
  const nodes = new Map(drawing.nodes)
  for (const node of network.nodes) {
    const known = nodes.get(node.key)
    nodes.set(node.key, { ...(known ?? { x: 0, y: 0, pinned: false }), ...node, isHidden: false })
  }
  const links = new Map(drawing.links)
  for (const link of network.links) if (nodes.has(link.from) && nodes.has(link.to)) links.set(link.id, link)
  return placeNodes({ ...drawing, nodes, links }, places)
}

export function placeNodes(drawing: Drawing, places: readonly Place[]): Drawing {
  const nodes = new Map(drawing.nodes)
  const groups = new Map(drawing.groups)
  for (const { key, x, y } of places) {
    const node = nodes.get(key)
    if (node && (node.x !== x || node.y !== y)) nodes.set(key, { ...node, x, y })
    const group = groups.get(key)
    if (!group) continue
    groups.set(key, { ...group, x, y })
    for (const member of group.members) {
      const inside = nodes.get(member)
      if (inside) nodes.set(member, { ...inside, x: inside.x + x - group.x, y: inside.y + y - group.y })
    }
  }
  return { ...drawing, nodes, groups }
}

/** Dragging pins: what was put somewhere stays there when the picture is arranged. */
export function moveNodes(drawing: Drawing, places: readonly Place[]): Drawing {
  return pinNodes(placeNodes(drawing, places), places.map(({ key }) => key), true)
}

export function pinNodes(drawing: Drawing, keys: readonly EntityKey[], pinned: boolean): Drawing {
  const changed = changeNodes(drawing, keys, (node) => ({ ...node, pinned }))
  const groups = new Map(changed.groups)
  for (const key of keys) {
    const group = groups.get(key)
    if (group) groups.set(key, { ...group, isPinned: pinned })
  }
  return { ...changed, groups }
}

export function hideNodes(drawing: Drawing, keys: readonly EntityKey[]): Drawing {
  return changeNodes(drawing, keys, (node) => ({ ...node, isHidden: true }))
}

export function showNodes(drawing: Drawing, keys: readonly EntityKey[]): Drawing {
  return changeNodes(drawing, keys, (node) => ({ ...node, isHidden: false }))
}

/** Takes nodes off the table with their links, notes and places in groups, and the mark of a path that ran over them. */
export function removeNodes(drawing: Drawing, keys: readonly EntityKey[]): Drawing {
  const gone = new Set(keys)
  return {
    ...drawing,
    nodes: new Map([...drawing.nodes].filter(([key]) => !gone.has(key))),
    links: new Map([...drawing.links].filter(([, link]) => !gone.has(link.from) && !gone.has(link.to))),
    path: drawing.path?.keys.some((key) => gone.has(key)) === true ? null : drawing.path,
    groups: new Map([...drawing.groups].map(([id, group]): [string, NodeGroup] => [id, { ...group, members: group.members.filter((key) => !gone.has(key)) }]).filter(([, { members }]) => members.length > 0)),
    notes: new Map([...drawing.notes].filter(([key]) => !gone.has(key))),
    hypotheses: new Map([...drawing.hypotheses].filter(([, { from, to }]) => !gone.has(from) && !gone.has(to))),
  }
}

function changeNodes(drawing: Drawing, keys: readonly EntityKey[], change: (node: DrawnNode) => DrawnNode): Drawing {
  const nodes = new Map(drawing.nodes)
  for (const key of keys) {
    const node = nodes.get(key)
    if (node) nodes.set(key, change(node))
  }
  return { ...drawing, nodes }
}
