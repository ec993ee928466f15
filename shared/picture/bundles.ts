import type { EntityKey, LinkStrength } from '../model/entity.ts'
import { splitKey } from '../model/entity.ts'
import type { NetworkLink } from '../model/network.ts'

/** The links between two nodes, drawn as one line. */
export interface LinkBundle {
  id: string
  from: EntityKey
  to: EntityKey
  links: readonly NetworkLink[]
  /** what it says, a line per link; the last line counts what is left out */
  lines: readonly string[]
  /** confirmed as soon as one of its links is */
  strength: LinkStrength
  /** whether the line needs an arrow because both ends are of one kind */
  isDirected: boolean
  /** sideways bend in units, where two lines run between the same nodes in both directions */
  bend: number
}

const BEND = 26
const LINES_SHOWN = 2

/**
 * Gathers parallel links into one line each, in a fixed order. Between two nodes of one kind the direction matters
 * (which company holds shares in which), so there each direction has its own line with an arrow.
 */
export function bundleLinks(links: readonly NetworkLink[]): LinkBundle[] {
  const groups = new Map<string, NetworkLink[]>()
  for (const link of [...links].sort((first, second) => first.id - second.id)) {
    const id = bundleId(link)
    const group = groups.get(id)
    if (group) group.push(link)
    else groups.set(id, [link])
  }
  return [...groups]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([id, group]) => makeBundle(id, group, (other) => groups.has(other)))
}

/** The name of the line a link is drawn in. */
export function bundleId(link: Pick<NetworkLink, 'from' | 'to'>): string {
  const isForward = splitKey(link.from).kind === splitKey(link.to).kind || link.from < link.to
  return isForward ? `${link.from}|${link.to}` : `${link.to}|${link.from}`
}

function makeBundle(id: string, links: NetworkLink[], exists: (id: string) => boolean): LinkBundle {
  const [first] = links
  if (!first) throw new Error('a bundle without links')
  const { from, to } = first
  const isDirected = splitKey(from).kind === splitKey(to).kind
  return {
    id,
    from,
    to,
    links,
    lines: bundleLines(links),
    strength: strongest(links),
    isDirected,
    bend: isDirected && from !== to && exists(`${to}|${from}`) ? BEND : 0,
  }
}

function bundleLines(links: readonly NetworkLink[]): string[] {
  const texts = [...new Set(links.map(linkText))]
  if (texts.length <= LINES_SHOWN) return texts
  return [...texts.slice(0, LINES_SHOWN - 1), `${texts[LINES_SHOWN - 1] ?? ''} +${texts.length - LINES_SHOWN}`]
}

/** `bestuurder 2021–2023`; with a question mark as long as it is not confirmed. */
export function linkText(link: Pick<NetworkLink, 'label' | 'start' | 'end' | 'strength'>): string {
  const [from, to] = [link.start?.slice(0, 4) ?? '', link.end?.slice(0, 4) ?? '']
  const years = from === '' && to === '' ? '' : from === to ? ` ${from}` : ` ${from}–${to}`
  return `${link.label}${link.strength === 'confirmed' ? '' : '?'}${years}`
}

function strongest(links: readonly NetworkLink[]): LinkStrength {
  const order: LinkStrength[] = ['confirmed', 'suspected', 'unconfirmed']
  return order.find((strength) => links.some((link) => link.strength === strength)) ?? 'unconfirmed'
}
