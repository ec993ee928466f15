import { EntityKind, LinkKind, type EntityKey } from '#shared/model/entity.ts'
import type { LinkFilter } from '#shared/model/network.ts'
import { nodeKinds } from '../store/network.ts'
import { locate } from './facts.ts'
import { eachNeighbour, linkGraph, passes, type LinkGraph } from './linkGraph.ts'
import { nodesOf, type Looking } from './network.ts'

/** Neighbours over one kind of link in one direction. */
export interface NeighbourGroup {
  kind: LinkKind
  direction: 'out' | 'in'
  entity: EntityKind
  /** links, and the different neighbours at their ends */
  links: number
  neighbours: number
  /** neighbours that are not on the table yet */
  fresh: number
}

export interface ExpansionPreview {
  groups: NeighbourGroup[]
  /** different neighbours over all groups, and those that are not on the table yet */
  neighbours: number
  fresh: number
}

/** What one step from an entity would bring, counted per kind of link, direction and kind of neighbour; in that order, without zeros. */
export function previewExpansion({ store }: Looking, key: EntityKey, filter: LinkFilter, shown: readonly EntityKey[]): ExpansionPreview {
  const graph = linkGraph(store)
  const [node] = nodesOf(locate(store, [key]))
  const known = new Set(nodesOf(locate(store, shown)))
  const groups = new Map<string, { links: number; found: Set<number> }>()
  const all = new Set<number>()
  if (node !== undefined) {
    eachNeighbour(graph, node, passes(graph, filter), (neighbour, slot) => {
      const id = groupOf(graph, node, neighbour, slot)
      const group = groups.get(id) ?? { links: 0, found: new Set<number>() }
      groups.set(id, group)
      group.links++
      group.found.add(neighbour)
      all.add(neighbour)
    })
  }
  const fresh = (found: ReadonlySet<number>): number => [...found].filter((one) => !known.has(one)).length
  const counted = LinkKind.options.flatMap((kind, code) =>
    (['out', 'in'] as const).flatMap((direction) =>
      EntityKind.options.flatMap((entity): NeighbourGroup[] => {
        const group = groups.get(`${code} ${direction} ${entity}`)
        return group ? [{ kind, direction, entity, links: group.links, neighbours: group.found.size, fresh: fresh(group.found) }] : []
      }),
    ),
  )
  return { groups: counted, neighbours: all.size, fresh: fresh(all) }
}

function groupOf(graph: LinkGraph, node: number, neighbour: number, slot: number): string {
  return `${graph.kinds[slot]} ${graph.from[slot] === node ? 'out' : 'in'} ${nodeKinds[(graph.nodeKinds[neighbour] ?? 0) - 1]}`
}
