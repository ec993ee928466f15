import type { EntityKey } from '#shared/model/entity.ts'
import { bundleId } from '#shared/picture/bundles.ts'
import type { NetworkLink } from '#shared/model/network.ts'
import type { Drawing, DrawnNode } from './drawing.ts'
import type { Visible } from './visible.ts'

/** Ids as the canvas knows them: keys of nodes and ids of lines. */
export type Selection = ReadonlySet<string>

export const nothing: Selection = new Set()

export function selectedNodes(visible: Visible, selection: Selection): DrawnNode[] {
  return visible.nodes.filter(({ key }) => selection.has(key))
}

/** The links in the lines that are selected, also those of a group. */
export function linksIn(visible: Visible, selection: Selection): NetworkLink[] {
  const ofGroups = visible.groupLines.filter(({ id }) => selection.has(id)).flatMap(({ links }) => links)
  return [...visible.links.filter((link) => selection.has(bundleId(link))), ...ofGroups]
}

export function allNodes(visible: Visible): Selection {
  return new Set(visible.nodes.map(({ key }) => key))
}

export function inverted(visible: Visible, selection: Selection): Selection {
  return new Set(visible.nodes.map(({ key }) => key).filter((key) => !selection.has(key)))
}

/** The selected nodes with all that is linked to them in the picture. */
export function withNeighbours(visible: Visible, selection: Selection): Selection {
  const found = new Set(selectedNodes(visible, selection).map(({ key }) => key))
  for (const { from, to } of visible.links) {
    if (selection.has(from)) found.add(to)
    if (selection.has(to)) found.add(from)
  }
  return found
}

/** How many links of a node the vault knows and the table does not. */
export function missingLinks(drawing: Drawing, key: EntityKey): number {
  let known = 0
  for (const { from, to } of drawing.links.values()) if (from === key || to === key) known++
  return Math.max(0, (drawing.nodes.get(key)?.degree ?? 0) - known)
}
