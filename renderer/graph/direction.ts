
/** Something with a place that arrow keys can lead to; y downward. */
export interface Standing {
  id: string
  x: number
  y: number
}

export type Direction = 'left' | 'right' | 'up' | 'down'

const unit: Record<Direction, { x: number; y: number }> = { left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 } }

/**
 * The node an arrow key leads to: the nearest within 45° of the direction, where what lies off to the side counts as
 * further away. Without a node to start from, the one nearest to the upper left.
 */
export function nextNode(nodes: readonly Standing[], from: string | null, direction: Direction): string | null {
  const start = nodes.find(({ id }) => id === from)
  if (!start) return best(nodes, ({ x, y }) => x + y)
  const { x: ux, y: uy } = unit[direction]
  return best(
    nodes.filter(({ id }) => id !== from),
    ({ x, y }) => {
      const [dx, dy] = [x - start.x, y - start.y]
      const along = dx * ux + dy * uy
      const beside = Math.abs(dx * uy) + Math.abs(dy * ux)
      return along <= 0 || beside > along ? Number.POSITIVE_INFINITY : along + 2 * beside
    },
  )
}

function best(nodes: readonly Standing[], cost: (node: Standing) => number): string | null {
  let found: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const node of nodes) {
    const price = cost(node)
    if (price < least) [found, least] = [node.id, price]
  }
  return found
}
