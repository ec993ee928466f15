import type { InputOf } from '#shared/contract/index.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import { layoutLines } from '#shared/picture/bundles.ts'
import type { Drawing, Place } from './drawing.ts'
import { closedGroups } from './groups.ts'

/** What the engine is asked, and the way from its answer to places on the table. */
export interface LayoutQuestion {
  question: InputOf<'network.layout'>
  placesOf: (found: readonly Place[]) => Place[]
}

/**
 * Asks for places for what is shown; a closed group is asked for under the key of its first member.
 * @param stands whether a node keeps about the place it has
 */
export function layoutQuestion(drawing: Drawing, stands: (key: EntityKey, pinned: boolean) => boolean): LayoutQuestion {
  const groupOf = closedGroups(drawing)
  const standIn = (key: EntityKey) => groupOf.get(key)?.members[0] ?? key
  const shown = [...drawing.nodes.values()].filter((node) => !node.isHidden)
  const nodes = shown.filter(({ key }) => standIn(key) === key).map((node) => {
    const group = groupOf.get(node.key)
    const { label, x, y, pinned } = group ? { ...group, pinned: group.isPinned } : node
    const keeps = group ? group.members.some((key) => stands(key, pinned)) : stands(node.key, pinned)
    return keeps ? { key: node.key, label, x, y, pinned } : { key: node.key, label, x: null, y: null, pinned: false }
  })
  const keys = new Set(nodes.map(({ key }) => key))
  const links = [...drawing.links.values()]
    .map((link) => ({ ...link, from: standIn(link.from), to: standIn(link.to) }))
    .filter(({ from, to }) => from !== to && keys.has(from) && keys.has(to))
  return {
    question: { nodes, links: layoutLines(links) },
    placesOf: (found) => found.map(({ key, x, y }) => ({ key: groupOf.get(key)?.id ?? key, x, y })),
  }
}
