import type { SimpleGraph } from './simpleGraph.ts'

/** A gain below this is rounding. */
const LEAST_GAIN = 1e-12

/** Nodes with weighted links, a weight being a number of links; loops hold what lies within a node of a higher level. */
interface Level {
  nodes: number
  offsets: Uint32Array
  targets: Uint32Array
  weights: Uint32Array
  loops: Uint32Array
}

/**
 * Communities by modularity (Louvain: Blondel e.a., Journal of Statistical Mechanics (2008) P10008). Nodes are visited in
 * order of number and among equal gains the lowest community wins, so that the same graph always falls apart in the same
 * way. Communities are numbered by their smallest node.
 */
export function communities(graph: SimpleGraph): { of: Uint32Array; count: number; modularity: number } {
  let level: Level = { ...graph, weights: new Uint32Array(graph.targets.length).fill(1), loops: new Uint32Array(graph.nodes) }
  let of = eachItself(graph.nodes)
  for (;;) {
    const { of: groups, count } = renumber(moveNodes(level))
    of = of.map((group) => groups[group] ?? 0)
    if (count === level.nodes) break
    level = merge(level, groups, count)
  }
  const { of: numbered, count } = renumber(of)
  return { of: numbered, count, modularity: modularity(graph, numbered, count) }
}

/** Where every node stands while a level is divided. */
interface Division {
  of: Uint32Array
  /** per node, its links; per community, those of its nodes */
  strength: Float64Array
  within: Float64Array
  total: number
  /** links of the node that is looked at towards each community, and the communities where they are not 0 */
  toward: Uint32Array
  near: Uint32Array
}

/** Moves nodes to the neighbouring community that gains most, until nothing gains; only who has a new neighbour looks again. */
function moveNodes(level: Level): Uint32Array {
  const { nodes, offsets, targets } = level
  const division = eachForItself(level)
  const { of, strength, within, total } = division
  const waiting = of.slice()
  const isWaiting = new Uint8Array(nodes).fill(1)
  let head = 0
  let count = total > 0 ? nodes : 0
  while (count > 0) {
    const node = waiting[head] ?? 0
    head = head + 1 === nodes ? 0 : head + 1
    count--
    isWaiting[node] = 0
    const own = of[node] ?? 0
    const best = bestFor(node, level, division)
    if (best === own) continue
    of[node] = best
    within[own] = (within[own] ?? 0) - (strength[node] ?? 0)
    within[best] = (within[best] ?? 0) + (strength[node] ?? 0)
    const end = offsets[node + 1] ?? 0
    for (let place = offsets[node] ?? 0; place < end; place++) {
      const other = targets[place] ?? 0
      if (isWaiting[other] === 1 || of[other] === best) continue
      isWaiting[other] = 1
      const last = head + count++
      waiting[last < nodes ? last : last - nodes] = other
    }
  }
  return of
}

function eachItself(nodes: number): Uint32Array {
  const of = new Uint32Array(nodes)
  for (let node = 0; node < nodes; node++) of[node] = node
  return of
}

function eachForItself(level: Level): Division {
  const { nodes } = level
  const strength = strengths(level)
  let total = 0
  for (const one of strength) total += one
  return { of: eachItself(nodes), strength, within: strength.slice(), total, toward: new Uint32Array(nodes), near: new Uint32Array(nodes + 1) }
}

/** The community a node gains most by, its own when none gains. */
function bestFor(node: number, { offsets, targets, weights }: Level, { of, strength, within, total, toward, near }: Division): number {
  let found = 0
  const end = offsets[node + 1] ?? 0
  for (let place = offsets[node] ?? 0; place < end; place++) {
    const group = of[targets[place] ?? 0] ?? 0
    const sum = toward[group] ?? 0
    // written always and counted when it is new: a processor cannot guess which
    near[found] = group
    found += sum === 0 ? 1 : 0
    toward[group] = sum + (weights[place] ?? 0)
  }
  const own = of[node] ?? 0
  const size = strength[node] ?? 0
  const mine = size / total
  let best = own
  let gain = (toward[own] ?? 0) - mine * ((within[own] ?? 0) - size)
  for (let place = 0; place < found; place++) {
    const group = near[place] ?? 0
    const other = (toward[group] ?? 0) - mine * (within[group] ?? 0)
    toward[group] = 0
    if (other > gain - LEAST_GAIN && group !== own && (other > gain + LEAST_GAIN || (best !== own && group < best))) {
      best = group
      gain = other
    }
  }
  return best
}

