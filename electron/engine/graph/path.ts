import { eachNeighbour, type LinkGraph, type Passes } from './linkGraph.ts'

/**
 * A shortest path between two nodes by breadth-first search from both ends, or null. Among equally short paths the one
 * with the smallest node numbers, read from the end with the smaller number: the same whichever end is asked first.
 */
export function shortestPath(graph: LinkGraph, from: number, to: number, allowed: Passes, excluded: ReadonlySet<number>): number[] | null {
  if (excluded.has(from) || excluded.has(to)) return null
  if (from === to) return [from]
  if (from > to) return shortestPath(graph, to, from, allowed, excluded)?.reverse() ?? null
  const left = startSide(graph, from)
  const right = startSide(graph, to)
  while (left.frontier.length > 0 && right.frontier.length > 0) {
    const meeting = left.frontier.length <= right.frontier.length ? grow(graph, left, right, allowed, excluded) : grow(graph, right, left, allowed, excluded)
    if (meeting.length > 0) return smallestPath(graph, from, meeting, left, right, allowed)
  }
  return null
}

/** One end of the search; `distance` holds steps + 1, and 0 where it has not been. */
interface Side {
  distance: Uint32Array
  frontier: number[]
  steps: number
}

function startSide(graph: LinkGraph, node: number): Side {
  const distance = new Uint32Array(graph.nodes)
  distance[node] = 1
  return { distance, frontier: [node], steps: 0 }
}

/** Takes one step from one side and returns the nodes where it met the other. */
function grow(graph: LinkGraph, side: Side, other: Side, allowed: Passes, excluded: ReadonlySet<number>): number[] {
  const { distance } = side
  const next: number[] = []
  side.steps++
  for (const node of side.frontier) {
    eachNeighbour(graph, node, allowed, (neighbour) => {
      if (distance[neighbour] !== 0 || excluded.has(neighbour)) return
      distance[neighbour] = side.steps + 1
      next.push(neighbour)
    })
  }
  side.frontier = next
  return next.filter((node) => other.distance[node] === other.steps + 1)
}

/** Marks what lies on a shortest path between the left end and the meeting nodes, then walks from left to right. */
function smallestPath(graph: LinkGraph, from: number, meeting: readonly number[], left: Side, right: Side, allowed: Passes): number[] {
  const onPath = new Set(meeting)
  let level: readonly number[] = meeting
  for (let steps = left.steps; steps > 0; steps--) {
    const before: number[] = []
    for (const node of level) {
      eachNeighbour(graph, node, allowed, (neighbour) => {
        if (left.distance[neighbour] !== steps || onPath.has(neighbour)) return
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
      const fits = isLeft ? left.distance[neighbour] === wanted && onPath.has(neighbour) : right.distance[neighbour] === wanted
      if (fits && neighbour < smallest) smallest = neighbour
    })
    path.push(smallest)
    node = smallest
  }
  return path
}
