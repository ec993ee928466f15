import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { betweenness } from '../../../electron/engine/graph/betweenness.ts'
import { communities, modularity } from '../../../electron/engine/graph/communities.ts'
import { findCuts } from '../../../electron/engine/graph/cuts.ts'
import { connectedParts } from '../../../electron/engine/graph/parts.ts'
import { degreeIn, simpleGraph, type SimpleGraph } from '../../../electron/engine/graph/simpleGraph.ts'
import { walkerShares } from '../../../electron/engine/graph/walker.ts'
import { readNetwork } from '../../fixtures/classicNetwork.ts'
import { hasSharedData, sharedData, whySkipped } from '../../fixtures/sharedData.ts'

const Values = z.record(z.string(), z.number())
const Reference = z.record(
  z.string(),
  z.object({ nodes: z.number(), edges: z.number(), components: z.number(), articulation_points: z.array(z.string()), bridges: z.number(), betweenness: Values, degree: Values }),
)

describe.skipIf(!hasSharedData)(`published networks${whySkipped}`, () => {
  const classics = ['karate', 'lesmis', 'florentine', 'davis']

  test.each(classics)('%s: betweenness, degree, parts, cut points and bridges as published', (name) => {
    const expected = Reference.parse(JSON.parse(readFileSync(sharedData('net_classic', 'reference_computed.json'), 'utf8')))[name]
    const { names, graph } = readNetwork('net_classic', `${name}_edges.csv`)
    const between = betweenness(graph)
    const cuts = findCuts(graph)
    if (!expected) throw new Error(`no reference for ${name}`)
    expect([graph.nodes, graph.targets.length / 2, connectedParts(graph).count]).toEqual([expected.nodes, expected.edges, expected.components])
    names.forEach((node, place) => {
      expect(between[place]).toBeCloseTo(expected.betweenness[node] ?? -1, 6)
      expect(degreeIn(graph, place)).toBe(expected.degree[node])
    })
    expect(names.filter((_, place) => cuts.isCutPoint[place] === 1).toSorted()).toEqual(expected.articulation_points.toSorted())
    expect(cuts.bridges).toHaveLength(expected.bridges)
  })

  test('florentine: the published betweenness of the Medici', () => {
    const { names, graph } = readNetwork('net_classic', 'florentine_edges.csv')
    expect(betweenness(graph)[names.indexOf('Medici')]).toBeCloseTo(0.522, 3)
  })

  test('karate: the two clubs have modularity .3582, and the communities found do better', () => {
    const { names, graph } = readNetwork('net_classic', 'karate_edges.csv')
    const clubs = new Map(readFileSync(sharedData('net_classic', 'karate_nodes.csv'), 'utf8').trim().split('\n').map((line) => [line.split(',')[0], line.includes('Hi') ? 0 : 1]))
    expect(modularity(graph, Uint32Array.from(names, (name) => clubs.get(name) ?? 0), 2)).toBeCloseTo(0.3582347, 6)
    expect(communities(graph).modularity).toBeGreaterThan(0.41)
  })

  test('Facebook: 4,039 nodes, 88,234 links, one part, highest degree 1,045', () => {
    const { graph } = readNetwork('net_snap', 'facebook_combined_edges.csv.gz')
    const degrees = Array.from({ length: graph.nodes }, (_, node) => degreeIn(graph, node))
    expect([graph.nodes, graph.targets.length / 2, connectedParts(graph).count, Math.max(...degrees)]).toEqual([4039, 88_234, 1, 1045])
    expect(communities(graph).modularity).toBeGreaterThan(0.83)
  })
})

const NODES = 12
const links = fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1)), { maxLength: 30 })

function graphOf(pairs: readonly (readonly [number, number])[]): SimpleGraph {
  return simpleGraph(NODES, Uint32Array.from(pairs, ([from]) => from), Uint32Array.from(pairs, ([, to]) => to))
}

/** Steps and number of shortest ways between all pairs (Floyd and Warshall, then counting). */
function distances(graph: SimpleGraph, without = -1): number[][] {
  const steps = Array.from({ length: NODES }, (_row, from) => Array.from({ length: NODES }, (_cell, to) => (from === to ? 0 : Infinity)))
  for (let node = 0; node < NODES; node++) for (const other of graph.targets.slice(graph.offsets[node], graph.offsets[node + 1])) if (node !== without && other !== without) (steps[node] ?? [])[other] = 1
  const at = (from: number, to: number) => steps[from]?.[to] ?? Infinity
  for (let via = 0; via < NODES; via++) for (let from = 0; from < NODES; from++) for (let to = 0; to < NODES; to++) (steps[from] ?? [])[to] = Math.min(at(from, to), at(from, via) + at(via, to))
  return steps
}

