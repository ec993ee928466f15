import type { SimpleGraph } from './simpleGraph.ts'

/** Marks are forgotten before they no longer fit in 32 bits. */
const LAST_MARK = 2 ** 30

/**
 * Betweenness: the share of shortest paths between two others that pass a node, 0…1, normalised by (n-1)(n-2)/2.
 * Brandes, Journal of Mathematical Sociology 25 (2001) 163-177: one breadth-first search per node, its dependencies summed
 * on the way back. The search keeps the steps that lie on a shortest path, so that the way back looks at no other.
 */
export function betweenness({ nodes, offsets, targets }: SimpleGraph): Float64Array {
  const total = new Float64Array(nodes)
  const ways = new Float64Array(nodes)
  // what a node hands to each before it, per shortest way
  const share = new Float64Array(nodes)
  // steps from the start, counted on from `mark`: what lies below it was not reached in this search
  const distance = new Int32Array(nodes)
  const order = new Uint32Array(nodes)
  const steps = new Uint32Array(targets.length)
  const firstStep = new Uint32Array(nodes + 1)
  let mark = 1
  for (let start = 0; start < nodes; start++) {
    const reached = search(start)
    for (let place = reached - 1; place > 0; place--) giveBack(place)
  }
  const pairs = (nodes - 1) * (nodes - 2)
  return pairs > 0 ? total.map((sum) => sum / pairs) : total

  /** Counts the shortest ways from `start` to every node; returns how many nodes it reached. */
  function search(start: number): number {
    distance[start] = mark
    ways[start] = 1
    order[0] = start
    let [length, kept, deepest] = [1, 0, mark]
    for (let head = 0; head < length; head++) {
      const node = order[head] ?? 0
      const depth = (distance[node] ?? 0) + 1
      const count = ways[node] ?? 0
      const end = offsets[node + 1] ?? 0
      firstStep[head] = kept
      for (let entry = offsets[node] ?? 0; entry < end; entry++) {
        const other = targets[entry] ?? 0
        const found = distance[other] ?? 0
        if (found < mark) {
          distance[other] = depth
          ways[other] = count
          order[length++] = other
          steps[kept++] = other
          deepest = depth
        } else if (found === depth) {
          ways[other] = (ways[other] ?? 0) + count
          steps[kept++] = other
        }
      }
    }
    firstStep[length] = kept
    mark = deepest + 1
    if (mark > LAST_MARK) {
      distance.fill(0)
      mark = 1
    }
    return length
  }

  /** What depends on the node at a place of the order: the sum of what those behind it hand back. */
  function giveBack(place: number): void {
    const node = order[place] ?? 0
    let sum = 0
    const end = firstStep[place + 1] ?? 0
    for (let step = firstStep[place] ?? 0; step < end; step++) sum += share[steps[step] ?? 0] ?? 0
    const count = ways[node] ?? 1
    total[node] = (total[node] ?? 0) + count * sum
    share[node] = 1 / count + sum
  }
}
