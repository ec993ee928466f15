import Graph from 'graphology'
import louvain from 'graphology-communities-louvain'
import { countConnectedComponents } from 'graphology-components'
import plainBetweenness from 'graphology-metrics/centrality/betweenness.js'
import pagerank from 'graphology-metrics/centrality/pagerank.js'
import { betweenness } from '../../electron/engine/graph/betweenness.ts'
import { communities, modularity } from '../../electron/engine/graph/communities.ts'
import { connectedParts } from '../../electron/engine/graph/parts.ts'
import { simpleGraph } from '../../electron/engine/graph/simpleGraph.ts'
import { walkerShares } from '../../electron/engine/graph/walker.ts'
import { makeRandom } from '../../electron/engine/demo/world/random.ts'
import { best } from './clock.ts'
import { measured, type Measurement, type Size } from './measurement.ts'

/** The graph for which the issue gives its figures, and a small one of the same shape. */
const sizes: Record<Size, { nodes: number; links: number }> = { vol: { nodes: 100_000, links: 500_000 }, klein: { nodes: 10_000, links: 50_000 } }
/** Betweenness takes nodes times links, in both: on this part of the size it ends. */
const SMALLER = 20
const RUNS = 3

/**
 * Graph measures beside those of graphology's own packages, each the best of as many runs, on a random graph: most links to near
 * numbers, so that there are communities, the rest anywhere. Where both must give the same, the run stops when they do not.
 */
export async function* measureMeasures(size: Size): AsyncGenerator<Measurement> {
  const whole = sizes[size]
  const { from, to } = randomLinks(whole.nodes, whole.links)
  let graph = simpleGraph(whole.nodes, from, to)
  let plain = new Graph()
  yield await beside('graaf bouwen', size, whole, () => (graph = simpleGraph(whole.nodes, from, to)), () => (plain = plainGraph(whole.nodes, from, to)), 20)
  let parts = 0
  yield await beside('onderdelen', size, whole, () => (parts = connectedParts(graph).count), () => expectSame(parts, countConnectedComponents(plain)), 2)
  let shares: Float64Array = new Float64Array()
  yield await beside('PageRank', size, whole, () => (shares = walkerShares(graph)), () => expectNear(shares, pagerank(plain, { getEdgeWeight: null })), 2)
  let found = communities(graph)
  let theirs = 0
  const random = makeRandom('louvain').next
  yield await beside('gemeenschappen (Louvain)', size, whole, () => (found = communities(graph)), () => (theirs = louvain.detailed(plain, { getEdgeWeight: null, rng: random }).modularity), 2)
  yield measured('netwerk', named('modulariteit van de gemeenschappen', whole), {
    value: modularity(graph, found.of, found.count), unit: '', reference: { name: 'Louvain van graphology', value: theirs },
  })
  yield await measureBetweenness(size)
}

async function measureBetweenness(size: Size): Promise<Measurement> {
  const part = { nodes: sizes[size].nodes / SMALLER, links: sizes[size].links / SMALLER }
  const { from, to } = randomLinks(part.nodes, part.links)
  const graph = simpleGraph(part.nodes, from, to)
  const plain = plainGraph(part.nodes, from, to)
  let between: Float64Array = new Float64Array()
  return beside('tussenliggendheid', size, part, () => (between = betweenness(graph)), () => expectNear(between, plainBetweenness(plain, { getEdgeWeight: null })), 2)
}

interface Extent {
  nodes: number
  links: number
}

function named(what: string, { nodes, links }: Extent): string {
  return `${what}, ${nodes.toLocaleString('nl-NL')} knopen en ${links.toLocaleString('nl-NL')} relaties`
}

async function beside(what: string, size: Size, extent: Extent, ours: () => unknown, theirs: () => unknown, least: number): Promise<Measurement> {
  const value = await best(RUNS, ours)
  const reference = await best(RUNS, theirs)
  return measured('netwerk', named(what, extent), {
    value, unit: 'ms', reference: { name: 'zelfde met graphology', value: reference },
    goal: { of: 'ratio', must: 'at most', figure: 1 / least, words: `≥ ${least}× zo snel`, applies: size === 'vol' },
  })
}

function randomLinks(nodes: number, links: number): { from: Uint32Array; to: Uint32Array } {
  const random = makeRandom('maten')
  const seen = new Set<number>()
  const from = new Uint32Array(links)
  const to = new Uint32Array(links)
  for (let link = 0; link < links; ) {
    const first = random.between(0, nodes - 1)
    const second = random.between(0, 9) < 7 ? (first + random.between(1, 40)) % nodes : random.between(0, nodes - 1)
    const pair = Math.min(first, second) * nodes + Math.max(first, second)
    if (first === second || seen.has(pair)) continue
    seen.add(pair)
    from[link] = first
    to[link++] = second
  }
  return { from, to }
}

function plainGraph(nodes: number, from: Uint32Array, to: Uint32Array): Graph {
  const graph = new Graph({ type: 'undirected' })
  for (let node = 0; node < nodes; node++) graph.addNode(node)
  for (let link = 0; link < from.length; link++) graph.addEdge(from[link], to[link])
  return graph
}

function expectSame(one: unknown, other: unknown): void {
  if (one !== other) throw new Error(`graphology found ${String(other)} instead of ${String(one)}`)
}

function expectNear(one: Float64Array, other: Record<string, number>): void {
  one.forEach((value, node) => {
    if (Math.abs(value - (other[node] ?? 0)) > 1e-9) throw new Error(`graphology found ${other[node]} instead of ${value} at node ${node}`)
  })
}
