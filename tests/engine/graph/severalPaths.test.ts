import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectingNetwork } from '../../../electron/engine/graph/connecting.ts'
import { eachNeighbour, type LinkGraph } from '../../../electron/engine/graph/linkGraph.ts'
import { severalPaths } from '../../../electron/engine/graph/severalPaths.ts'
import { bareGraph } from '../../fixtures/linkGraph.ts'

const NODES = 9
const node = fc.nat(NODES - 1)
const datedLinks = fc.array(fc.tuple(node, node, fc.integer({ min: 1, max: 6 }), fc.nat(3)), { maxLength: 22 })
type DatedLink = readonly [number, number, number, number]
const all = () => true

function graphOf(links: readonly DatedLink[]): LinkGraph {
  const column = (of: (link: DatedLink) => number) => Uint32Array.from(links, of)
  return bareGraph(NODES, column(([from]) => from), column(([, to]) => to), { starts: column(([, , start]) => start), ends: column(([, , start, length]) => start + length) })
}

/** Every path without a node twice, by trying everything. */
function everyPath(graph: LinkGraph, from: number, to: number, inTimeOrder: boolean): number[][] {
  const found = new Map<string, number[]>()
  const visit = (path: number[], day: number): void => {
    const here = path.at(-1) ?? 0
    if (here === to) {
      found.set(path.join(' '), path)
      return
    }
    eachNeighbour(graph, here, all, (neighbour, slot) => {
      const then = Math.max(day, graph.starts[slot] ?? 0)
      if (path.includes(neighbour) || (inTimeOrder && then > (graph.ends[slot] ?? 0))) return
      visit([...path, neighbour], inTimeOrder ? then : 0)
    })
  }
  visit([from], 0)
  return [...found.values()].sort((a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1))
}

test('the shortest paths are the first of all there are: sorted, without a node twice, the same from either end', () => {
  fc.assert(
    fc.property(datedLinks, node, node, (links, from, to) => {
      const graph = graphOf(links)
      const question = { allowed: all, excluded: new Set<number>(), count: 6, inTimeOrder: false }
      const found = severalPaths(graph, from, to, question)
      const low = Math.min(from, to)
      const expected = everyPath(graph, low, Math.max(from, to), false).slice(0, 6)
      expect(found.map((path) => (path[0] === low && from <= to ? path : path.toReversed()))).toEqual(expected)
      expect(severalPaths(graph, to, from, question).map((path) => path.toReversed())).toEqual(found)
    }),
    { numRuns: 500 },
  )
})

test('in time order the paths are the first of those whose days need not go back', () => {
  fc.assert(
    fc.property(datedLinks, node, node, (links, from, to) => {
      const graph = graphOf(links)
      const found = severalPaths(graph, from, to, { allowed: all, excluded: new Set(), count: 5, inTimeOrder: true })
      expect(found).toEqual(everyPath(graph, from, to, true).slice(0, 5))
    }),
    { numRuns: 500 },
  )
})

test('a connecting network joins exactly what hangs together, with no more than twice the fewest links', () => {
  fc.assert(
    fc.property(datedLinks, fc.uniqueArray(node, { minLength: 2, maxLength: 4 }), (links, ends) => {
      const graph = graphOf(links)
      const { nodes, groups } = connectingNetwork(graph, ends, all, new Set())
      const reach = (start: number, within: ReadonlySet<number>) => {
        const seen = new Set([start])
        for (const one of seen) eachNeighbour(graph, one, all, (other) => within.has(other) && seen.add(other))
        return seen
      }
      const everywhere = new Set(Array.from({ length: NODES }, (_, number) => number))
      for (const group of groups) {
        const [first = 0] = group
        expect(ends.filter((end) => reach(first, everywhere).has(end)).toSorted((one, other) => one - other)).toEqual(group.toSorted((one, other) => one - other))
        expect(group.every((end) => reach(first, new Set(nodes)).has(end))).toBe(true)
      }
      if (groups.length === 1) expect(nodes.length - 1).toBeLessThanOrEqual(2 * fewestLinks(graph, ends, reach))
    }),
    { numRuns: 300 },
  )
})

/** The fewest links of any network that joins the ends, by trying every set of nodes. */
function fewestLinks(graph: LinkGraph, ends: readonly number[], reach: (start: number, within: ReadonlySet<number>) => Set<number>): number {
  let fewest = graph.nodes
  for (let mask = 0; mask < 1 << NODES; mask++) {
    const within = new Set(Array.from({ length: NODES }, (_, number) => number).filter((number) => (mask & (1 << number)) !== 0))
    if (within.size - 1 >= fewest || !ends.every((end) => within.has(end))) continue
    const [start = 0] = ends
    if (reach(start, within).size === within.size) fewest = within.size - 1
  }
  return fewest
}