/** The weights of the links of each node, loops included. */
function strengths({ nodes, offsets, weights, loops }: Level): Float64Array {
  const strength = Float64Array.from(loops)
  for (let node = 0; node < nodes; node++) {
    let sum = strength[node] ?? 0
    const end = offsets[node + 1] ?? 0
    for (let place = offsets[node] ?? 0; place < end; place++) sum += weights[place] ?? 0
    strength[node] = sum
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

/** Links of one group while it becomes a node: towards each other group, which those are, and within. */
interface Sums {
  toward: Uint32Array
  near: Uint32Array
  found: number
  within: number
}

/** One node per group; links between groups summed. */
function merge(level: Level, groups: Uint32Array, count: number): Level {
  const { members, starts } = sortByGroup(groups, count)
  const most = level.targets.length
  const merged: Level = { nodes: count, offsets: new Uint32Array(count + 1), targets: new Uint32Array(most), weights: new Uint32Array(most), loops: new Uint32Array(count) }
  const sums: Sums = { toward: new Uint32Array(count), near: new Uint32Array(count), found: 0, within: 0 }
  let length = 0
  for (let group = 0; group < count; group++) {
    sums.found = 0
    sums.within = 0
    const end = starts[group + 1] ?? 0
    for (let member = starts[group] ?? 0; member < end; member++) addLinks(members[member] ?? 0, level, groups, sums)
    merged.loops[group] = sums.within
    for (const other of sums.near.subarray(0, sums.found).sort()) {
      merged.targets[length] = other
      merged.weights[length++] = sums.toward[other] ?? 0
      sums.toward[other] = 0
    }
    merged.offsets[group + 1] = length
  }
  return { ...merged, targets: merged.targets.slice(0, length), weights: merged.weights.slice(0, length) }
}

function addLinks(node: number, { offsets, targets, weights, loops }: Level, groups: Uint32Array, sums: Sums): void {
  const { toward, near } = sums
  const own = groups[node] ?? 0
  let within = loops[node] ?? 0
  const end = offsets[node + 1] ?? 0
  for (let place = offsets[node] ?? 0; place < end; place++) {
    const other = groups[targets[place] ?? 0] ?? 0
    const weight = weights[place] ?? 0
    if (other === own) {
      within += weight
      continue
    }
    const sum = toward[other] ?? 0
    if (sum === 0) near[sums.found++] = other
    toward[other] = sum + weight
  }
  sums.within += within
}

/** The nodes of each group, in order: those of group g are members[starts[g]…starts[g + 1]]. @param groups below `count` */
function sortByGroup(groups: Uint32Array, count: number): { members: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(count + 1)
  for (const group of groups) starts[group + 1] = (starts[group + 1] ?? 0) + 1
  for (let group = 0; group < count; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0)
  const members = new Uint32Array(groups.length)
  const next = starts.slice()
  for (let node = 0; node < groups.length; node++) {
    const group = groups[node] ?? 0
    const place = next[group] ?? 0
    members[place] = node
    next[group] = place + 1
  }
  return { members, starts }
}

/** Newman's modularity of a division: the share of links within groups, less what chance would give; 0 without links. */
export function modularity({ nodes, offsets, targets }: SimpleGraph, of: Uint32Array, count: number): number {
  const inside = new Float64Array(count)
  const strength = new Float64Array(count)
  for (let node = 0; node < nodes; node++) {
    const group = of[node] ?? 0
    const end = offsets[node + 1] ?? 0
    strength[group] = (strength[group] ?? 0) + end - (offsets[node] ?? 0)
    let own = 0
    for (let place = offsets[node] ?? 0; place < end; place++) own += of[targets[place] ?? 0] === group ? 1 : 0
    inside[group] = (inside[group] ?? 0) + own
  }
  const total = targets.length
  return total === 0 ? 0 : inside.reduce((sum, own, group) => sum + own / total - ((strength[group] ?? 0) / total) ** 2, 0)
}
