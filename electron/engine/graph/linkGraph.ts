import { LinkKind, LinkStrength } from '#shared/model/entity.ts'
import type { LinkFilter } from '#shared/model/network.ts'
import type { Reader } from '../store/database.ts'
import { keptUntilChange } from '../store/kept.ts'
import { deliveriesOfKinds, eachLink, eachNodeKind, graphSize } from '../store/network.ts'
import { firstDay, lastDay } from './dates.ts'
import { openKinds } from './grounds.ts'

/**
 * All links of a vault as typed arrays: node n has the entries offsets[n]…offsets[n + 1] in `neighbours` and `slots`;
 * a slot is the position of the link in the arrays below. Each link stands at both of its nodes, a loop once.
 */
export interface LinkGraph {
  /** one more than the highest node id */
  nodes: number
  offsets: Uint32Array
  neighbours: Uint32Array
  slots: Uint32Array
  ids: Uint32Array
  from: Uint32Array
  to: Uint32Array
  kinds: Uint8Array
  /** places in LinkStrength */
  strengths: Uint8Array
  /** 1 where the row behind the link is of a public register */
  isOpen: Uint8Array
  /** first and last day as yyyymmdd; 0 and 99999999 where unknown */
  starts: Uint32Array
  ends: Uint32Array
  /** by node: the number of its kind, 0 where there is no node */
  nodeKinds: Uint8Array
}

/** Which slots may be followed. */
export type Passes = (slot: number) => boolean

/** The graph of a store, kept until anything in the store changes. */
export const linkGraph: (store: Reader) => LinkGraph = keptUntilChange(readGraph)

function readGraph(store: Reader): LinkGraph {
  const { links, maxNode } = graphSize(store)
  const kindCodes = new Map<string, number>(LinkKind.options.map((kind, code) => [kind, code]))
  const strengthCodes = new Map<string, number>(LinkStrength.options.map((strength, code) => [strength, code]))
  const openDeliveries = deliveriesOfKinds(store, openKinds())
  const ids = new Uint32Array(links)
  const from = new Uint32Array(links)
  const to = new Uint32Array(links)
  const kinds = new Uint8Array(links)
  const strengths = new Uint8Array(links)
  const isOpen = new Uint8Array(links)
  const starts = new Uint32Array(links)
  const ends = new Uint32Array(links)
  let slot = 0
  for (const row of eachLink(store)) {
    ids[slot] = row.id
    from[slot] = row.fromNode
    to[slot] = row.toNode
    kinds[slot] = kindCodes.get(row.kind) ?? 0
    strengths[slot] = strengthCodes.get(row.strength) ?? 0
    isOpen[slot] = openDeliveries.has(row.delivery) ? 1 : 0
    starts[slot] = firstDay(row.started)
    ends[slot] = lastDay(row.ended)
    slot++
  }
  const nodeKinds = new Uint8Array(maxNode + 1)
  for (const { id, kind } of eachNodeKind(store)) nodeKinds[id] = kind
  return { ids, from, to, kinds, strengths, isOpen, starts, ends, nodeKinds, ...adjacency(maxNode + 1, from, to) }
}

/** Puts links given as two columns of node numbers in compressed rows: count, sum up, fill. */
export function adjacency(nodes: number, from: Uint32Array, to: Uint32Array): Pick<LinkGraph, 'nodes' | 'offsets' | 'neighbours' | 'slots'> {
  const offsets = new Uint32Array(nodes + 1)
  const eachEnd = (visit: (node: number, other: number, slot: number) => void): void => {
    for (let slot = 0; slot < from.length; slot++) {
      const [first, second] = [from[slot] ?? 0, to[slot] ?? 0]
      visit(first, second, slot)
      if (first !== second) visit(second, first, slot)
    }
  }
  eachEnd((node) => {
    offsets[node + 1] = (offsets[node + 1] ?? 0) + 1
  })
  for (let node = 0; node < nodes; node++) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0)
  const next = offsets.slice()
  const neighbours = new Uint32Array(offsets[nodes] ?? 0)
  const slots = new Uint32Array(neighbours.length)
  eachEnd((node, other, slot) => {
    const place = next[node] ?? 0
    neighbours[place] = other
    slots[place] = slot
    next[node] = place + 1
  })
  return { nodes, offsets, neighbours, slots }
}

/** Turns a filter into a test per slot. Days are inclusive; a link without dates always passes. */
export function passes(graph: LinkGraph, filter: LinkFilter): Passes {
  const from = firstDay(filter.from ?? null)
  const to = lastDay(filter.to ?? null)
  const mask = (filter.kinds ?? LinkKind.options).reduce((sum, kind) => sum | (1 << LinkKind.options.indexOf(kind)), 0)
  const firm = (filter.strengths ?? LinkStrength.options).reduce((sum, strength) => sum | (1 << LinkStrength.options.indexOf(strength)), 0)
  const least = filter.sources === 'open' ? 1 : 0
  const { kinds, strengths, isOpen, starts, ends } = graph
  return (slot) =>
    (mask & (1 << (kinds[slot] ?? 0))) !== 0 &&
    (firm & (1 << (strengths[slot] ?? 0))) !== 0 &&
    (isOpen[slot] ?? 0) >= least &&
    (starts[slot] ?? 0) <= to &&
    (ends[slot] ?? 0) >= from
}

/** Calls `visit` with each neighbour of a node over a link that passes. */
export function eachNeighbour(graph: LinkGraph, node: number, allowed: Passes, visit: (neighbour: number, slot: number) => void): void {
  const { offsets, neighbours, slots } = graph
  const end = offsets[node + 1] ?? 0
  for (let place = offsets[node] ?? 0; place < end; place++) {
    const slot = slots[place] ?? 0
    if (allowed(slot)) visit(neighbours[place] ?? 0, slot)
  }
}

/** How many links a node has, whatever their kind. */
export function degreeOf(graph: LinkGraph, node: number): number {
  return (graph.offsets[node + 1] ?? 0) - (graph.offsets[node] ?? 0)
}

/** The slots of all passing links among `nodes` and between them and `others`, in order. */
export function linksBetween(graph: LinkGraph, nodes: readonly number[], others: readonly number[], allowed: Passes): number[] {
  const ends = new Set([...nodes, ...others])
  const found = new Set<number>()
  for (const node of nodes) {
    eachNeighbour(graph, node, allowed, (neighbour, slot) => {
      if (ends.has(neighbour)) found.add(slot)
    })
  }
  return [...found].sort((first, second) => first - second)
}
