import type { LinkGraph } from './linkGraph.ts'

/** Steps from one end of a search, by node; 0 where the search has not been. */
export interface Distances {
  at(node: number): number
  set(node: number, steps: number): void
}

/** More steps than any path has: the numbers of one search lie this far from those of the next. */
const SPAN = 65_536
const LAST = 0xffff_ffff - SPAN

interface Scratch {
  marks: Uint32Array
  base: number
}

const kept = new WeakMap<LinkGraph, Map<'left' | 'right', Scratch>>()

/**
 * Distances of a new search, all 0. The memory behind them is kept with the graph and used again, because a search that
 * touches a hundred nodes should not clear room for a million; only one search per side can be under way.
 */
export function freshDistances(graph: LinkGraph, side: 'left' | 'right'): Distances {
  const sides = kept.get(graph) ?? new Map<'left' | 'right', Scratch>()
  kept.set(graph, sides)
  const scratch = sides.get(side) ?? { marks: new Uint32Array(graph.nodes), base: 0 }
  sides.set(side, scratch)
  if (scratch.base >= LAST) {
    scratch.marks.fill(0)
    scratch.base = 0
  }
  const { marks, base } = scratch
  scratch.base += SPAN
  return {
    at: (node) => {
      const mark = marks[node] ?? 0
      return mark > base ? mark - base : 0
    },
    set: (node, steps) => {
      marks[node] = base + steps
    },
  }
}
