import type { EntityKey, EntityKind } from '#shared/model/entity.ts'
import { splitKey } from '#shared/model/entity.ts'
import { nodeExtent } from '#shared/picture/measures.ts'

/** A node as a layout is asked for it; places in picture units, null where it has none yet. */
export interface LayoutNode {
  key: EntityKey
  label: string
  x: number | null
  y: number | null
  pinned: boolean
}

/** A line of the picture. */
export interface LayoutLink {
  from: EntityKey
  to: EntityKey
  /** width of the words on it, 0 without words */
  room: number
}

/** A line between two bodies while their places are sought. */
export interface Line {
  from: Body
  to: Body
  room: number
}

/** A node while its place is sought. */
export interface Body {
  index: number
  key: EntityKey
  kind: EntityKind
  x: number
  y: number
  /** half of the width, and the reach above and below the centre, label included */
  half: number
  above: number
  below: number
  isPinned: boolean
  /** had a place before; moves little */
  isPlaced: boolean
  /** lines that end here; the more, the less it gives way */
  lines: number
}

/** Bodies in the order of their keys, so that the order of the question does not matter. */
export function makeBodies(nodes: readonly LayoutNode[]): Body[] {
  return [...nodes]
    .sort((first, second) => (first.key < second.key ? -1 : 1))
    .map((node, index) => {
      const { kind } = splitKey(node.key)
      const { width, above, below } = nodeExtent(kind, node.label)
      const isPlaced = node.x !== null && node.y !== null
      return { index, key: node.key, kind, x: node.x ?? 0, y: node.y ?? 0, half: width / 2, above, below, isPinned: node.pinned && isPlaced, isPlaced, lines: 0 }
    })
}

/** The lines between bodies, one per pair with the room of its widest words, in a fixed order; loops are left out. */
export function makeLines(bodies: readonly Body[], links: readonly LayoutLink[]): Line[] {
  const byKey = new Map(bodies.map((body) => [body.key, body]))
  const lines = new Map<string, Line>()
  for (const link of links) {
    const [first, second] = [byKey.get(link.from), byKey.get(link.to)]
    if (!first || !second || first === second) continue
    const [from, to] = first.index < second.index ? [first, second] : [second, first]
    const id = `${from.index} ${to.index}`
    const known = lines.get(id)
    if (!known) for (const end of [from, to]) end.lines++
    lines.set(id, { from, to, room: Math.max(link.room, known?.room ?? 0) })
  }
  return [...lines.values()].sort((one, other) => one.from.index - other.from.index || one.to.index - other.to.index)
}

/** The neighbours of each body by index, each list in order. */
export type Neighbours = readonly (readonly number[])[]

export function neighboursOf(bodies: readonly Body[], lines: readonly Line[]): Neighbours {
  const lists: number[][] = bodies.map(() => [])
  for (const { from, to } of lines) {
    lists[from.index]?.push(to.index)
    lists[to.index]?.push(from.index)
  }
  return lists.map((list) => list.sort((first, second) => first - second))
}

export interface Bounds {
  left: number
  right: number
  top: number
  bottom: number
}

/** What bodies cover, labels included. */
export function boundsOf(bodies: readonly Body[]): Bounds {
  const bounds = { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY, top: Number.POSITIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY }
  for (const { x, y, half, above, below } of bodies) {
    bounds.left = Math.min(bounds.left, x - half)
    bounds.right = Math.max(bounds.right, x + half)
    bounds.top = Math.min(bounds.top, y - above)
    bounds.bottom = Math.max(bounds.bottom, y + below)
  }
  return bounds
}

export function shift(bodies: readonly Body[], dx: number, dy: number): void {
  for (const body of bodies) {
    body.x += dx
    body.y += dy
  }
}
