import type { SimpleGraph } from './simpleGraph.ts'

const NONE = 0xffff_ffff

/** By node: the number of its connected part. Parts are numbered in the order of their smallest node. */
export function connectedParts(graph: SimpleGraph): { of: Uint32Array; count: number } {
  const of = new Uint32Array(graph.nodes).fill(NONE)
  const queue = new Uint32Array(graph.nodes)
  let count = 0
  for (let start = 0; start < graph.nodes; start++) if (of[start] === NONE) flood(graph, start, count++, of, queue)
  return { of, count }
}

/** Gives a number to everything that can be reached. */
function flood({ offsets, targets }: SimpleGraph, start: number, number: number, of: Uint32Array, queue: Uint32Array): void {
  of[start] = number
  queue[0] = start
  let length = 1
  for (let head = 0; head < length; head++) {
    const node = queue[head] ?? 0
    const end = offsets[node + 1] ?? 0
    for (let place = offsets[node] ?? 0; place < end; place++) {
      const other = targets[place] ?? 0
      if (of[other] !== NONE) continue
      of[other] = number
      queue[length++] = other
    }
  }
}