function countWays(graph: SimpleGraph, steps: number[][], from: number, to: number): number {
  if (from === to) return 1
  const before = Array.from(graph.targets.slice(graph.offsets[to], graph.offsets[to + 1])).filter((one) => (steps[from]?.[one] ?? 0) + 1 === steps[from]?.[to])
  return before.reduce((sum, one) => sum + countWays(graph, steps, from, one), 0)
}

test('betweenness equals counting every shortest path', () => {
  fc.assert(
    fc.property(links, (pairs) => {
      const graph = graphOf(pairs)
      const steps = distances(graph)
      const found = betweenness(graph)
      const at = (from: number, to: number) => steps[from]?.[to] ?? Infinity
      const reached = Array.from({ length: NODES * NODES }, (_, pair) => [Math.floor(pair / NODES), pair % NODES] as const).filter(([from, to]) => from < to && at(from, to) < Infinity)
      for (let node = 0; node < NODES; node++) {
        const passed = reached.filter(([from, to]) => from !== node && to !== node && at(from, node) + at(node, to) === at(from, to))
        const sum = passed.reduce((total, [from, to]) => total + (countWays(graph, steps, from, node) * countWays(graph, steps, node, to)) / countWays(graph, steps, from, to), 0)
        expect(found[node]).toBeCloseTo((2 * sum) / ((NODES - 1) * (NODES - 2)), 9)
      }
    }),
    { numRuns: 60 },
  )
})

test('parts, cut points and bridges equal taking nodes and links away one by one', () => {
  const partsWithout = (graph: SimpleGraph, node: number) => {
    const steps = distances(graph, node)
    return new Set(steps.map((row) => row.map((one) => (one === Infinity ? '-' : 'x')).join(''))).size
  }
  fc.assert(
    fc.property(links, (pairs) => {
      const graph = graphOf(pairs)
      const { count, of } = connectedParts(graph)
      const steps = distances(graph)
      expect(partsWithout(graph, -1)).toBe(count)
      for (let node = 0; node < NODES; node++) expect(of[node] === of[0]).toBe(steps[0]?.[node] !== Infinity)
      const cuts = findCuts(graph)
      for (let node = 0; node < NODES; node++) expect([node, cuts.isCutPoint[node] === 1]).toEqual([node, partsWithout(graph, node) > count + (degreeIn(graph, node) === 0 ? 0 : 1)])
      const simple = [...new Map(pairs.filter(([a, b]) => a !== b).map(([a, b]) => [`${Math.min(a, b)} ${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)] as const])).values()]
      const bridges = simple.filter((one) => connectedParts(graphOf(simple.filter((other) => other !== one))).count > count).toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
      expect(cuts.bridges.map(({ from, to }) => [from, to])).toEqual(bridges)
    }),
    { numRuns: 150 },
  )
})

test('shares of a walker sum to one and stay as they are after one more round', () => {
  fc.assert(
    fc.property(links, (pairs) => {
      const graph = graphOf(pairs)
      const shares = walkerShares(graph)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      const lost = shares.reduce((sum, share, node) => sum + (degreeIn(graph, node) === 0 ? share : 0), 0)
      shares.forEach((share, node) => {
        const given = Array.from(graph.targets.slice(graph.offsets[node], graph.offsets[node + 1])).reduce((sum, other) => sum + (shares[other] ?? 0) / degreeIn(graph, other), 0)
        expect(Math.abs(share - (0.15 + 0.85 * lost) / NODES - 0.85 * given)).toBeLessThan(1e-4)
      })
    }),
  )
})

test('communities are the same in whatever order the links come, never across parts, and no worse than none', () => {
  fc.assert(
    fc.property(links, fc.nat(), (pairs, turn) => {
      const graph = graphOf(pairs)
      const found = communities(graph)
      const turned = [...pairs.slice(turn % (pairs.length + 1)), ...pairs.slice(0, turn % (pairs.length + 1))].map(([from, to]) => [to, from] as const)
      expect(communities(graphOf(turned))).toEqual(found)
      const { of } = connectedParts(graph)
      for (let node = 0; node < NODES; node++) for (let other = 0; other < NODES; other++) if (found.of[node] === found.of[other]) expect(of[node]).toBe(of[other])
      expect(found.modularity).toBeGreaterThanOrEqual(modularity(graph, of, NODES) - 1e-9)
    }),
    { numRuns: 150 },
  )
})
