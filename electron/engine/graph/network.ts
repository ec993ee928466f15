import type { EntityKey, EntityKind } from '#shared/model/entity.ts'
import type { LinkFilter, Network } from '#shared/model/network.ts'
import type { CallContext } from '../context.ts'
import { todayOf } from '../today.ts'
import { keysOf, locate, readLinks, readNodes, type Located } from './facts.ts'
import { linkGraph, linksBetween, passes, type LinkGraph, type Passes } from './linkGraph.ts'
import { neighbourhood } from './neighbourhood.ts'

export type Looking = Pick<CallContext, 'store' | 'now'>

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
  /** the kinds of entity to bring in; all of them when left out */
  entities?: readonly EntityKind[] | undefined
  /** entities on the table already; links between them and what is found come along */
  shown?: readonly EntityKey[]
}

/**
 * Entities and all that is linked to them within some steps, with every passing link among what was found.
 * @throws ProblemError `not-found` when an entity is not in the vault
 */
export function expandNetwork(looking: Looking, { keys, depth, filter, limit, entities, shown = [] }: ExpansionQuestion): Expansion {
  const { store } = looking
  const graph = linkGraph(store)
  const allowed = passes(graph, filter)
  const seeds = locate(store, keys)
  const lone = seeds.filter(({ node }) => node === null)
  const found = neighbourhood(graph, nodesOf(seeds), depth, allowed, Math.max(limit - lone.length, 0), entities)
  const keyOf = keysOf(store, found.nodes)
  return {
    ...readNetwork(looking, graph, { found: keyOf, shown: nodesOf(locate(store, shown)), lone, allowed }),
    truncated: found.truncated,
    hubs: found.hubs.flatMap((node) => keyOf.get(node) ?? []),
  }
}

/** What is to be read in full. */
export interface Reading {
  /** nodes by number, in the order in which they are to stand */
  found: ReadonlyMap<number, EntityKey>
  /** nodes that were read before, and are needed only as ends of links */
  shown: readonly number[]
  /** entities nothing links to */
  lone: readonly Located[]
  allowed: Passes
}

/** Nodes and the passing links among them, in words, with their sources. */
export function readNetwork({ store, now }: Looking, graph: LinkGraph, { found, shown, lone, allowed }: Reading): Network {
  const places = [...found].map(([node, key]) => ({ key, node }))
  const known = shown.filter((node) => !found.has(node))
  const ids = linksBetween(graph, [...found.keys()], known, allowed).map((slot) => graph.ids[slot] ?? 0)
  const keys = new Map([...found, ...keysOf(store, known)])
  return { nodes: readNodes(store, graph, [...places, ...lone], todayOf({ store, now })), links: readLinks(store, ids, keys) }
}

/** The node numbers of entities that have one. */
export function nodesOf(places: readonly Located[]): number[] {
  return places.flatMap(({ node }) => (node === null ? [] : [node]))
}
