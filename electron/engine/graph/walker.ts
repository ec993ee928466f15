import { degreeIn, type SimpleGraph } from './simpleGraph.ts'

const FOLLOW = 0.85
const PRECISION = 1e-6
const MOST_ROUNDS = 100

/**
 * How often somebody comes by who keeps following a random link, and starts anew somewhere one time in seven (PageRank,
 * Page & Brin 1998, damping 0.85); the shares of all nodes sum to 1. Stops when a round changes less than 1e-6 per node.
 */
export function walkerShares(graph: SimpleGraph): Float64Array {
  const { nodes, offsets, targets } = graph
  let shares = new Float64Array(nodes).fill(1 / nodes)
  let next = new Float64Array(nodes)
  const given = new Float64Array(nodes)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let lost = 0
    for (let node = 0; node < nodes; node++) {
      const degree = degreeIn(graph, node)
      if (degree === 0) lost += shares[node] ?? 0
      given[node] = degree === 0 ? 0 : ((shares[node] ?? 0) * FOLLOW) / degree
    }
    const base = (1 - FOLLOW + FOLLOW * lost) / nodes
    let change = 0
    for (let node = 0; node < nodes; node++) {
      let sum = base
      const end = offsets[node + 1] ?? 0
      for (let place = offsets[node] ?? 0; place < end; place++) sum += given[targets[place] ?? 0] ?? 0
      next[node] = sum
      change += Math.abs(sum - (shares[node] ?? 0))
    }
    ;[shares, next] = [next, shares]
    if (change < nodes * PRECISION) break
  }
  return shares
}
