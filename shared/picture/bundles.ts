import type { EntityKey, LinkStrength } from '../model/entity.ts'
import { splitKey } from '../model/entity.ts'
import type { NetworkLink } from '../model/network.ts'
import { linkLabelSize } from './measures.ts'

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
/** units the head of an arrow takes from the room for words */
const ARROW = 14

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

/** A line per link; the years once below them when they are the same for all. */
function bundleLines(links: readonly NetworkLink[]): string[] {
  const years = [...new Set(links.map(yearsOf))]
  const [sameYears = ''] = years
  if (years.length === 1 && links.length > 1) return [...shortened(links.map(linkWords)), ...(sameYears === '' ? [] : [sameYears])]
  return shortened(links.map(linkText))
}

function shortened(texts: readonly string[]): string[] {
  const different = [...new Set(texts)]
  if (different.length <= LINES_SHOWN) return different
  return [...different.slice(0, LINES_SHOWN - 1), `${different[LINES_SHOWN - 1] ?? ''} +${different.length - LINES_SHOWN}`]
}

type Worded = Pick<NetworkLink, 'label' | 'start' | 'end' | 'strength'>

/** `bestuurder 2021–2023`; with a question mark as long as it is not confirmed. */
export function linkText(link: Worded): string {
  return [linkWords(link), yearsOf(link)].filter((part) => part !== '').join(' ')
}

/** What stands before the first comma: how a director may act is for the details, not for the picture. */
function linkWords({ label, strength }: Worded): string {
  const [words = ''] = label.split(',')
  return `${words}${strength === 'confirmed' ? '' : '?'}`
}

function yearsOf({ start, end }: Worded): string {
  const [from, to] = [start?.slice(0, 4) ?? '', end?.slice(0, 4) ?? '']
  if (from === '' && to === '') return ''
  return from === to ? from : `${from}–${to}`
}

/** The lines a layout reckons with: each with the room its words and its arrow need. */
export function layoutLines(links: readonly NetworkLink[]): { from: EntityKey; to: EntityKey; room: number }[] {
  return bundleLinks(links).map(({ from, to, lines, isDirected }) => ({ from, to, room: linkLabelSize(lines).width + (isDirected ? ARROW : 0) }))
}

function strongest(links: readonly NetworkLink[]): LinkStrength {
  const order: LinkStrength[] = ['confirmed', 'suspected', 'unconfirmed']
  return order.find((strength) => links.some((link) => link.strength === strength)) ?? 'unconfirmed'
}
