import type { EntityKey } from '#shared/model/entity.ts'
import type { LinkFilter, Network } from '#shared/model/network.ts'
import { ProblemError } from '../problem.ts'
import { connectingNetwork } from './connecting.ts'
import { keysOf, locate } from './facts.ts'
import { degreeOf, linkGraph, passes, type LinkGraph } from './linkGraph.ts'
import { HUB_LINKS } from './neighbourhood.ts'
import { nodesOf, readNetwork, type Looking } from './network.ts'
import { severalPaths } from './severalPaths.ts'

/** What ways may be gone. */
interface Ways {
  filter: LinkFilter
  /** entities no way may pass */
  exclude: readonly EntityKey[]
  /** `avoid`: not through entities that connect everything with everything (see HUB_LINKS) */
  hubs: 'pass' | 'avoid'
}

export interface PathsQuestion extends Ways {
  from: EntityKey
  to: EntityKey
  /** most paths in the answer */
  count: number
  /** whether the dates along a path may not go back */
  inTimeOrder: boolean
}

/**
 * The shortest paths between two entities, as one network and each as the order of its nodes.
 * @throws ProblemError `no-path`
 */
export function findPaths(looking: Looking, { from, to, count, inTimeOrder, ...ways }: PathsQuestion): Network & { paths: EntityKey[][] } {
  const { store } = looking
  const graph = linkGraph(store)
  const allowed = passes(graph, ways.filter)
  const [first] = nodesOf(locate(store, [from]))
  const [last] = nodesOf(locate(store, [to]))
  if (first === undefined || last === undefined) throw new ProblemError('no-path')
  const excluded = barredNodes(looking, graph, ways, [first, last])
  const found = severalPaths(graph, first, last, { allowed, excluded, count, inTimeOrder })
  if (found.length === 0) throw new ProblemError('no-path')
  const keyOf = keysOf(store, [...new Set(found.flat())])
  const paths = found.map((path) => path.flatMap((node) => keyOf.get(node) ?? []))
  return { ...readNetwork(looking, graph, { found: keyOf, shown: [], lone: [], allowed }), paths }
}

/** What is barred: the exclusions, and hubs when they are avoided; never what was asked for itself. */
function barredNodes({ store }: Looking, graph: LinkGraph, { exclude, hubs }: Ways, asked: readonly number[]): Set<number> {
  const barred = new Set(nodesOf(locate(store, exclude)))
  if (hubs === 'pass') return barred
  for (let node = 0; node < graph.nodes; node++) if (degreeOf(graph, node) > HUB_LINKS && !asked.includes(node)) barred.add(node)
  return barred
}

export interface ConnectingQuestion extends Ways {
  keys: readonly EntityKey[]
  /** most entities in the answer */
  limit: number
}

/**
 * A small network that joins entities, with every passing link among its nodes; entities that cannot be joined stand in a
 * group of their own.
 * @throws ProblemError `too-many` when the way between them is longer than the limit
 */
export function connectEntities(looking: Looking, { keys, limit, ...ways }: ConnectingQuestion): Network & { groups: EntityKey[][] } {
  const { store } = looking
  const graph = linkGraph(store)
  const allowed = passes(graph, ways.filter)
  const asked = locate(store, keys)
  const lone = asked.filter(({ node }) => node === null)
  const ends = nodesOf(asked)
  const { nodes, groups } = connectingNetwork(graph, ends, allowed, barredNodes(looking, graph, ways, ends))
  if (nodes.length + lone.length > limit) throw new ProblemError('too-many', { count: nodes.length + lone.length, limit })
  const keyOf = keysOf(store, nodes)
  return {
    ...readNetwork(looking, graph, { found: keyOf, shown: [], lone, allowed }),
    groups: [...groups.map((group) => group.flatMap((node) => keyOf.get(node) ?? [])), ...lone.map(({ key }) => [key])],
  }
}
