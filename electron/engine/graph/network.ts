import { LinkKind, type EntityKey } from '#shared/model/entity.ts'
import type { LinkFilter, Network } from '#shared/model/network.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { keysOf, locate, readLinks, readNodes, type Located } from './facts.ts'
import { eachNeighbour, linkGraph, linksBetween, passes, type LinkGraph, type Passes } from './linkGraph.ts'
import { neighbourhood } from './neighbourhood.ts'
import { shortestPath } from './path.ts'

type Looking = Pick<CallContext, 'store' | 'now'>

export interface LinkCount {
  kind: LinkKind
  direction: 'out' | 'in'
  count: number
}

/** How many passing links of each kind leave and reach an entity; in the order of the kinds, without zeros. */
export function countLinks({ store }: Looking, key: EntityKey, filter: LinkFilter): LinkCount[] {
  const graph = linkGraph(store)
  const [node] = nodesOf(locate(store, [key]))
  if (node === undefined) return []
  const counts = new Map<string, number>()
  eachNeighbour(graph, node, passes(graph, filter), (_neighbour, slot) => {
    const id = `${graph.kinds[slot]} ${graph.from[slot] === node ? 'out' : 'in'}`
    counts.set(id, (counts.get(id) ?? 0) + 1)
  })
  return LinkKind.options.flatMap((kind, code) =>
    (['out', 'in'] as const).flatMap((direction) => {
      const count = counts.get(`${code} ${direction}`)
      return count === undefined ? [] : [{ kind, direction, count }]
    }),
  )
}

export interface Expansion extends Network {
  truncated: boolean
  /** nodes with so many links that the search did not go through them */
  hubs: EntityKey[]
}

export interface ExpansionQuestion {
  keys: readonly EntityKey[]
  /** steps, 0…4 */
  depth: number
  filter: LinkFilter
  /** most nodes in the answer */
  limit: number
  /** entities on the table already; links between them and what is found come along */
  shown?: readonly EntityKey[]
}

/**
 * Entities and all that is linked to them within some steps, with every passing link among what was found.
 * @throws ProblemError `not-found` when an entity is not in the vault
 */
export function expandNetwork(looking: Looking, { keys, depth, filter, limit, shown = [] }: ExpansionQuestion): Expansion {
  const { store } = looking
  const graph = linkGraph(store)
  const allowed = passes(graph, filter)
  const seeds = locate(store, keys)
  const lone = seeds.filter(({ node }) => node === null)
  const found = neighbourhood(graph, nodesOf(seeds), depth, allowed, Math.max(limit - lone.length, 0))
  const keyOf = keysOf(store, found.nodes)
  return {
    ...readNetwork(looking, graph, { found: keyOf, shown: nodesOf(locate(store, shown)), lone, allowed }),
    truncated: found.truncated,
    hubs: found.hubs.flatMap((node) => keyOf.get(node) ?? []),
  }
}

/**
 * A shortest path between two entities that keeps away from `exclude`, as a network and as the order of its nodes.
 * @throws ProblemError `no-path`
 */
export function findPath(looking: Looking, from: EntityKey, to: EntityKey, filter: LinkFilter, exclude: readonly EntityKey[]): Network & { path: EntityKey[] } {
  const { store } = looking
  const graph = linkGraph(store)
  const allowed = passes(graph, filter)
  const [first] = nodesOf(locate(store, [from]))
  const [last] = nodesOf(locate(store, [to]))
  const excluded = new Set(nodesOf(locate(store, exclude)))
  const nodes = first === undefined || last === undefined ? null : shortestPath(graph, first, last, allowed, excluded)
  if (!nodes) throw new ProblemError('no-path')
  const keyOf = keysOf(store, nodes)
  return { ...readNetwork(looking, graph, { found: keyOf, shown: [], lone: [], allowed }), path: [...keyOf.values()] }
}

/** What is to be read in full. */
interface Reading {
  /** nodes by number, in the order in which they are to stand */
  found: ReadonlyMap<number, EntityKey>
  /** nodes that were read before, and are needed only as ends of links */
  shown: readonly number[]
  /** entities nothing links to */
  lone: readonly Located[]
  allowed: Passes
}

function readNetwork({ store, now }: Looking, graph: LinkGraph, { found, shown, lone, allowed }: Reading): Network {
  const places = [...found].map(([node, key]) => ({ key, node }))
  const known = shown.filter((node) => !found.has(node))
  const ids = linksBetween(graph, [...found.keys()], known, allowed).map((slot) => graph.ids[slot] ?? 0)
  const keys = new Map([...found, ...keysOf(store, known)])
  return { nodes: readNodes(store, graph, [...places, ...lone], now.slice(0, 10)), links: readLinks(store, ids, keys) }
}

function nodesOf(places: readonly Located[]): number[] {
  return places.flatMap(({ node }) => (node === null ? [] : [node]))
}
