import type { Body, Neighbours } from './layoutShapes.ts'

const RING = 150

/** The connected parts, the largest first and equally large ones by their first key. */
export function components(bodies: readonly Body[], neighbours: Neighbours): Body[][] {
  const seen = new Set<number>()
  const parts = bodies.flatMap((start) => {
    if (seen.has(start.index)) return []
    const reached = reachedFrom(start.index, neighbours)
    for (const index of reached) seen.add(index)
    return [bodies.filter(({ index }) => reached.has(index))]
  })
  return parts.sort((first, second) => second.length - first.length || (first[0]?.index ?? 0) - (second[0]?.index ?? 0))
}

function reachedFrom(start: number, neighbours: Neighbours): Set<number> {
  const reached = new Set([start])
  // a set that grows while it is walked through visits what was added
  for (const index of reached) for (const neighbour of neighbours[index] ?? []) reached.add(neighbour)
  return reached
}

/**
 * A first place for every body of one part: the best connected in the middle, the others on rings by the number of
 * steps from it, each branch with room according to its leaves. Trees come out without crossings.
 */
export function placeOnRings(part: readonly Body[], bodies: readonly Body[], neighbours: Neighbours): void {
  const root = part.reduce<Body | undefined>((best, body) => (best && degree(best) >= degree(body) ? best : body), undefined)
  if (!root) return
  const { children, order } = spanningTree(root, neighbours)
  const leaves = new Map<number, number>()
  for (const index of order.toReversed()) {
    const below = (children.get(index) ?? []).reduce((sum, child) => sum + (leaves.get(child) ?? 1), 0)
    leaves.set(index, Math.max(1, below))
  }
  const sectors = new Map([[root.index, { from: 0, width: 2 * Math.PI, ring: 0 }]])
  for (const index of order) {
    const sector = sectors.get(index)
    const body = bodies[index]
    if (!sector || !body) continue
    const angle = sector.from + sector.width / 2
    body.x = sector.ring * RING * Math.cos(angle)
    body.y = sector.ring * RING * Math.sin(angle)
    let from = sector.from
    for (const child of children.get(index) ?? []) {
      const width = (sector.width * (leaves.get(child) ?? 1)) / (leaves.get(index) ?? 1)
      sectors.set(child, { from, width, ring: sector.ring + 1 })
      from += width
    }
  }

  function degree(body: Body): number {
    return neighbours[body.index]?.length ?? 0
  }
}

function spanningTree(root: Body, neighbours: Neighbours): { children: Map<number, number[]>; order: number[] } {
  const children = new Map<number, number[]>()
  const order = [root.index]
  const seen = new Set(order)
  for (const index of order) {
    const found = (neighbours[index] ?? []).filter((neighbour) => !seen.has(neighbour))
    for (const child of found) seen.add(child)
    children.set(index, found)
    order.push(...found)
  }
  return { children, order }
}

/**
 * A first place for bodies that join a part which is on the table already: beside the neighbour through which they
 * were reached, spread over the widest gap between the lines it has.
 */
export function placeBeside(part: readonly Body[], bodies: readonly Body[], neighbours: Neighbours): void {
  const placed = new Set(part.filter((body) => body.isPlaced).map((body) => body.index))
  const queue = part.filter((body) => body.isPlaced)
  for (const body of queue) {
    const around = neighbours[body.index] ?? []
    const fresh = around.filter((index) => !placed.has(index))
    if (fresh.length === 0) continue
    const angles = around.filter((index) => placed.has(index)).flatMap((index) => angleTo(body, bodies[index]))
    const gap = widestGap(angles)
    const radius = RING * Math.max(1, Math.sqrt(fresh.length / 8))
    fresh.forEach((index, position) => {
      const other = bodies[index]
      if (!other) return
      const angle = gap.from + (gap.width * (position + 1)) / (fresh.length + 1)
      other.x = body.x + radius * Math.cos(angle)
      other.y = body.y + radius * Math.sin(angle)
      placed.add(index)
      queue.push(other)
    })
  }
}

function angleTo(body: Body, other: Body | undefined): number[] {
  return other ? [Math.atan2(other.y - body.y, other.x - body.x)] : []
}

function widestGap(angles: readonly number[]): { from: number; width: number } {
  const sorted = [...angles].sort((first, second) => first - second)
  const [first] = sorted
  if (first === undefined) return { from: 0, width: 2 * Math.PI }
  let widest = { from: 0, width: 0 }
  sorted.forEach((from, position) => {
    const to = sorted[position + 1] ?? first + 2 * Math.PI
    if (to - from > widest.width + 1e-9) widest = { from, width: to - from }
  })
  return widest
}
