import { EntityKind } from '#shared/model/entity.ts'
import { nodeKinds } from '../store/network.ts'
import { degreeOf, eachNeighbour, type LinkGraph, type Passes } from './linkGraph.ts'

/**
 * A node with more links than this is shown but not walked through, unless it was asked for itself: a bank that holds
 * thousands of mortgages, or an address full of letterboxes, connects everything with everything and explains nothing.
 */
export const HUB_LINKS = 500

export interface Neighbourhood {
  nodes: number[]
  /** whether there was more within the depth than the limit allows */
  truncated: boolean
  /** hubs that were reached and not walked through */
  hubs: number[]
}

/**
 * All nodes within `depth` steps, step by step and within a step by node number, so that the same question has the
 * same answer.
 * @param entities the kinds of entity that may be reached
 */
export function neighbourhood(graph: LinkGraph, seeds: readonly number[], depth: number, allowed: Passes, limit: number, entities: readonly EntityKind[] = EntityKind.options): Neighbourhood {
  const wanted = entities.reduce((sum, kind) => sum | (1 << (nodeKinds.indexOf(kind) + 1)), 0)
  const nodes = [...new Set(seeds)].sort((first, second) => first - second)
  const seen = new Set(nodes)
  const hubs: number[] = []
  let frontier = nodes.slice()
  for (let step = 0; step < depth && frontier.length > 0; step++) {
    const found = new Set<number>()
    for (const node of frontier) {
      if (step > 0 && degreeOf(graph, node) > HUB_LINKS) {
        hubs.push(node)
        continue
      }
      eachNeighbour(graph, node, allowed, (neighbour) => {
        if (!seen.has(neighbour) && (wanted & (1 << (graph.nodeKinds[neighbour] ?? 0))) !== 0) found.add(neighbour)
      })
    }
    frontier = [...found].sort((first, second) => first - second)
    const room = limit - nodes.length
    for (const node of frontier.slice(0, Math.max(0, room))) {
      nodes.push(node)
      seen.add(node)
    }
    if (frontier.length > room) return { nodes, truncated: true, hubs }
  }
  return { nodes, truncated: false, hubs }
}
