import type { SimpleGraph } from './simpleGraph.ts'

/** What holds a network together: without it, it falls apart. */
export interface Cuts {
  /** 1 for a node without which its part falls apart */
  isCutPoint: Uint8Array
  /** pairs of neighbours whose link is the only way between what lies on both sides; `below` nodes hang on it */
  bridges: { from: number; to: number; below: number }[]
}

/**
 * Cut points and bridges by one depth-first walk (Tarjan, SIAM Journal on Computing 1 (1972) 146-160), without recursion:
 * a chain of companies may be as long as it likes.
 */
export function findCuts({ nodes, offsets, targets }: SimpleGraph): Cuts {
  const entered = new Uint32Array(nodes)
  const lowest = new Uint32Array(nodes)
  const parent = new Int32Array(nodes).fill(-1)
  const size = new Uint32Array(nodes).fill(1)
  const place = offsets.slice(0, nodes)
  const isCutPoint = new Uint8Array(nodes)
  const bridges: Cuts['bridges'] = []
  let clock = 0
  for (let root = 0; root < nodes; root++) if (entered[root] === 0) walkFrom(root)
  return { isCutPoint, bridges: bridges.sort((a, b) => a.from - b.from || a.to - b.to) }

  function walkFrom(root: number): void {
    enter(root, -1)
    let children = 0
    for (let node = root; node >= 0; ) {
      const next = nextUnseen(node)
      if (next >= 0) {
        if (node === root) children++
        enter(next, node)
        node = next
      } else node = leave(node, root)
    }
    if (children > 1) isCutPoint[root] = 1
  }

  function enter(node: number, above: number): void {
    parent[node] = above
    clock++
    entered[node] = clock
    lowest[node] = clock
  }

  /** The next neighbour that was not entered yet, or -1; notes links back to what was. */
  function nextUnseen(node: number): number {
    const end = offsets[node + 1] ?? 0
    for (let at = place[node] ?? 0; at < end; at++) {
      const other = targets[at] ?? 0
      place[node] = at + 1
      if (entered[other] === 0) return other
      if (other !== parent[node]) lowest[node] = Math.min(lowest[node] ?? 0, entered[other] ?? 0)
    }
    return -1
  }

  /** Goes back up, and says where. */
  function leave(node: number, root: number): number {
    const above = parent[node] ?? -1
    if (above < 0) return above
    const low = lowest[node] ?? 0
    lowest[above] = Math.min(lowest[above] ?? 0, low)
    size[above] = (size[above] ?? 0) + (size[node] ?? 0)
    if (above !== root && low >= (entered[above] ?? 0)) isCutPoint[above] = 1
    if (low > (entered[above] ?? 0)) bridges.push({ from: Math.min(node, above), to: Math.max(node, above), below: size[node] ?? 0 })
    return above
  }
}
