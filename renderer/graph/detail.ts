import { nodeBoxes, overlap, measures, type Box } from '#shared/picture/measures.ts'
import type { Scene, SceneNode } from './scene.ts'

/** How much is drawn at a distance. Lines and names are `factor` times their size in the picture, so that they stay visible. */
export interface Detail {
  factor: number
  /** whether every node has its name and every line its words, or only as many as fit */
  isFull: boolean
}

/** units a name keeps to its neighbours */
const FREE = 16

const near: Detail = { factor: 1, isFull: true }
const middle: Detail = { factor: 2, isFull: false }
const far: Detail = { factor: 3.6, isFull: false }

/** One of three levels, so that most zooming changes no style. @param zoom pixels per picture unit */
export function detailAt(zoom: number): Detail {
  if (zoom >= 0.6) return near
  return zoom >= 0.32 ? middle : far
}

/**
 * The nodes whose names fit when names are larger than planned for: addresses and companies with most lines first,
 * then persons in the order of their keys (persons are not ranked), each only where it covers no shape and no other name.
 */
export function namedNodes(scene: Scene, factor: number): Set<string> {
  const lines = new Map<string, number>()
  for (const { from, to } of scene.lines) for (const id of [from, to]) lines.set(id, (lines.get(id) ?? 0) + 1)
  const weight = (node: SceneNode) => (node.kind === 'person' ? -1 : (lines.get(node.id) ?? 0))
  const order = scene.nodes.toSorted((one, other) => weight(other) - weight(one) || (one.id < other.id ? -1 : 1))
  const shapes = scene.nodes.map((node) => ({ id: node.id, box: shapeOf(node) }))
  const names: Box[] = []
  const named = new Set<string>()
  for (const node of order) {
    const name = nameOf(node, factor)
    const isFree = !names.some((other) => overlap(name, other) > 0) && !shapes.some(({ id, box }) => id !== node.id && overlap(name, box) > 0)
    if (!isFree) continue
    names.push(name)
    named.add(node.id)
  }
  return named
}

function shapeOf(node: SceneNode): Box {
  const [shape] = nodeBoxes(node)
  return shape
}

function nameOf(node: SceneNode, factor: number): Box {
  const [, { width, height }] = nodeBoxes(node)
  return { x: node.x, y: node.y + measures.radius[node.kind] + (height * factor) / 2, width: width * factor + FREE, height: height * factor }
}
