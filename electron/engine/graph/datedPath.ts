import { eachNeighbour, type LinkGraph, type Passes } from './linkGraph.ts'
import type { Barriers } from './path.ts'

/** Longer than this a chain of dated relations tells nothing. */
const MOST_STEPS = 24

/** A path with the day on which its last node is reached, as yyyymmdd. */
export interface DatedPath {
  nodes: number[]
  day: number
}

/**
 * A path from one node to another on which each relation still stood when the one before it had begun, so that something
 * could have gone along it: days can be chosen, one within each link, that never go back. The fewest steps; among those
 * the smallest node numbers. Null when there is none.
 * @param day the first day that may be chosen, as yyyymmdd
 */
export function datedPath(graph: LinkGraph, from: number, to: number, allowed: Passes, barriers: Barriers, day = 0): DatedPath | null {
  if (barriers.nodes.has(from) || barriers.nodes.has(to)) return null
  if (from === to) return { nodes: [from], day }
  const latest = latestDays(graph, from, to, allowed, barriers, day)
  return latest && follow(graph, from, to, allowed, barriers, day, latest)
}

/**
 * Backwards from the end: per number of steps left, the last day on which one can be at a node and still arrive. Stops at
 * the first number with which the beginning can be left in time.
 */
function latestDays(graph: LinkGraph, from: number, to: number, allowed: Passes, barriers: Barriers, day: number): Map<number, number>[] | null {
  const best = new Map<number, number>([[to, Number.POSITIVE_INFINITY]])
  const layers: Map<number, number>[] = [new Map(best)]
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    const layer = new Map<number, number>()
    for (const [node, until] of layers[steps - 1] ?? []) {
      eachNeighbour(graph, node, allowed, (before, slot) => {
        if (before === node || barriers.nodes.has(before) || (before === from && barriers.first.has(node))) return
        if ((graph.starts[slot] ?? 0) > until) return
        const last = Math.min(graph.ends[slot] ?? 0, until)
        if (last < day || last <= (best.get(before) ?? -1)) return
        best.set(before, last)
        layer.set(before, last)
      })
    }
    layers.push(layer)
    if ((layer.get(from) ?? -1) >= day) return layers
    if (layer.size === 0) return null
  }
  return null
}

/** Forwards along the layers: the smallest neighbour from which the end can still be reached, as early as possible. */
function follow(graph: LinkGraph, from: number, to: number, allowed: Passes, barriers: Barriers, day: number, layers: readonly Map<number, number>[]): DatedPath {
  const nodes = [from]
  let [node, now] = [from, day]
  for (let left = layers.length - 2; left >= 0; left--) {
    const reached = new Map<number, number>()
    eachNeighbour(graph, node, allowed, (neighbour, slot) => {
      if (neighbour === node || (node === from && barriers.first.has(neighbour))) return
      const then = Math.max(now, graph.starts[slot] ?? 0)
      if (then > (graph.ends[slot] ?? 0) || then > latestAt(layers, neighbour, left, to)) return
      reached.set(neighbour, Math.min(then, reached.get(neighbour) ?? then))
    })
    node = Math.min(...reached.keys())
    now = reached.get(node) ?? now
    nodes.push(node)
  }
  return { nodes, day: now }
}

/** The last day to be at a node with exactly so many steps left; -1 when it is not on a way. */
function latestAt(layers: readonly Map<number, number>[], node: number, left: number, to: number): number {
  if (left === 0) return node === to ? Number.POSITIVE_INFINITY : -1
  return layers[left]?.get(node) ?? -1
}
