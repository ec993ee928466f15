import { nodeBoxes, overlap, measures, type Box } from '#shared/picture/measures.ts'
import { measuredAs, type Scene, type SceneNode } from './scene.ts'

/** How much is drawn at a distance. Lines and names are `factor` times their size in the picture, so that they stay visible. */
export interface Detail {
  factor: number
  /** whether every node has its name and every line its words, or only as many as fit */
  isFull: boolean
}

/** units a name keeps to its neighbours */
const FREE = 16

/** From near to far: the least zoom of a level, and how much larger than planned its names are; about 9 to 13 pixels on screen. */
const levels: readonly (Detail & { least: number })[] = [
  { least: 0.75, factor: 1, isFull: true },
  { least: 0.55, factor: 1.35, isFull: false },
  { least: 0.4, factor: 1.85, isFull: false },
  { least: 0.27, factor: 2.7, isFull: false },
  { least: 0.19, factor: 3.8, isFull: false },
  { least: 0.135, factor: 5.4, isFull: false },
  { least: 0.095, factor: 7.6, isFull: false },
  { least: 0.067, factor: 10.8, isFull: false },
  { least: 0, factor: 15, isFull: false },
]
/** as many chosen nodes keep their names whatever they cover */
const MOST_FORCED = 12
/** lines from which the name of an address or company says more than the shapes it covers */
const HUB = 6
/** as many names are enough at a distance */
const MOST_NAMES = 120

/** One of a few levels, so that most zooming changes no style. @param zoom pixels per picture unit */
export function detailAt(zoom: number): Detail {
  const found = levels.find(({ least }) => zoom >= least)
  if (!found) throw new Error('a zoom below zero')
  return found
}

/**
 * The nodes whose names fit when names are larger than planned for: chosen ones first, then addresses and companies with
 * most lines, then persons in the order of their keys (persons are not ranked); each only where it covers no other name
 * and, unless much comes together in it, no shape.
 */
export function namedNodes(scene: Scene, factor: number, chosen: ReadonlySet<string>): Set<string> {
  const lines = new Map<string, number>()
  for (const { from, to } of scene.lines) for (const id of [from, to]) lines.set(id, (lines.get(id) ?? 0) + 1)
  const linesOf = (node: SceneNode) => (node.kind === 'person' ? -1 : (lines.get(node.id) ?? 0))
  const weight = (node: SceneNode) => (chosen.has(node.id) ? Number.MAX_SAFE_INTEGER : linesOf(node))
  const order = scene.nodes.toSorted((one, other) => weight(other) - weight(one) || (one.id < other.id ? -1 : 1))
  const shapes = scene.nodes.map((node) => ({ id: node.id, box: shapeOf(node) }))
  const names: Box[] = []
  const named = new Set<string>()
  for (const node of order) {
    const name = nameOf(node, factor)
    const isForced = chosen.has(node.id) && chosen.size <= MOST_FORCED
    const isClear = linesOf(node) >= HUB || !shapes.some(({ id, box }) => id !== node.id && overlap(name, box) > 0)
    const isFree = isClear && !names.some((other) => overlap(name, other) > 0)
    if (!isForced && !isFree) continue
    if (names.length >= MOST_NAMES && !isForced) break
    names.push(name)
    named.add(node.id)
  }
  return named
}

function shapeOf(node: SceneNode): Box {
  const [shape] = nodeBoxes({ ...node, kind: measuredAs(node.kind) })
  return shape
}

function nameOf(node: SceneNode, factor: number): Box {
  const [, { width, height }] = nodeBoxes({ ...node, kind: measuredAs(node.kind) })
  return { x: node.x, y: node.y + measures.radius[measuredAs(node.kind)] + (height * factor) / 2, width: width * factor + FREE, height: height * factor }
}
