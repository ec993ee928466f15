import { LinkKind, type EntityKey } from '#shared/model/entity.ts'
import type { LinkFilter, Network } from '#shared/model/network.ts'
import type { CallContext } from '../context.ts'
import { ProblemError } from '../problem.ts'
import { keysOf, locate, readLinks, readNodes, type Located } from './facts.ts'
import { eachNeighbour, linkGraph, linksAmong, passes, type LinkGraph, type Passes } from './linkGraph.ts'
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
  const { node } = locate(store, key)
  if (node === null) return []
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

/**
 * Entities and all that is linked to them within `depth` steps, with every passing link among what was found.
 * @param limit most nodes in the answer
 * @throws ProblemError `not-found` when an entity is not in the vault
 */
export function expandNetwork(looking: Looking, keys: readonly EntityKey[], depth: number, filter: LinkFilter, limit: number): Expansion {
  const { store } = looking
  const graph = linkGraph(store)
  const allowed = passes(graph, filter)
  const seeds = [...new Set(keys)].map((key) => locate(store, key))
  const lone = seeds.filter(({ node }) => node === null)
  const found = neighbourhood(graph, seeds.flatMap(({ node }) => (node === null ? [] : [node])), depth, allowed, Math.max(limit - lone.length, 0))
  const keyOf = keysOf(store, found.nodes)
  return {
    ...readNetwork(looking, graph, keyOf, lone, allowed),
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
  const ends = [locate(store, from), locate(store, to)].map(({ node }) => node)
  const [first, last] = ends
  const excluded = new Set(exclude.flatMap((key) => locate(store, key).node ?? []))
  const nodes = typeof first === 'number' && typeof last === 'number' ? shortestPath(graph, first, last, allowed, excluded) : null
  if (!nodes) throw new ProblemError('no-path')
  const keyOf = keysOf(store, nodes)
  return { ...readNetwork(looking, graph, keyOf, [], allowed), path: nodes.flatMap((node) => keyOf.get(node) ?? []) }
}

/** Nodes and links in full; `keys` holds the nodes in the order in which they are to stand. */
function readNetwork(looking: Looking, graph: LinkGraph, keys: ReadonlyMap<number, EntityKey>, lone: readonly Located[], allowed: Passes): Network {
  const { store, now } = looking
  const places = [...keys].map(([node, key]) => ({ key, node }))
  const ids = linksAmong(graph, [...keys.keys()], allowed).map((slot) => graph.ids[slot] ?? 0)
  return { nodes: readNodes(store, graph, [...places, ...lone], now.slice(0, 10)), links: readLinks(store, ids, keys) }
}
