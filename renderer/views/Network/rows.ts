import { bundleId } from '#shared/picture/bundles.ts'
import type { NetworkLink } from '#shared/model/network.ts'
import type { Drawing } from './drawing.ts'
import type { Visible } from './visible.ts'

/** A link with the names of its ends, as tables show it. */
export type LinkRow = NetworkLink & { fromLabel: string; toLabel: string }

export function linkRows(drawing: Drawing, visible: Visible): LinkRow[] {
  const labelOf = (key: string) => drawing.nodes.get(key)?.label ?? ''
  return visible.links.map((link) => ({ ...link, fromLabel: labelOf(link.from), toLabel: labelOf(link.to) }))
}

/** The lines to be selected when other links are: a line goes as soon as one of its links is let go. */
export function linesOf(links: readonly LinkRow[], before: ReadonlySet<string>, after: ReadonlySet<string>): Set<string> {
  const released = new Set(links.filter(({ id }) => before.has(String(id)) && !after.has(String(id))).map(bundleId))
  return new Set(links.filter(({ id }) => after.has(String(id))).map(bundleId).filter((id) => !released.has(id)))
}
