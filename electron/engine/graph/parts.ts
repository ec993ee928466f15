import type { SimpleGraph } from './simpleGraph.ts'

/** By node: the number of its connected part. Parts are numbered in the order of their smallest node. */
export function connectedParts({ nodes, offsets, targets }: SimpleGraph): { of: Uint32Array; count: number } {
  const NONE = 0xffff_ffff
  const of = new Uint32Array(nodes).fill(NONE)
  const queue = new Uint32Array(nodes)
  let count = 0
  for (let start = 0; start < nodes; start++) {
    if (of[start] !== NONE) continue
    of[start] = count
    queue[0] = start
    let length = 1
    for (let head = 0; head < length; head++) {
      const node = queue[head] ?? 0
      const end = offsets[node + 1] ?? 0
      for (let place = offsets[node] ?? 0; place < end; place++) {
        const other = targets[place] ?? 0
        if (of[other] !== NONE) continue
        of[other] = count
        queue[length++] = other
      }
    }
    count++
  }
  return { of, count }
}
