import type { EntityKey, EntityKind, LinkKind, SourceDate } from '#shared/model/entity.ts'
import type { Network, NetworkLink, PlacedNode } from '#shared/model/network.ts'

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
}

/** A path that was found, with what it was asked to keep away from. */
export interface FoundPath {
  keys: readonly EntityKey[]
  exclude: readonly EntityKey[]
}

/** Everything that lies on the table at one moment. Never changed in place, so that earlier moments can be kept. */
export interface Drawing {
  title: string
  nodes: ReadonlyMap<EntityKey, DrawnNode>
  links: ReadonlyMap<number, NetworkLink>
  filter: ViewFilter
  path: FoundPath | null
}

export interface Place {
  key: EntityKey
  x: number
  y: number
}

export const noFilter: ViewFilter = { offKinds: [], offLinks: [], from: null, to: null }
export const emptyDrawing: Drawing = { title: '', nodes: new Map(), links: new Map(), filter: noFilter, path: null }

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
  for (const { key, x, y } of places) {
    const node = nodes.get(key)
    if (node && (node.x !== x || node.y !== y)) nodes.set(key, { ...node, x, y })
  }
  return { ...drawing, nodes }
}

/** Dragging pins: what was put somewhere stays there when the picture is arranged. */
export function moveNodes(drawing: Drawing, places: readonly Place[]): Drawing {
  return changeNodes(placeNodes(drawing, places), places.map(({ key }) => key), (node) => ({ ...node, pinned: true }))
}

export function pinNodes(drawing: Drawing, keys: readonly EntityKey[], pinned: boolean): Drawing {
  return changeNodes(drawing, keys, (node) => ({ ...node, pinned }))
}

export function hideNodes(drawing: Drawing, keys: readonly EntityKey[]): Drawing {
  return changeNodes(drawing, keys, (node) => ({ ...node, isHidden: true }))
}

export function showNodes(drawing: Drawing, keys: readonly EntityKey[]): Drawing {
  return changeNodes(drawing, keys, (node) => ({ ...node, isHidden: false }))
}

/** Takes nodes off the table with their links, and the mark of a path that ran over them. */
export function removeNodes(drawing: Drawing, keys: readonly EntityKey[]): Drawing {
  const gone = new Set(keys)
  return {
    ...drawing,
    nodes: new Map([...drawing.nodes].filter(([key]) => !gone.has(key))),
    links: new Map([...drawing.links].filter(([, link]) => !gone.has(link.from) && !gone.has(link.to))),
    path: drawing.path?.keys.some((key) => gone.has(key)) === true ? null : drawing.path,
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
