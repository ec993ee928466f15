import { useCallback, useMemo, useRef, useState } from 'react'
import type { InputOf, NameOfKind, OutputOf } from '#shared/contract/index.ts'
import type { Problem } from '#shared/contract/problem.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import type { LinkFilter, Network } from '#shared/model/network.ts'
import { layoutLines } from '#shared/picture/bundles.ts'
import { startCall } from '../../lib/call.ts'
import { tell } from '../../parts/toasts.tsx'
import { networkText, stepText } from '../../text/network.ts'
import { addNetwork, type Drawing, type Place } from './drawing.ts'
import { act, currentDrawing, select } from './networkStore.ts'
import { nothing } from './selection.ts'

/** Most nodes on the table; beyond it the picture says nothing and moves no more. */
export const MOST_NODES = 2000
/** what one expansion brings at most unless more is asked for */
export const DEFAULT_LIMIT = 250

export interface ExpandChoice {
  depth: number
  filter: LinkFilter
  limit: number
}

/** Questions to the engine that end in a deed on the table; one at a time. */
export interface NetworkCalls {
  isBusy: boolean
  problem: Problem | null
  dismiss(): void
  cancel(): void
  /** puts entities on the table and, for a single one, what is linked to it */
  start(keys: readonly EntityKey[]): Promise<void>
  /** puts entities on the table by themselves, with their links to what lies there; the first one as `start` does */
  add(keys: readonly EntityKey[]): Promise<void>
  expand(keys: readonly EntityKey[], choice: ExpandChoice): Promise<void>
  /** @returns whether there is one */
  findPath(from: EntityKey, to: EntityKey, filter: LinkFilter, exclude: readonly EntityKey[]): Promise<boolean>
  /** lays out everything that is not pinned, or only `keys` */
  arrange(keys: readonly EntityKey[]): Promise<void>
}

/** Ends a chain of questions that failed or was cancelled. */
class Stopped extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

type Ask = <N extends NameOfKind<'query'>>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>

export function useNetworkCalls(): NetworkCalls {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const cancelNow = useRef<() => void>(() => undefined)
  const cancel = useCallback(() => cancelNow.current(), [])

  const run = useCallback(async (work: (ask: Ask) => Promise<void>): Promise<boolean> => {
    cancelNow.current()
    let isCancelled = false
    const ask: Ask = async (name, input) => {
      const call = startCall(name, input)
      cancelNow.current = () => {
        isCancelled = true
        call.cancel()
      }
      const reply = await call.reply
      if (isCancelled) throw new Stopped({ code: 'cancelled', params: {} })
      if (!reply.ok) throw new Stopped(reply.problem)
      return reply.value
    }
    setProblem(null)
    setBusy(true)
    try {
      await work(ask)
      return true
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      if (error.problem.code !== 'cancelled') setProblem(error.problem)
      return false
    } finally {
      if (!isCancelled) setBusy(false)
    }
  }, [])

  return useMemo(
    () => ({
      isBusy,
      problem,
      cancel: () => {
        cancel()
        setBusy(false)
      },
      dismiss: () => setProblem(null),
      start: async (keys) => void (await run((ask) => start(ask, keys, keys.length === 1 ? 1 : 0))),
      add: async (keys) => void (await run((ask) => start(ask, keys, keys.length === 1 && currentDrawing().nodes.size === 0 ? 1 : 0))),
      expand: async (keys, choice) => void (await run((ask) => expand(ask, keys, choice))),
      findPath: (from, to, filter, exclude) => run((ask) => findPath(ask, from, to, filter, exclude)),
      arrange: async (keys) => void (await run((ask) => arrange(ask, keys))),
    }),
    [isBusy, problem, cancel, run],
  )
}

async function start(ask: Ask, keys: readonly EntityKey[], depth: 0 | 1): Promise<void> {
  const drawing = currentDrawing()
  const found = await ask('network.expand', { keys: [...keys], depth, filter: {}, shown: shownKeys(drawing), limit: DEFAULT_LIMIT })
  await bringIn(ask, found, stepText.add(found.nodes[0]?.label ?? '', found.nodes.length))
  select(new Set(keys))
  if (found.truncated) tell(networkText.truncated(found.nodes.length))
}

