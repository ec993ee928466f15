import type { SimpleGraph } from './simpleGraph.ts'

/** A gain below this is rounding. */
const LEAST_GAIN = 1e-12

/** Nodes with weighted links; loops hold what lies within a node of a higher level. */
interface Level {
  nodes: number
  offsets: Uint32Array
  targets: Uint32Array
  weights: Float64Array
  loops: Float64Array
}

/**
 * Communities by modularity (Louvain: Blondel e.a., Journal of Statistical Mechanics (2008) P10008). Nodes are visited in
 * order of number and among equal gains the lowest community wins, so that the same graph always falls apart in the same
 * way. Communities are numbered by their smallest node.
 */
export function communities(graph: SimpleGraph): { of: Uint32Array; count: number; modularity: number } {
  let level: Level = { ...graph, weights: new Float64Array(graph.targets.length).fill(1), loops: new Float64Array(graph.nodes) }
  let of = Uint32Array.from({ length: graph.nodes }, (_, node) => node)
  for (;;) {
    const { of: groups, count } = renumber(moveNodes(level))
    of = of.map((group) => groups[group] ?? 0)
    if (count === level.nodes) break
    level = merge(level, groups, count)
  }
  const { of: numbered, count } = renumber(of)
  return { of: numbered, count, modularity: modularity(graph, numbered, count) }
}

/** Moves nodes to the neighbouring community that gains most, until nothing gains; only who has a new neighbour looks again. */
function moveNodes(level: Level): Uint32Array {
  const { nodes, offsets, targets, weights } = level
  const of = Uint32Array.from({ length: nodes }, (_, node) => node)
  const strength = strengths(level)
  const total = strength.reduce((sum, one) => sum + one, 0)
  const within = strength.slice()
  const toward = new Float64Array(nodes)
  const near = new Uint32Array(nodes)
  const waiting = Uint32Array.from({ length: nodes }, (_, node) => node)
  const isWaiting = new Uint8Array(nodes).fill(1)
  let [head, count] = [0, total > 0 ? nodes : 0]
  while (count > 0) {
    const node = waiting[head] ?? 0
    head = head + 1 === nodes ? 0 : head + 1
    count--
    isWaiting[node] = 0
    const own = of[node] ?? 0
    within[own] = (within[own] ?? 0) - (strength[node] ?? 0)
    const best = bestFor(node, own, gather(node))
    within[best] = (within[best] ?? 0) + (strength[node] ?? 0)
    if (best === own) continue
    of[node] = best
    for (let place = offsets[node] ?? 0; place < (offsets[node + 1] ?? 0); place++) wake(targets[place] ?? 0, best)
  }
  return of

  /** Sums the links of a node per community; returns how many communities there are. */
  function gather(node: number): number {
    let found = 0
    const end = offsets[node + 1] ?? 0
    for (let place = offsets[node] ?? 0; place < end; place++) {
      const group = of[targets[place] ?? 0] ?? 0
      const sum = toward[group] ?? 0
      if (sum === 0) near[found++] = group
      toward[group] = sum + (weights[place] ?? 0)
    }
    return found
  }

  /** The community a node gains most by, its own when none gains; clears the sums. */
  function bestFor(node: number, own: number, found: number): number {
    const mine = (strength[node] ?? 0) / total
    let best = own
    let gain = (toward[own] ?? 0) - mine * (within[own] ?? 0)
    for (let place = 0; place < found; place++) {
      const group = near[place] ?? 0
      const other = (toward[group] ?? 0) - mine * (within[group] ?? 0)
      toward[group] = 0
      if (other > gain + LEAST_GAIN || (other > gain - LEAST_GAIN && best !== own && group < best)) {
        best = group
        gain = other
      }
    }
    return best
  }

  function wake(node: number, group: number): void {
    if (isWaiting[node] === 1 || of[node] === group) return
    isWaiting[node] = 1
    waiting[(head + count) % nodes] = node
    count++
  }
}

/** The weights of the links of each node, loops included. */
function strengths({ nodes, offsets, weights, loops }: Level): Float64Array {
  const strength = loops.slice()
  for (let node = 0; node < nodes; node++) {
    for (let place = offsets[node] ?? 0; place < (offsets[node + 1] ?? 0); place++) strength[node] = (strength[node] ?? 0) + (weights[place] ?? 0)
  }
  return strength
}

/** Numbers groups in the order of their first node. @param of groups below its length */
function renumber(of: Uint32Array): { of: Uint32Array; count: number } {
  const numbers = new Uint32Array(of.length)
  let count = 0
  const numbered = of.map((group) => {
    if (numbers[group] === 0) numbers[group] = ++count
    return (numbers[group] ?? 0) - 1
  })
  return { of: numbered, count }
}

/** One node per group; links between groups summed. */
function merge({ nodes, offsets, targets, weights, loops }: Level, groups: Uint32Array, count: number): Level {
  const members = Array.from({ length: count }, (): number[] => [])
  for (let node = 0; node < nodes; node++) members[groups[node] ?? 0]?.push(node)
  const merged: Level = { nodes: count, offsets: new Uint32Array(count + 1), targets: new Uint32Array(targets.length), weights: new Float64Array(targets.length), loops: new Float64Array(count) }
  const toward = new Float64Array(count)
  let length = 0
  members.forEach((within, group) => {
    const near: number[] = []
    for (const node of within) {
      toward[group] = (toward[group] ?? 0) + (loops[node] ?? 0)
      for (let place = offsets[node] ?? 0; place < (offsets[node + 1] ?? 0); place++) addTo(groups[targets[place] ?? 0] ?? 0, weights[place] ?? 0)
    }
    merged.loops[group] = toward[group] ?? 0
    toward[group] = 0
    for (const other of near.sort((a, b) => a - b)) {
      merged.targets[length] = other
      merged.weights[length++] = toward[other] ?? 0
      toward[other] = 0
    }
    merged.offsets[group + 1] = length

    function addTo(other: number, weight: number): void {
      if (other !== group && toward[other] === 0) near.push(other)
      toward[other] = (toward[other] ?? 0) + weight
    }
  })
  return merged
}

/** Newman's modularity of a division: the share of links within groups, less what chance would give; 0 without links. */
export function modularity({ nodes, offsets, targets }: SimpleGraph, of: Uint32Array, count: number): number {
  const inside = new Float64Array(count)
  const strength = new Float64Array(count)
  for (let node = 0; node < nodes; node++) {
    const group = of[node] ?? 0
    const end = offsets[node + 1] ?? 0
    strength[group] = (strength[group] ?? 0) + end - (offsets[node] ?? 0)
    for (let place = offsets[node] ?? 0; place < end; place++) if (of[targets[place] ?? 0] === group) inside[group] = (inside[group] ?? 0) + 1
  }
  const total = targets.length
  return total === 0 ? 0 : inside.reduce((sum, own, group) => sum + own / total - ((strength[group] ?? 0) / total) ** 2, 0)
}
