import { freshDistances } from './distances.ts'
import { eachNeighbour, type LinkGraph, type Passes } from './linkGraph.ts'

/** A small network that joins some nodes. */
export interface Connecting {
  /** the nodes asked for and those between them */
  nodes: number[]
  /** the nodes asked for by what they could be joined to; one group when all are */
  groups: number[][]
}

/** A way between the surroundings of two nodes: over the border link `left`–`right`. */
interface Border {
  pair: number
  length: number
  left: number
  right: number
}

interface Surroundings {
  /** by node: the place in `ends` of the nearest one, plus 1 */
  owner: ReturnType<typeof freshDistances>
  /** by node: steps to it, plus 1 */
  steps: ReturnType<typeof freshDistances>
}

/**
 * Joins nodes by few others: every node of the graph belongs to the nearest one asked for, the shortest ways across the
 * borders of those surroundings are put in order, and each that joins what was apart is kept. At most twice as many links
 * as the best possible network has (Mehlhorn, Information Processing Letters 27 (1988) 125-128). Deterministic: among
 * equally short ways the one with the smallest node numbers.
 */
export function connectingNetwork(graph: LinkGraph, ends: readonly number[], allowed: Passes, excluded: ReadonlySet<number>): Connecting {
  const terminals = [...new Set(ends)].filter((node) => !excluded.has(node)).sort((a, b) => a - b)
  const around: Surroundings = { owner: freshDistances(graph, 'left'), steps: freshDistances(graph, 'right') }
  const borders = new Map<number, Border>()
  let frontier = terminals.slice()
  terminals.forEach((node, place) => {
    around.owner.set(node, place + 1)
    around.steps.set(node, 1)
  })
  let chosen: Border[] = []
  for (let layer = 0; frontier.length > 0; layer++) {
    frontier = grow(graph, frontier, terminals.length, allowed, excluded, around, borders)
    // a way of this length or less has an end in a layer that was walked through
    chosen = join(terminals.length, [...borders.values()].filter(({ length }) => length <= 2 * layer + 2))
    if (chosen.length === terminals.length - 1) break
    if (frontier.length === 0) chosen = join(terminals.length, [...borders.values()])
  }
  return { nodes: collect(graph, terminals, chosen, allowed, around), groups: groupsOf(terminals, chosen) }
}

/** Takes one step outwards from everywhere at once, and notes where surroundings touch. */
function grow(graph: LinkGraph, frontier: readonly number[], count: number, allowed: Passes, excluded: ReadonlySet<number>, { owner, steps }: Surroundings, borders: Map<number, Border>): number[] {
  const next: number[] = []
  for (const node of frontier) {
    const [mine, here] = [owner.at(node), steps.at(node)]
    eachNeighbour(graph, node, allowed, (neighbour) => {
      if (excluded.has(neighbour)) return
      const theirs = owner.at(neighbour)
      if (theirs === 0) {
        owner.set(neighbour, mine)
        steps.set(neighbour, here + 1)
        next.push(neighbour)
      } else if (theirs !== mine) {
        const [left, right] = mine < theirs ? [node, neighbour] : [neighbour, node]
        const border = { pair: Math.min(mine, theirs) * (count + 1) + Math.max(mine, theirs), length: here + steps.at(neighbour) - 1, left, right }
        const known = borders.get(border.pair)
        if (!known || byOrder(border, known) < 0) borders.set(border.pair, border)
      }
    })
  }
  return next.sort((a, b) => a - b)
}

function byOrder(first: Border, second: Border): number {
  return first.length - second.length || first.pair - second.pair || first.left - second.left || first.right - second.right
}

/** Keeps the ways that join what was apart, shortest first. */
function join(count: number, borders: readonly Border[]): Border[] {
  const leader = Array.from({ length: count + 1 }, (_, place) => place)
  return borders.toSorted(byOrder).filter(({ pair }) => {
    const [one, other] = [find(leader, Math.floor(pair / (count + 1))), find(leader, pair % (count + 1))]
    leader[Math.max(one, other)] = Math.min(one, other)
    return one !== other
  })
}

function find(leader: number[], place: number): number {
  let at = place
  while (leader[at] !== at) at = leader[at] ?? 0
  return at
}

/** The nodes on the kept ways: from each side of a border back to the node it belongs to, over the smallest numbers. */
function collect(graph: LinkGraph, terminals: readonly number[], chosen: readonly Border[], allowed: Passes, { owner, steps }: Surroundings): number[] {
  const found = new Set(terminals)
  for (const start of chosen.flatMap(({ left, right }) => [left, right])) {
    let node = start
    while (!found.has(node)) {
      found.add(node)
      const [mine, here] = [owner.at(node), steps.at(node)]
      let back = Number.POSITIVE_INFINITY
      eachNeighbour(graph, node, allowed, (neighbour) => {
        if (owner.at(neighbour) === mine && steps.at(neighbour) === here - 1) back = Math.min(back, neighbour)
      })
      node = back
    }
  }
  return [...found]
}

function groupsOf(terminals: readonly number[], chosen: readonly Border[]): number[][] {
  const leader = Array.from({ length: terminals.length + 1 }, (_, place) => place)
  for (const { pair } of chosen) {
    const [one, other] = [find(leader, Math.floor(pair / (terminals.length + 1))), find(leader, pair % (terminals.length + 1))]
    leader[Math.max(one, other)] = Math.min(one, other)
  }
  return [...Map.groupBy(terminals, (_, place) => find(leader, place + 1)).values()]
}