async function expand(ask: Ask, keys: readonly EntityKey[], { depth, filter, limit }: ExpandChoice): Promise<void> {
  const drawing = currentDrawing()
  const found = await ask('network.expand', { keys: [...keys], depth, filter, shown: shownKeys(drawing), limit })
  const fresh = found.nodes.filter(({ key }) => drawing.nodes.get(key)?.isHidden !== false)
  const freshLinks = found.links.filter(({ id }) => !drawing.links.has(id))
  const isNew = fresh.length > 0 || freshLinks.length > 0
  if (isNew) {
    const network = isConditional(filter) ? await complete(ask, found, drawing) : found
    const name = drawing.nodes.get(keys[0] ?? '')?.label ?? ''
    await bringIn(ask, network, stepText.expand(stepText.nodes(keys.length, name), fresh.length))
  }
  const remarks = [...(found.truncated ? [networkText.truncated(limit)] : []), ...(found.hubs.length > 0 ? [networkText.hubs(found.hubs.length)] : [])]
  tell([isNew ? networkText.added(fresh.length, freshLinks.length) : networkText.nothingNew, ...remarks].join(' '))
}

async function findPath(ask: Ask, from: EntityKey, to: EntityKey, filter: LinkFilter, exclude: readonly EntityKey[]): Promise<void> {
  const drawing = currentDrawing()
  const found = await ask('network.path', { from, to, filter, exclude: [...exclude] })
  const network = await complete(ask, found, drawing)
  const places = await placesFor(ask, drawing, network)
  act({ type: 'path', network, places, path: { keys: found.paths[0] ?? [], exclude } })
  select(nothing)
}

async function arrange(ask: Ask, keys: readonly EntityKey[]): Promise<void> {
  const drawing = currentDrawing()
  const only = new Set(keys)
  const isLoose = (key: EntityKey, pinned: boolean) => !pinned && (only.size < 2 || only.has(key))
  const places = await ask('network.layout', questionFor(drawing, (key, pinned) => !isLoose(key, pinned)))
  act({ type: 'arrange', places })
}

/** Filtered findings with every link among them and to the table: a picture leaves nothing out that it could show. */
async function complete(ask: Ask, found: Network, drawing: Drawing): Promise<Network> {
  const keys = found.nodes.map(({ key }) => key)
  return ask('network.expand', { keys, depth: 0, filter: {}, shown: shownKeys(drawing), limit: Math.max(1, keys.length) })
}

async function bringIn(ask: Ask, network: Network, what: string): Promise<void> {
  const drawing = currentDrawing()
  act({ type: 'add', network, places: await placesFor(ask, drawing, network), what })
}

/** Places for a drawing with a network brought in: what stood stays about where it was, what is new finds room. */
async function placesFor(ask: Ask, drawing: Drawing, network: Network): Promise<Place[]> {
  const together = addNetwork(drawing, network, [])
  if (together.nodes.size > MOST_NODES) throw new Stopped({ code: 'too-many', params: { count: together.nodes.size, limit: MOST_NODES } })
  return ask('network.layout', questionFor(together, (key) => drawing.nodes.has(key)))
}

function questionFor(drawing: Drawing, stands: (key: EntityKey, pinned: boolean) => boolean): InputOf<'network.layout'> {
  const shown = [...drawing.nodes.values()].filter((node) => !node.isHidden)
  const keys = new Set(shown.map(({ key }) => key))
  const links = [...drawing.links.values()].filter(({ from, to }) => keys.has(from) && keys.has(to))
  return {
    nodes: shown.map(({ key, label, x, y, pinned }) => (stands(key, pinned) ? { key, label, x, y, pinned } : { key, label, x: null, y: null, pinned: false })),
    links: layoutLines(links),
  }
}

function shownKeys(drawing: Drawing): EntityKey[] {
  return [...drawing.nodes.keys()]
}

function isConditional({ kinds, from, to }: LinkFilter): boolean {
  return kinds !== undefined || (from ?? null) !== null || (to ?? null) !== null
}
