import { freshDistances, type Distances } from './distances.ts'
import { eachNeighbour, type LinkGraph, type Passes } from './linkGraph.ts'

/** Where a path may not go: through some nodes, and from its first node straight to others. */
export interface Barriers {
  nodes: ReadonlySet<number>
  first: ReadonlySet<number>
}

/**
 * A shortest path between two nodes by breadth-first search from both ends, or null. Among equally short ones the path
 * with the smallest node numbers, read from `from`.
 */
export function shortestPath(graph: LinkGraph, from: number, to: number, allowed: Passes, barriers: Barriers): number[] | null {
  if (barriers.nodes.has(from) || barriers.nodes.has(to)) return null
  if (from === to) return [from]
  const search: Search = { graph, from, allowed, barriers }
  const left = startSide(from, freshDistances(graph, 'left'))
  const right = startSide(to, freshDistances(graph, 'right'))
  while (left.frontier.length > 0 && right.frontier.length > 0) {
    const meeting = left.frontier.length <= right.frontier.length ? grow(search, left, right) : grow(search, right, left)
    if (meeting.length > 0) return smallestPath(search, meeting, left, right)
  }
  return null
}

interface Search {
  graph: LinkGraph
  from: number
  allowed: Passes
  barriers: Barriers
}

/** One end of the search; `distance` holds steps + 1 by node. */
interface Side {
  distance: Distances
  frontier: number[]
  steps: number
}

function startSide(node: number, distance: Distances): Side {
  distance.set(node, 1)
  return { distance, frontier: [node], steps: 0 }
}

/** Takes one step from one side and returns the nodes where it met the other. */
function grow({ graph, from, allowed, barriers }: Search, side: Side, other: Side): number[] {
  const { distance } = side
  const next: number[] = []
  side.steps++
  for (const node of side.frontier) {
    eachNeighbour(graph, node, allowed, (neighbour) => {
      if (distance.at(neighbour) !== 0 || barriers.nodes.has(neighbour)) return
      if ((node === from && barriers.first.has(neighbour)) || (neighbour === from && barriers.first.has(node))) return
      distance.set(neighbour, side.steps + 1)
      next.push(neighbour)
    })
  }
  side.frontier = next
  return next.filter((node) => other.distance.at(node) === other.steps + 1)
}

/** Marks what lies on a shortest path between the left end and the meeting nodes, then walks from left to right. */
function smallestPath({ graph, from, allowed, barriers }: Search, meeting: readonly number[], left: Side, right: Side): number[] {
  const onPath = new Set(meeting)
  let level: readonly number[] = meeting
  for (let steps = left.steps; steps > 0; steps--) {
    const before: number[] = []
    for (const node of level) {
      eachNeighbour(graph, node, allowed, (neighbour) => {
        if (left.distance.at(neighbour) !== steps || onPath.has(neighbour)) return
        onPath.add(neighbour)
        before.push(neighbour)
      })
    }
    level = before
  }
  const path = [from]
  let node = from
  for (let step = 1; step <= left.steps + right.steps; step++) {
    const isLeft = step <= left.steps
    const wanted = isLeft ? step + 1 : left.steps + right.steps - step + 1
    let smallest = Number.POSITIVE_INFINITY
    eachNeighbour(graph, node, allowed, (neighbour) => {
      if (step === 1 && barriers.first.has(neighbour)) return
      const fits = isLeft ? left.distance.at(neighbour) === wanted && onPath.has(neighbour) : right.distance.at(neighbour) === wanted
      if (fits && neighbour < smallest) smallest = neighbour
    })
    path.push(smallest)
    node = smallest
  }
  return path
}
