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

/** Moves nodes to the neighbouring community that gains most, until nothing gains. */
function moveNodes({ nodes, offsets, targets, weights, loops }: Level): Uint32Array {
  const of = Uint32Array.from({ length: nodes }, (_, node) => node)
  const strength = new Float64Array(nodes)
  let total = 0
  for (let node = 0; node < nodes; node++) {
    let sum = loops[node] ?? 0
    for (let place = offsets[node] ?? 0; place < (offsets[node + 1] ?? 0); place++) sum += weights[place] ?? 0
    strength[node] = sum
    total += sum
  }
  const within = strength.slice()
  const toward = new Float64Array(nodes)
  const near = new Uint32Array(nodes)
  let moved = total > 0
  while (moved) {
    moved = false
    for (let node = 0; node < nodes; node++) {
      const own = of[node] ?? 0
      const mine = strength[node] ?? 0
      const end = offsets[node + 1] ?? 0
      let found = 0
      for (let place = offsets[node] ?? 0; place < end; place++) {
        const group = of[targets[place] ?? 0] ?? 0
        if (toward[group] === 0) near[found++] = group
        toward[group] = (toward[group] ?? 0) + (weights[place] ?? 0)
      }
      within[own] = (within[own] ?? 0) - mine
      let best = own
      let gain = (toward[own] ?? 0) - (mine * (within[own] ?? 0)) / total
      for (let place = 0; place < found; place++) {
        const group = near[place] ?? 0
        const other = (toward[group] ?? 0) - (mine * (within[group] ?? 0)) / total
        if (other > gain + LEAST_GAIN || (other > gain - LEAST_GAIN && best !== own && group < best)) {
          best = group
          gain = other
        }
        toward[group] = 0
      }
      toward[own] = 0
      within[best] = (within[best] ?? 0) + mine
      of[node] = best
      if (best !== own) moved = true
    }
  }
  return of
}

/** Numbers groups in the order of their first node. */
function renumber(of: Uint32Array): { of: Uint32Array; count: number } {
  const numbers = new Map<number, number>()
  const numbered = of.map((group) => {
    const number = numbers.get(group) ?? numbers.size
    numbers.set(group, number)
    return number
  })
  return { of: numbered, count: numbers.size }
}

/** One node per group; links between groups summed. */
function merge({ nodes, offsets, targets, weights, loops }: Level, groups: Uint32Array, count: number): Level {
  const members = Array.from({ length: count }, (): number[] => [])
  for (let node = 0; node < nodes; node++) members[groups[node] ?? 0]?.push(node)
  const merged = new Uint32Array(count + 1)
  const mergedTargets: number[] = []
  const mergedWeights: number[] = []
  const mergedLoops = new Float64Array(count)
  const toward = new Float64Array(count)
  members.forEach((nodesWithin, group) => {
    const near: number[] = []
    for (const node of nodesWithin) {
      mergedLoops[group] = (mergedLoops[group] ?? 0) + (loops[node] ?? 0)
      for (let place = offsets[node] ?? 0; place < (offsets[node + 1] ?? 0); place++) {
        const other = groups[targets[place] ?? 0] ?? 0
        const weight = weights[place] ?? 0
        if (other === group) mergedLoops[group] = (mergedLoops[group] ?? 0) + weight
        else {
          if (toward[other] === 0) near.push(other)
          toward[other] = (toward[other] ?? 0) + weight
        }
      }
    }
    for (const other of near.sort((a, b) => a - b)) {
      mergedTargets.push(other)
      mergedWeights.push(toward[other] ?? 0)
      toward[other] = 0
    }
    merged[group + 1] = mergedTargets.length
  })
  return { nodes: count, offsets: merged, targets: Uint32Array.from(mergedTargets), weights: Float64Array.from(mergedWeights), loops: mergedLoops }
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
