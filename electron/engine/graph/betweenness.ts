import type { SimpleGraph } from './simpleGraph.ts'

/**
 * Betweenness: the share of shortest paths between two others that pass a node, 0…1, normalised by (n-1)(n-2)/2.
 * Brandes, Journal of Mathematical Sociology 25 (2001) 163-177: one breadth-first search per node, its dependencies summed
 * on the way back.
 * @param sources nodes to start from; all when left out. Some of them only give a part of the sum, for measuring speed.
 */
export function betweenness(graph: SimpleGraph, sources?: readonly number[]): Float64Array {
  const { nodes, offsets, targets } = graph
  const total = new Float64Array(nodes)
  const ways = new Float64Array(nodes)
  const dependency = new Float64Array(nodes)
  const distance = new Int32Array(nodes).fill(-1)
  const order = new Uint32Array(nodes)
  const starts = sources ?? Array.from({ length: nodes }, (_, node) => node)
  for (const start of starts) {
    const length = search(start)
    for (let place = length - 1; place > 0; place--) giveBack(order[place] ?? 0)
    clear(length)
  }
  const pairs = (nodes - 1) * (nodes - 2)
  return pairs > 0 ? total.map((sum) => sum / pairs) : total

  /** Counts the shortest ways from `start` to every node; returns how many nodes it reached. */
  function search(start: number): number {
    distance[start] = 0
    ways[start] = 1
    order[0] = start
    let length = 1
    for (let head = 0; head < length; head++) {
      const node = order[head] ?? 0
      const depth = (distance[node] ?? 0) + 1
      const count = ways[node] ?? 0
      const end = offsets[node + 1] ?? 0
      for (let entry = offsets[node] ?? 0; entry < end; entry++) {
        const other = targets[entry] ?? 0
        if (distance[other] === -1) {
          distance[other] = depth
          order[length++] = other
        }
        if (distance[other] === depth) ways[other] = (ways[other] ?? 0) + count
      }
    }
    return length
  }

  /** Hands what depends on a node to those before it, by their share of the shortest ways. */
  function giveBack(node: number): void {
    const depth = (distance[node] ?? 0) - 1
    const share = (1 + (dependency[node] ?? 0)) / (ways[node] ?? 1)
    const end = offsets[node + 1] ?? 0
    for (let entry = offsets[node] ?? 0; entry < end; entry++) {
      const before = targets[entry] ?? 0
      if (distance[before] === depth) dependency[before] = (dependency[before] ?? 0) + (ways[before] ?? 0) * share
    }
    total[node] = (total[node] ?? 0) + (dependency[node] ?? 0)
  }

  /** Makes ready for the next start what this one touched. */
  function clear(length: number): void {
    for (let place = 0; place < length; place++) {
      const node = order[place] ?? 0
      distance[node] = -1
      ways[node] = 0
      dependency[node] = 0
    }
  }
}
