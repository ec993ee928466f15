import Graph from 'graphology'
import { entityKey, type EntityKey } from '#shared/model/entity.ts'
import { makeRandom, shuffled, type Random } from '../../../electron/engine/demo/world/random.ts'
import type { Store } from '../../../electron/engine/store/database.ts'
import { eachLink, nodeKinds, nodeRefs } from '../../../electron/engine/store/network.ts'
import { quantile, timed, timeEach } from '../clock.ts'
import { measured, type Group } from '../measurement.ts'
import { withStore } from '../store.ts'
import { demoVault } from '../workshop.ts'
import { measureMeasures } from '../networkMeasures.ts'

const SAMPLES = 150
/** The number of links for which the issue gives its figures. */
const ASKED = 1_000_000

export const network: Group = {
  name: 'netwerk',
  async *measure(size) {
    const vault = await demoVault(size)
    const { graph, medians, pairs, reading } = await withStore(vault, async (store) => {
      const { ms, value } = await timed(() => readGraph(store))
      const random = makeRandom('netwerk')
      return { graph: value, medians: medianNodes(value, random), pairs: somePairs(value, random), reading: { store: keysOf(store, value), ms } }
    })
    const keyOf = reading.store
    const of = `${graph.size.toLocaleString('nl-NL')} relaties`
    const applies = graph.size >= ASKED
    const expand = (node: string) => vault.ask('network.expand', { keys: [keyOf(node)], depth: 2, filter: {}, limit: 2000 })
    const first = await timed(() => expand(medians[0] ?? ''))
    yield measured('netwerk', `eerste vraag, met het opbouwen van de graaf, ${of}`, { value: first.ms, unit: 'ms', reference: { name: 'graphology, opbouwen uit dezelfde kluis', value: reading.ms } })
    const expanding = await timeEach(medians, expand)
    const bare = await timeEach(medians, (node) => around(graph, node, 2))
    yield measured('netwerk', `omgeving van twee stappen, p99, ${of}`, {
      value: quantile(expanding, 0.99), unit: 'ms', reference: { name: 'alleen de knopen, met graphology in het geheugen, p99', value: quantile(bare, 0.99) },
      goal: { of: 'value', must: 'at most', figure: 10, words: '≤ 10 ms bij 1.000.000 relaties', applies },
    })
    const path = (from: string, to: string, count: number) => vault.ask('network.path', { from: keyOf(from), to: keyOf(to), filter: {}, exclude: [], count }).catch(() => undefined)
    const paths = await timeEach(pairs, ([from, to]) => path(from, to, 1))
    const barePaths = await timeEach(pairs, ([from, to]) => pathLength(graph, from, to))
    yield measured('netwerk', `pad tussen twee, p99, ${of}`, {
      value: quantile(paths, 0.99), unit: 'ms', reference: { name: 'zelfde pad met graphology in het geheugen, p99', value: quantile(barePaths, 0.99) },
      goal: { of: 'value', must: 'at most', figure: 50, words: '≤ 50 ms bij 1.000.000 relaties', applies },
    })
    const several = await timeEach(pairs.slice(0, 30), ([from, to]) => path(from, to, 10))
    yield measured('netwerk', `tien kortste paden, p99, ${of}`, {
      value: quantile(several, 0.99), unit: 'ms', goal: { of: 'value', must: 'at most', figure: 500, words: '≤ 500 ms bij 1.000.000 relaties', applies },
    })
    const tens = Array.from({ length: 20 }, (_, turn) => pairs.slice(turn * 5, turn * 5 + 5).flat()).filter((ten) => new Set(ten).size === 10)
    const joined = await timeEach(tens, (ten) => vault.ask('network.connect', { keys: ten.map(keyOf), filter: {}, exclude: [], limit: 2000 }))
    yield measured('netwerk', `verbindend netwerk van tien, p99, ${of}`, {
      value: quantile(joined, 0.99), unit: 'ms', goal: { of: 'value', must: 'at most', figure: 1000, words: '≤ 1 s bij 1.000.000 relaties', applies },
    })
    const busiest = medians.slice(0, 5)
    const placed = await timeEach(busiest, async (node) => {
      const { nodes, links } = await vault.ask('network.expand', { keys: [keyOf(node)], depth: 3, filter: {}, limit: 500 })
      return vault.ask('network.layout', {
        nodes: nodes.map(({ key, label }) => ({ key, label, x: null, y: null, pinned: false })),
        links: links.map(({ from, to, label }) => ({ from, to, room: 7 * label.length })),
      })
    })
    yield measured('netwerk', `drie stappen uitbreiden en plaatsen, mediaan, ${of}`, { value: quantile(placed, 0.5), unit: 'ms' })
    const found = await timed(() => vault.ask('finding.run', {}))
    yield measured('netwerk', `alle bevindingen zoeken, ${of}`, { value: found.ms / 1000, unit: 's' })
    yield* measureMeasures(size)
  },
}

function readGraph(store: Store): Graph {
  const graph = new Graph({ type: 'undirected', multi: true })
  for (const { fromNode, toNode } of eachLink(store)) {
    graph.mergeNode(String(fromNode))
    graph.mergeNode(String(toNode))
    graph.addEdge(String(fromNode), String(toNode))
  }
  return graph
}

function keysOf(store: Store, graph: Graph): (node: string) => EntityKey {
  const refs = nodeRefs(store, graph.nodes().map(Number))
  return (node) => {
    const found = refs.get(Number(node))
    const kind = nodeKinds[(found?.kind ?? 0) - 1]
    if (!found || !kind) throw new Error(`node ${node} stands for nothing`)
    return entityKey(kind, found.ref)
  }
}

function medianNodes(graph: Graph, random: Random): string[] {
  const degrees = graph.mapNodes((node) => graph.degree(node))
  const median = quantile(degrees, 0.5)
  return shuffled(graph.filterNodes((node) => graph.degree(node) === median), random).slice(0, SAMPLES)
}

/** Pairs with a way between them, a few steps apart, as an analyst asks them. */
function somePairs(graph: Graph, random: Random): [string, string][] {
  return shuffled(graph.nodes(), random).slice(0, SAMPLES).flatMap((node): [string, string][] => {
    const far = [...around(graph, node, 4)]
    const other = far.at(-1)
    return other === undefined || other === node ? [] : [[node, other]]
  })
}

function around(graph: Graph, start: string, steps: number): Set<string> {
  const seen = new Set([start])
  let edge = [start]
  for (let step = 0; step < steps; step += 1) {
    edge = edge.flatMap((node) => graph.neighbors(node)).filter((node) => !seen.has(node) && seen.add(node))
  }
  return seen
}

function pathLength(graph: Graph, from: string, to: string): number {
  const seen = new Set([from])
  let edge = [from]
  for (let length = 0; edge.length > 0; length += 1) {
    if (edge.includes(to)) return length
    edge = edge.flatMap((node) => graph.neighbors(node)).filter((node) => !seen.has(node) && seen.add(node))
  }
  return -1
}
