import Graph from 'graphology'
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
/** Betweenness starts from every node; from some of them it takes as much per node, and ends. */
const SOURCES = 20
const RUNS = 3

/**
 * Graph measures beside the same measures written plainly over graphology, on a random graph: most links to near numbers, so
 * that there are communities, the rest anywhere. Where both must give the same, the run stops when they do not.
 */
export async function* measureMeasures(size: Size): AsyncGenerator<Measurement> {
  const { nodes, links } = sizes[size]
  const { from, to } = randomLinks(nodes, links)
  const name = (what: string) => `${what}, ${nodes.toLocaleString('nl-NL')} knopen en ${links.toLocaleString('nl-NL')} relaties`
  const compare = async (what: string, ours: () => unknown, theirs: () => unknown, least: number): Promise<Measurement> => {
    const value = await best(RUNS, ours)
    const reference = await best(1, theirs)
    return measured('netwerk', name(what), {
      value, unit: 'ms', reference: { name: 'zelfde met graphology', value: reference },
      goal: { of: 'ratio', must: 'at most', figure: 1 / least, words: `≥ ${least}× zo snel`, applies: size === 'vol' },
    })
  }
  let graph = simpleGraph(nodes, from, to)
  let plain = new Graph()
  yield await compare('graaf bouwen', () => (graph = simpleGraph(nodes, from, to)), () => (plain = plainGraph(nodes, from, to)), 20)
  let parts: unknown
  yield await compare('onderdelen', () => (parts = connectedParts(graph).count), () => expectSame(parts, plainParts(plain)), 2)
  let shares: Float64Array = new Float64Array()
  yield await compare('PageRank', () => (shares = walkerShares(graph)), () => expectNear(shares, plainShares(plain)), 2)
  const sources = Array.from({ length: SOURCES }, (_, turn) => Math.floor((turn * nodes) / SOURCES))
  let between: Float64Array = new Float64Array()
  yield await compare(`tussenliggendheid vanuit ${SOURCES} knopen`, () => (between = betweenness(graph, sources)), () => expectNear(between, plainBetweenness(plain, sources)), 2)
  let found = communities(graph)
  yield await compare('gemeenschappen (eerste ronde van graphology)', () => (found = communities(graph)), () => plainRound(plain), 2)
  yield measured('netwerk', name('modulariteit van de gemeenschappen'), { value: modularity(graph, found.of, found.count), unit: '' })
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

function plainParts(graph: Graph): number {
  const seen = new Set<string>()
  let count = 0
  graph.forEachNode((start) => {
    if (seen.has(start)) return
    count++
    const queue = [start]
    seen.add(start)
    for (const node of queue) {
      graph.forEachNeighbor(node, (other) => {
        if (seen.has(other)) return
        seen.add(other)
        queue.push(other)
      })
    }
  })
  return count
}

function plainShares(graph: Graph): Float64Array {
  const count = graph.order
  let shares = new Map(graph.mapNodes((node) => [node, 1 / count]))
  for (let round = 0; round < 100; round++) {
    const lost = graph.reduceNodes((sum, node) => sum + (graph.degree(node) === 0 ? (shares.get(node) ?? 0) : 0), 0)
    const next = new Map<string, number>()
    let change = 0
    graph.forEachNode((node) => {
      let sum = (0.15 + 0.85 * lost) / count
      graph.forEachNeighbor(node, (other) => void (sum += (0.85 * (shares.get(other) ?? 0)) / graph.degree(other)))
      next.set(node, sum)
      change += Math.abs(sum - (shares.get(node) ?? 0))
    })
    shares = next
    if (change < count * 1e-6) break
  }
  return Float64Array.from({ length: count }, (_, node) => shares.get(String(node)) ?? 0)
}

function plainBetweenness(graph: Graph, sources: readonly number[]): Float64Array {
  const total = new Float64Array(graph.order)
  for (const source of sources.map(String)) {
    const order = [source]
    const steps = new Map([[source, 0]])
    const ways = new Map([[source, 1]])
    for (const node of order) {
      graph.forEachNeighbor(node, (other) => {
        if (!steps.has(other)) order.push(other)
        if (!steps.has(other)) steps.set(other, (steps.get(node) ?? 0) + 1)
        if (steps.get(other) === (steps.get(node) ?? 0) + 1) ways.set(other, (ways.get(other) ?? 0) + (ways.get(node) ?? 0))
      })
    }
    const dependency = new Map<string, number>()
    for (const node of order.toReversed().slice(0, -1)) {
      const own = dependency.get(node) ?? 0
      graph.forEachNeighbor(node, (before) => {
        if (steps.get(before) === (steps.get(node) ?? 0) - 1) dependency.set(before, (dependency.get(before) ?? 0) + ((ways.get(before) ?? 0) / (ways.get(node) ?? 1)) * (1 + own))
      })
      total[Number(node)] = (total[Number(node)] ?? 0) + own
    }
  }
  return total.map((sum) => sum / ((graph.order - 1) * (graph.order - 2)))
}

/** Moves nodes to their best community until nothing moves, without going on to communities of communities. */
function plainRound(graph: Graph): number {
  const of = new Map(graph.mapNodes((node) => [node, node]))
  const within = new Map(graph.mapNodes((node) => [node, graph.degree(node)]))
  const total = 2 * graph.size
  for (let moved = true, round = 0; moved && round < 20; round++) {
    moved = false
    graph.forEachNode((node) => {
      const toward = new Map<string, number>()
      graph.forEachNeighbor(node, (other) => void toward.set(of.get(other) ?? '', (toward.get(of.get(other) ?? '') ?? 0) + 1))
      const own = of.get(node) ?? ''
      const mine = graph.degree(node)
      within.set(own, (within.get(own) ?? 0) - mine)
      let [chosen, gain] = [own, (toward.get(own) ?? 0) - (mine * (within.get(own) ?? 0)) / total]
      for (const [group, links] of toward) {
        const other = links - (mine * (within.get(group) ?? 0)) / total
        if (other > gain + 1e-12) [chosen, gain] = [group, other]
      }
      within.set(chosen, (within.get(chosen) ?? 0) + mine)
      if (chosen !== own) moved = true
      of.set(node, chosen)
    })
  }
  return new Set(of.values()).size
}

function expectSame(one: unknown, other: unknown): void {
  if (one !== other) throw new Error(`graphology found ${String(other)} instead of ${String(one)}`)
}

function expectNear(one: Float64Array, other: Float64Array): void {
  one.forEach((value, node) => {
    if (Math.abs(value - (other[node] ?? 0)) > 1e-12) throw new Error(`graphology found ${other[node]} instead of ${value} at node ${node}`)
  })
}
