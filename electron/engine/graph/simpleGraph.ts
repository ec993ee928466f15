/**
 * An undirected graph without parallel links and loops, for measures: node n has the neighbours
 * targets[offsets[n]…offsets[n + 1]], in order.
 */
export interface SimpleGraph {
  nodes: number
  offsets: Uint32Array
  targets: Uint32Array
}

/**
 * Links given as two columns of node numbers below `nodes`. Two passes of counting put every list of neighbours in order
 * without comparing.
 */
export function simpleGraph(nodes: number, from: Uint32Array, to: Uint32Array): SimpleGraph {
  const degrees = new Uint32Array(nodes + 1)
  for (let link = 0; link < from.length; link++) {
    const first = from[link] ?? 0
    const second = to[link] ?? 0
    if (first === second) continue
    degrees[first + 1] = (degrees[first + 1] ?? 0) + 1
    degrees[second + 1] = (degrees[second + 1] ?? 0) + 1
  }
  for (let node = 0; node < nodes; node++) degrees[node + 1] = (degrees[node + 1] ?? 0) + (degrees[node] ?? 0)
  const loose = new Uint32Array(degrees[nodes] ?? 0)
  const next = degrees.slice()
  for (let link = 0; link < from.length; link++) {
    const first = from[link] ?? 0
    const second = to[link] ?? 0
    if (first === second) continue
    loose[next[first] ?? 0] = second
    next[first] = (next[first] ?? 0) + 1
    loose[next[second] ?? 0] = first
    next[second] = (next[second] ?? 0) + 1
  }
  return dropDoubles(nodes, degrees, transpose(nodes, degrees, loose))
}

/** Hands every node to its neighbours in order of number: their lists come out sorted. */
function transpose(nodes: number, offsets: Uint32Array, loose: Uint32Array): Uint32Array {
  const sorted = new Uint32Array(loose.length)
  const next = offsets.slice()
  for (let node = 0; node < nodes; node++) {
    const end = offsets[node + 1] ?? 0
    for (let place = offsets[node] ?? 0; place < end; place++) {
      const other = loose[place] ?? 0
      const free = next[other] ?? 0
      sorted[free] = node
      next[other] = free + 1
    }
  }
  return sorted
}

function dropDoubles(nodes: number, offsets: Uint32Array, sorted: Uint32Array): SimpleGraph {
  const kept = new Uint32Array(nodes + 1)
  let length = 0
  for (let node = 0; node < nodes; node++) {
    const end = offsets[node + 1] ?? 0
    let last = -1
    for (let place = offsets[node] ?? 0; place < end; place++) {
      const other = sorted[place] ?? 0
      if (other === last) continue
      sorted[length++] = other
      last = other
    }
    kept[node + 1] = length
  }
  return { nodes, offsets: kept, targets: sorted.slice(0, length) }
}

/** With how many others a node is linked. */
export function degreeIn({ offsets }: SimpleGraph, node: number): number {
  return (offsets[node + 1] ?? 0) - (offsets[node] ?? 0)
}
