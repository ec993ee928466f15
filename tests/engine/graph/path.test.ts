import fc from 'fast-check'
import Graph from 'graphology'
import { expect, test } from 'vitest'
import type { LinkGraph } from '../../../electron/engine/graph/linkGraph.ts'
import { bareGraph } from '../../fixtures/linkGraph.ts'
import { neighbourhood } from '../../../electron/engine/graph/neighbourhood.ts'
import { shortestPath } from '../../../electron/engine/graph/path.ts'

const NODES = 24
const randomLinks = fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1)), { maxLength: 60 })
const node = fc.nat(NODES - 1)

function graphOf(pairs: readonly (readonly [number, number])[]): LinkGraph {
  const from = Uint32Array.from(pairs, ([first]) => first)
  const to = Uint32Array.from(pairs, ([, second]) => second)
  return bareGraph(NODES, from, to)
}

const NO_BARRIERS = { nodes: new Set<number>(), first: new Set<number>() }

function oracleOf(pairs: readonly (readonly [number, number])[], without: ReadonlySet<number>): Graph {
  const graph = new Graph({ multi: true, type: 'undirected' })
  for (let id = 0; id < NODES; id++) if (!without.has(id)) graph.addNode(id)
  for (const [from, to] of pairs) if (!without.has(from) && !without.has(to)) graph.addEdge(from, to)
  return graph
}

/** Steps from a node to every node that can be reached, by the plainest search over graphology. */
function distances(graph: Graph, from: number): Map<number, number> {
  const found = new Map([[from, 0]])
  const queue = [from]
  for (const one of queue) {
    for (const neighbour of graph.neighbors(one).map(Number)) {
      if (found.has(neighbour)) continue
      found.set(neighbour, (found.get(one) ?? 0) + 1)
      queue.push(neighbour)
    }
  }
  return found
}

test('a path is as short as graphology finds, walks over links, and avoids what is excluded', () => {
  fc.assert(
    fc.property(randomLinks, node, node, fc.uniqueArray(node, { maxLength: 4 }), (pairs, from, to, exclusions) => {
      const excluded = new Set(exclusions.filter((one) => one !== from && one !== to))
      const path = shortestPath(graphOf(pairs), from, to, () => true, { ...NO_BARRIERS, nodes: excluded })
      const oracle = oracleOf(pairs, excluded)
      const steps = distances(oracle, from).get(to)
      expect(path === null ? undefined : path.length - 1).toBe(steps)
      if (path === null) return
      expect([path[0], path.at(-1)]).toEqual([from, to])
      path.slice(1).forEach((here, index) => expect(oracle.areNeighbors(path[index], here)).toBe(true))
    }),
    { numRuns: 400 },
  )
})

test('among equally short paths it is always the smallest, in whatever order the links come', () => {
  fc.assert(
    fc.property(randomLinks, node, node, fc.nat(), (pairs, from, to, turn) => {
      const path = shortestPath(graphOf(pairs), from, to, () => true, NO_BARRIERS)
      const turned = [...pairs.slice(turn % (pairs.length + 1)), ...pairs.slice(0, turn % (pairs.length + 1))]
      expect(shortestPath(graphOf(turned), from, to, () => true, NO_BARRIERS)).toEqual(path)
      if (path !== null) expect(path).toEqual(smallestOf(oracleOf(pairs, new Set()), from, to))
    }),
    { numRuns: 300 },
  )
})

/** Walks greedily over the smallest neighbour that is one step nearer. */
function smallestOf(oracle: Graph, from: number, to: number): number[] {
  const left = distances(oracle, to)
  const path = [from]
  for (let here = from; here !== to; path.push(here)) {
    here = Math.min(...oracle.neighbors(here).map(Number).filter((one) => (left.get(one) ?? NODES) === (left.get(here) ?? 0) - 1))
  }
  return path
}

test('a neighbourhood holds exactly the nodes within its depth', () => {
  fc.assert(
    fc.property(randomLinks, node, fc.integer({ min: 0, max: 4 }), (pairs, from, depth) => {
      const found = neighbourhood(graphOf(pairs), [from], depth, () => true, NODES)
      const expected = [...distances(oracleOf(pairs, new Set()), from)].filter(([, steps]) => steps <= depth).map(([one]) => one)
      expect(found.nodes.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b))
      expect(found.truncated).toBe(false)
    }),
    { numRuns: 200 },
  )
})
