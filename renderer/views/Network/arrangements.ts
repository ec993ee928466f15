import type { EntityKey } from '#shared/model/entity.ts'
import { measures, nodeExtent } from '#shared/picture/measures.ts'
import type { DrawnNode, Place } from './drawing.ts'
import type { Visible } from './visible.ts'

/** Ways to put nodes in a shape at once, without asking the engine. */
export type Arrangement = 'left' | 'middle' | 'top' | 'spreadAcross' | 'spreadDown' | 'grid' | 'circle' | 'tree' | 'years'

const COLUMN = 190
const ROW = 96
const GAP = 12

/** New places for `chosen`, which keep about the middle they had; pinned nodes stay. The same input gives the same places. */
export function arrange(how: Arrangement, chosen: readonly DrawnNode[], visible: Visible): Place[] {
  const free = chosen.filter(({ pinned }) => !pinned)
  if (free.length === 0) return []
  const ordered = free.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  return {
    left: () => aligned(ordered, 'x', Math.min(...chosen.map(({ x }) => x))),
    middle: () => aligned(ordered, 'x', mean(chosen.map(({ x }) => x))),
    top: () => aligned(ordered, 'y', Math.min(...chosen.map(({ y }) => y))),
    spreadAcross: () => spread(ordered, 'x'),
    spreadDown: () => spread(ordered, 'y'),
    grid: () => around(ordered, gridOf(ordered)),
    circle: () => around(ordered, circleOf(ordered)),
    tree: () => around(ordered, treeOf(ordered, visible)),
    years: () => around(ordered, byYear(ordered, visible)),
  }[how]().map(({ key, x, y }) => ({ key, x: Math.round(x), y: Math.round(y) }))
}

function aligned(nodes: readonly DrawnNode[], axis: 'x' | 'y', at: number): Place[] {
  return nodes.map(({ key, x, y }) => ({ key, x, y, [axis]: at }))
}

/** Equal distances between the first and the last. */
function spread(nodes: readonly DrawnNode[], axis: 'x' | 'y'): Place[] {
  const order = nodes.toSorted((one, other) => one[axis] - other[axis] || (one.key < other.key ? -1 : 1))
  const [first, last] = [order[0]?.[axis] ?? 0, order.at(-1)?.[axis] ?? 0]
  return order.map(({ key, x, y }, index) => ({ key, x, y, [axis]: order.length < 2 ? first : first + ((last - first) * index) / (order.length - 1) }))
}

function gridOf(nodes: readonly DrawnNode[]): Place[] {
  const kinds = ['address', 'company', 'person']
  const order = nodes.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || (one.label < other.label ? -1 : 1) || (one.key < other.key ? -1 : 1))
  const columns = Math.ceil(Math.sqrt(nodes.length * (ROW / COLUMN) * 1.6))
  return order.map(({ key }, index) => ({ key, x: (index % columns) * COLUMN, y: Math.floor(index / columns) * ROW }))
}

