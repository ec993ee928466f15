import fc from 'fast-check'
import Graph from 'graphology'
import { connectedComponents } from 'graphology-components'
import plainBetweenness from 'graphology-metrics/centrality/betweenness.js'
import pagerank from 'graphology-metrics/centrality/pagerank.js'
import plainModularity from 'graphology-metrics/graph/modularity.js'
import { expect, test } from 'vitest'
import { betweenness } from '../../../electron/engine/graph/betweenness.ts'
import { communities, modularity } from '../../../electron/engine/graph/communities.ts'
import { connectedParts } from '../../../electron/engine/graph/parts.ts'
import { simpleGraph } from '../../../electron/engine/graph/simpleGraph.ts'
import { walkerShares } from '../../../electron/engine/graph/walker.ts'

const NODES = 40
const links = fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1)), { maxLength: 120 })

/** The same links for us and for graphology: undirected, none twice, none to itself. */
function both(pairs: readonly (readonly [number, number])[]) {
  const plain = new Graph({ type: 'undirected', multi: false, allowSelfLoops: false })
  for (let node = 0; node < NODES; node++) plain.addNode(String(node))
  for (const [from, to] of pairs) if (from !== to) plain.mergeEdge(String(from), String(to))
  return { plain, graph: simpleGraph(NODES, Uint32Array.from(pairs, ([from]) => from), Uint32Array.from(pairs, ([, to]) => to)) }
}

test('on random graphs betweenness, PageRank, parts and modularity equal those of graphology', () => {
  fc.assert(
    fc.property(links, (pairs) => {
      const { graph, plain } = both(pairs)
      expect(graph.targets.length / 2).toBe(plain.size)
      const between = plainBetweenness(plain, { getEdgeWeight: null })
      betweenness(graph).forEach((value, node) => expect(value).toBeCloseTo(between[String(node)] ?? -1, 9))
      const { of, count } = connectedParts(graph)
      const parts = connectedComponents(plain).map((part) => part.map(Number).toSorted((a, b) => a - b)).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
      expect(Array.from({ length: count }, (_, part) => [...of.keys()].filter((node) => of[node] === part))).toEqual(parts)
      if (plain.size === 0) return
      const ranks = pagerank(plain, { getEdgeWeight: null, maxIterations: 1000, tolerance: 1e-9 })
      walkerShares(graph).forEach((share, node) => expect(Math.abs(share - (ranks[String(node)] ?? -1))).toBeLessThan(1e-4))
      const found = communities(graph)
      plain.forEachNode((node) => plain.setNodeAttribute(node, 'community', found.of[Number(node)]))
      expect(modularity(graph, found.of, found.count)).toBeCloseTo(plainModularity(plain, { getEdgeWeight: null }), 9)
    }),
    { numRuns: 40 },
  )
})
