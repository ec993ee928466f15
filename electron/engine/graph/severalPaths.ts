import { datedPath } from './datedPath.ts'
import { eachNeighbour, type LinkGraph, type Passes } from './linkGraph.ts'
import { shortestPath, type Barriers } from './path.ts'

/** How paths are looked for. */
export interface PathQuestion {
  allowed: Passes
  excluded: ReadonlySet<number>
  /** most paths in the answer */
  count: number
  /** whether the days along a path may not go back; such a path has a direction */
  inTimeOrder: boolean
}

/**
 * The shortest paths without a node twice, shortest first and equally short ones by their node numbers read from the end
 * with the smaller number (in time order: from `from`). Parallel links make no second path. After Yen, Management Science
 * 17 (1971) 712-716: every next path leaves an earlier one at some node, and the best of each such family is known.
 */
export function severalPaths(graph: LinkGraph, from: number, to: number, question: PathQuestion): number[][] {
  if (from > to && !question.inTimeOrder) return severalPaths(graph, to, from, question).map((path) => path.reverse())
  const first = spurPath(graph, [from], to, question, new Set())
  const found: number[][] = first ? [first] : []
  const candidates: number[][] = []
  for (let last = first; last && found.length < question.count; last = candidates.shift() ?? null) {
    if (last !== first) found.push(last)
    if (found.length >= question.count) break
    addSpurs(graph, last, to, question, found, candidates)
    candidates.sort(byLength)
  }
  return found
}

/** The best path of every family that leaves `last` at one of its nodes for a neighbour no found path goes on to. */
function addSpurs(graph: LinkGraph, last: readonly number[], to: number, question: PathQuestion, found: readonly number[][], candidates: number[][]): void {
  for (let length = 1; length < last.length; length++) {
    const root = last.slice(0, length)
    const taken = new Set(found.filter((path) => startsWith(path, root)).flatMap((path) => path[length] ?? []))
    const path = spurPath(graph, root, to, question, taken)
    if (path && !candidates.some((other) => byLength(other, path) === 0)) candidates.push(path)
  }
}

/** The best path that begins with `root` and goes on to a neighbour that is not in `taken`. */
function spurPath(graph: LinkGraph, root: readonly number[], to: number, { allowed, excluded, inTimeOrder }: PathQuestion, taken: ReadonlySet<number>): number[] | null {
  const before = root.slice(0, -1)
  const spur = root.at(-1)
  if (spur === undefined) return null
  const barriers: Barriers = { nodes: new Set([...excluded, ...before]), first: taken }
  const rest = inTimeOrder ? datedPath(graph, spur, to, allowed, barriers, dayAlong(graph, root, allowed))?.nodes : shortestPath(graph, spur, to, allowed, barriers)
  return rest ? [...before, ...rest] : null
}

/** The earliest day on which the end of a path can be reached when each link is taken as early as it stands. */
function dayAlong(graph: LinkGraph, path: readonly number[], allowed: Passes): number {
  let day = 0
  path.slice(1).forEach((node, index) => {
    let earliest = Number.POSITIVE_INFINITY
    eachNeighbour(graph, path[index] ?? 0, allowed, (neighbour, slot) => {
      const then = Math.max(day, graph.starts[slot] ?? 0)
      if (neighbour === node && then <= (graph.ends[slot] ?? 0)) earliest = Math.min(earliest, then)
    })
    day = earliest
  })
  return day
}

function startsWith(path: readonly number[], root: readonly number[]): boolean {
  return root.every((node, index) => path[index] === node)
}

function byLength(first: readonly number[], second: readonly number[]): number {
  if (first.length !== second.length) return first.length - second.length
  const place = first.findIndex((node, index) => node !== second[index])
  return place < 0 ? 0 : (first[place] ?? 0) - (second[place] ?? 0)
}