function circleOf(nodes: readonly DrawnNode[]): Place[] {
  const radius = Math.max(120, (nodes.length * COLUMN * 0.6) / (2 * Math.PI))
  return nodes.map(({ key }, index) => {
    const angle = (2 * Math.PI * index) / nodes.length - Math.PI / 2
    return { key, x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
  })
}

/** Layers by the number of steps from the address or company with most lines; each layer in the order of the one above it. */
function treeOf(nodes: readonly DrawnNode[], { links }: Visible): Place[] {
  const keys = new Set(nodes.map(({ key }) => key))
  const neighbours = new Map<EntityKey, EntityKey[]>()
  for (const { from, to } of links) {
    if (!keys.has(from) || !keys.has(to)) continue
    neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    neighbours.set(to, [...(neighbours.get(to) ?? []), from])
  }
  const lines = ({ key, kind }: DrawnNode) => (kind === 'person' ? -1 : (neighbours.get(key)?.length ?? 0))
  const starts = nodes.toSorted((one, other) => lines(other) - lines(one) || (one.key < other.key ? -1 : 1))
  const seen = new Set<EntityKey>()
  const layers: EntityKey[][] = []
  for (const { key: start } of starts) {
    let layer = seen.has(start) ? [] : [start]
    for (let depth = 0; layer.length > 0; depth++) {
      for (const key of layer) seen.add(key)
      layers[depth] = [...(layers[depth] ?? []), ...layer]
      layer = [...new Set(layer.flatMap((key) => (neighbours.get(key) ?? []).toSorted()))].filter((key) => !seen.has(key))
    }
  }
  return layers.flatMap((layer, depth) => layer.map((key, index) => ({ key, x: (index - (layer.length - 1) / 2) * (COLUMN - 30), y: depth * ROW * 1.5 })))
}

/** A column per year in which a node first has a link; what has no date stands in the first column. */
function byYear(nodes: readonly DrawnNode[], { links }: Visible): Place[] {
  const first = new Map<EntityKey, string>()
  for (const { from, to, start, end } of links) {
    const year = (start ?? end ?? '').slice(0, 4)
    if (year === '') continue
    for (const key of [from, to]) first.set(key, [year, first.get(key) ?? year].toSorted()[0] ?? year)
  }
  const years = [...new Set(nodes.map(({ key }) => first.get(key) ?? ''))].toSorted()
  const filled = new Map<string, number>()
  return nodes.map(({ key }) => {
    const year = first.get(key) ?? ''
    const row = filled.get(year) ?? 0
    filled.set(year, row + 1)
    return { key, x: years.indexOf(year) * COLUMN, y: row * ROW }
  })
}

/** Moves a shape to where its nodes were. */
function around(nodes: readonly DrawnNode[], places: readonly Place[]): Place[] {
  const dx = mean(nodes.map(({ x }) => x)) - middle(places.map(({ x }) => x))
  const dy = mean(nodes.map(({ y }) => y)) - middle(places.map(({ y }) => y))
  return places.map(({ key, x, y }) => ({ key, x: x + dx, y: y + dy }))
}

/** Rounds after which what still overlaps is left so. */
const ROUNDS = 120

/** Moves nodes apart, each pair as little as it takes, until no name or shape covers another. Pinned nodes stay. */
export function withoutOverlap(nodes: readonly DrawnNode[]): Place[] {
  const boxes = nodes.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ key, kind, label, x, y, pinned }) => ({ key, x, y, pinned, radius: measures.radius[kind], ...nodeExtent(kind, label) }))
  for (let round = 0; round < ROUNDS; round++) {
    boxes.sort((one, other) => one.x - one.width / 2 - (other.x - other.width / 2) || (one.key < other.key ? -1 : 1))
    let moved = 0
    boxes.forEach((one, index) => {
      for (const other of boxes.slice(index + 1)) {
        if (other.x - other.width / 2 > one.x + one.width / 2 + GAP) break
        if (separate(one, other)) moved++
      }
    })
    if (moved === 0) break
  }
  const before = new Map(nodes.map((node) => [node.key, node]))
  return boxes
    .map(({ key, x, y }) => ({ key, x: Math.round(x), y: Math.round(y) }))
    .filter(({ key, x, y }) => before.get(key)?.x !== x || before.get(key)?.y !== y)
}

interface Standing {
  key: EntityKey
  x: number
  y: number
  width: number
  above: number
  below: number
  pinned: boolean
}

function separate(one: Standing, other: Standing): boolean {
  const [upper, lower] = one.y < other.y || (one.y === other.y && one.key < other.key) ? [one, other] : [other, one]
  const across = (one.width + other.width) / 2 + GAP - Math.abs(other.x - one.x)
  const down = upper.y + upper.below + GAP - (lower.y - lower.above)
  if (across <= 0.5 || down <= 0.5 || (one.pinned && other.pinned)) return false
  const [first, second] = across < down ? (one.x <= other.x ? [one, other] : [other, one]) : [upper, lower]
  const axis = across < down ? 'x' : 'y'
  const distance = Math.min(across, down)
  const share = first.pinned ? 0 : second.pinned ? 1 : 0.5
  first[axis] -= distance * share
  second[axis] += distance * (1 - share)
  return true
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function middle(values: readonly number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2
}
