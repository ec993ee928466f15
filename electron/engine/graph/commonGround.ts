import type { EntityKey } from '#shared/model/entity.ts'
import type { LinkFilter, Network } from '#shared/model/network.ts'
import { keysOf, locate } from './facts.ts'
import { degreeOf, eachNeighbour, linkGraph, passes } from './linkGraph.ts'
import { HUB_LINKS } from './neighbourhood.ts'
import { nodesOf, readNetwork, type Looking } from './network.ts'

/**
 * What two groups of entities have in common: members of both, and entities linked to a member of each, with the links that
 * show it. Entities that connect everything with everything (HUB_LINKS) are left out; they would say nothing.
 */
export function commonGround(looking: Looking, first: readonly EntityKey[], second: readonly EntityKey[], filter: LinkFilter): Network & { shared: EntityKey[]; between: EntityKey[] } {
  const { store } = looking
  const graph = linkGraph(store)
  const allowed = passes(graph, filter)
  const [one, other] = [new Set(nodesOf(locate(store, first))), new Set(nodesOf(locate(store, second)))]
  const touched = (group: ReadonlySet<number>) => {
    const found = new Map<number, number[]>()
    for (const node of group) eachNeighbour(graph, node, allowed, (neighbour) => void found.set(neighbour, [...(found.get(neighbour) ?? []), node]))
    return found
  }
  const [near, far] = [touched(one), touched(other)]
  const between = [...near.keys()].filter((node) => far.has(node) && !(one.has(node) && other.has(node)) && degreeOf(graph, node) <= HUB_LINKS).sort((a, b) => a - b)
  const both = [...one].filter((node) => other.has(node))
  const members = between.flatMap((node) => [...(near.get(node) ?? []), ...(far.get(node) ?? [])])
  const found = keysOf(store, [...new Set([...both, ...between, ...members])])
  const lone = first.filter((key) => second.includes(key)).flatMap((key) => locate(store, [key]).filter(({ node }) => node === null))
  const keys = (nodes: readonly number[]) => nodes.flatMap((node) => found.get(node) ?? [])
  return { ...readNetwork(looking, graph, { found, shown: [], lone, allowed }), shared: [...keys(both), ...lone.map(({ key }) => key)], between: keys(between) }
}
