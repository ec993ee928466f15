import { splitKey, type EntityKey } from '#shared/model/entity.ts'
import type { LinkFilter, NetworkMeasures } from '#shared/model/network.ts'
import { betweenness } from './betweenness.ts'
import { communities } from './communities.ts'
import { findCuts } from './cuts.ts'
import { locate } from './facts.ts'
import { linkGraph, linksBetween, passes } from './linkGraph.ts'
import { nodesOf, type Looking } from './network.ts'
import { connectedParts } from './parts.ts'
import { degreeIn, simpleGraph } from './simpleGraph.ts'
import { walkerShares } from './walker.ts'

/**
 * Measures of the network that a number of entities form among themselves, parallel links counted once. Persons stand in it
 * and count for the others, but no measure is given of a person: only of companies and addresses. Parts and communities are
 * about everyone, because being in one says nothing of anybody.
 */
export function measureNetwork({ store }: Looking, keys: readonly EntityKey[], filter: LinkFilter): NetworkMeasures {
  const graph = linkGraph(store)
  const order = locate(store, keys).toSorted((a, b) => (a.node ?? Infinity) - (b.node ?? Infinity) || (a.key < b.key ? -1 : 1))
  const placeOf = new Map(order.flatMap(({ node }, place) => (node === null ? [] : [[node, place] as const])))
  const slots = linksBetween(graph, nodesOf(order), [], passes(graph, filter))
  const ends = (side: Uint32Array) => Uint32Array.from(slots, (slot) => placeOf.get(side[slot] ?? 0) ?? 0)
  const simple = simpleGraph(order.length, ends(graph.from), ends(graph.to))
  const parts = connectedParts(simple)
  const groups = communities(simple)
  const between = betweenness(simple)
  const passing = walkerShares(simple)
  const cuts = findCuts(simple)
  const keyAt = (place: number) => order[place]?.key ?? ''
  const members = (of: Uint32Array, count: number) => {
    const sets = Array.from({ length: count }, (): EntityKey[] => [])
    order.forEach(({ key }, place) => sets[of[place] ?? 0]?.push(key))
    return sets.sort((a, b) => b.length - a.length)
  }
  return {
    nodes: order.flatMap(({ key }, place) =>
      splitKey(key).kind === 'person'
        ? []
        : [{ key, degree: degreeIn(simple, place), betweenness: between[place] ?? 0, passing: passing[place] ?? 0, isCutPoint: cuts.isCutPoint[place] === 1 }],
    ),
    parts: members(parts.of, parts.count),
    communities: members(groups.of, groups.count),
    modularity: groups.modularity,
    bridges: cuts.bridges
      .map(({ from, to, below }) => ({ from: keyAt(from), to: keyAt(to), smallerSide: Math.min(below, partSize(parts.of, from) - below) }))
      .filter(({ smallerSide }) => smallerSide > 1)
      .sort((a, b) => b.smallerSide - a.smallerSide),
  }
}

function partSize(of: Uint32Array, node: number): number {
  return of.reduce((sum, part) => sum + (part === of[node] ? 1 : 0), 0)
}
