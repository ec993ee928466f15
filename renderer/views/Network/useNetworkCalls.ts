import { useCallback, useMemo, useRef, useState } from 'react'
import type { InputOf, NameOfKind, OutputOf } from '#shared/contract/index.ts'
import { MOST_SHOWN } from '#shared/contract/network.ts'
import type { Problem } from '#shared/contract/problem.ts'
import type { EntityKey } from '#shared/model/entity.ts'
import type { LinkFilter, Network } from '#shared/model/network.ts'
import { startCall } from '../../lib/call.ts'
import { tell } from '../../parts/toasts.tsx'
import { networkText, stepText } from '../../text/network.ts'
import { groupText } from '../../text/networkGroups.ts'
import { addNetwork, type Drawing, type PathQuestion } from './drawing.ts'
import { groupsThatFit, MOST_NODES } from './fitting.ts'
import { withGroups, type GroupPlan } from './groups.ts'
import { layoutQuestion } from './layoutQuestion.ts'
import { act, currentDrawing, select } from './networkStore.ts'
import { nothing } from './selection.ts'
import { useRefining, type Refining } from './useRefining.ts'

/** what one expansion brings at most unless more is asked for */
export const DEFAULT_LIMIT = 250

export interface ExpandChoice {
  depth: number
  filter: LinkFilter
  limit: number
  /** what is new is drawn as one group, for a node with more links than a picture can show */
  asGroup?: boolean
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
  findPath(from: EntityKey, to: EntityKey, question: PathQuestion): Promise<boolean>
  /** brings in a small network that joins these */
  connect(keys: readonly EntityKey[], question: Pick<PathQuestion, 'filter' | 'exclude' | 'hubs'>): Promise<void>
  /** lays out everything that is not pinned, or only `keys` */
  arrange(keys: readonly EntityKey[]): Promise<void>
  /** whether better places for a large network are being sought; the draft can be worked with meanwhile */
  isRefining: boolean
  stopRefining(): void
}

/** Ends a chain of questions that failed or was cancelled. */
class Stopped extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

type Refine = Refining['refine']
type Ask = <N extends NameOfKind<'query'>>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>

export function useNetworkCalls(): NetworkCalls {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const cancelNow = useRef<() => void>(() => undefined)
  const cancel = useCallback(() => cancelNow.current(), [])
  const { isRefining, refine, stopRefining } = useRefining()

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
      isRefining,
      stopRefining,
      isBusy,
      problem,
      cancel: () => {
        cancel()
        setBusy(false)
      },
      dismiss: () => setProblem(null),
      start: async (keys) => void (await run((ask) => start(ask, keys, keys.length === 1 ? 1 : 0, refine))),
      add: async (keys) => void (await run((ask) => start(ask, keys, keys.length === 1 && currentDrawing().nodes.size === 0 ? 1 : 0, refine))),
      expand: async (keys, choice) => void (await run((ask) => expand(ask, keys, choice, refine))),
      findPath: (from, to, question) => run((ask) => findPath(ask, from, to, question, refine)),
      connect: async (keys, question) => void (await run((ask) => connect(ask, keys, question, refine))),
      arrange: async (keys) => void (await run((ask) => arrange(ask, keys, refine))),
    }),
    [isBusy, isRefining, problem, cancel, run, refine, stopRefining],
  )
}

async function start(ask: Ask, keys: readonly EntityKey[], depth: 0 | 1, refine: Refine): Promise<void> {
  const drawing = currentDrawing()
  const found = await ask('network.expand', { keys: [...keys], depth, filter: {}, shown: shownKeys(drawing), limit: DEFAULT_LIMIT })
  await bringIn(ask, found, stepText.add(found.nodes[0]?.label ?? '', found.nodes.length), refine)
  select(new Set(keys))
  if (found.truncated) tell(networkText.truncated(found.nodes.length))
}

async function expand(ask: Ask, keys: readonly EntityKey[], { depth, filter, limit, asGroup = false }: ExpandChoice, refine: Refine): Promise<void> {
  const drawing = currentDrawing()
  const found = await ask('network.expand', { keys: [...keys], depth, filter, shown: shownKeys(drawing), limit })
  const fresh = found.nodes.filter(({ key }) => drawing.nodes.get(key)?.isHidden !== false)
  const freshLinks = found.links.filter(({ id }) => !drawing.links.has(id))
  const isNew = fresh.length > 0 || freshLinks.length > 0
  if (isNew) {
    const network = isConditional(filter) ? await complete(ask, found, drawing) : found
    const name = drawing.nodes.get(keys[0] ?? '')?.label ?? ''
    await bringIn(ask, network, stepText.expand(stepText.nodes(keys.length, name), fresh.length), refine, asGroup && fresh.length > 1 ? [{ label: groupText.leaves(name, fresh.length), members: fresh.map(({ key }) => key).toSorted() }] : [])
  }
  const remarks = [...(found.truncated ? [networkText.truncated(limit)] : []), ...(found.hubs.length > 0 ? [networkText.hubs(found.hubs.length)] : [])]
  tell([isNew ? networkText.added(fresh.length, freshLinks.length) : networkText.nothingNew, ...remarks].join(' '))
}

async function findPath(ask: Ask, from: EntityKey, to: EntityKey, asked: PathQuestion, refine: Refine): Promise<void> {
  const drawing = currentDrawing()
  const found = await ask('network.path', { ...asked, from, to, exclude: [...asked.exclude] })
  const network = await complete(ask, found, drawing)
  const { places, question, placesOf } = await placesFor(ask, drawing, network)
  act({ type: 'path', network, places, path: { keys: found.paths[0] ?? [], all: found.paths, question: asked } })
  void refine(question, placesOf)
  select(nothing)
}

async function connect(ask: Ask, keys: readonly EntityKey[], { filter, exclude, hubs }: Pick<PathQuestion, 'filter' | 'exclude' | 'hubs'>, refine: Refine): Promise<void> {
  const drawing = currentDrawing()
  const found = await ask('network.connect', { keys: [...keys], filter, exclude: [...exclude], hubs, limit: MOST_NODES })
  const network = await complete(ask, found, drawing)
  const fresh = found.nodes.filter(({ key }) => drawing.nodes.get(key)?.isHidden !== false).length
  await bringIn(ask, network, stepText.connect(keys.length, fresh), refine)
  select(new Set(found.nodes.map(({ key }) => key)))
  tell(networkText.connected(found.groups.length, fresh))
}

async function arrange(ask: Ask, keys: readonly EntityKey[], refine: Refine): Promise<void> {
  const drawing = currentDrawing()
  const only = new Set(keys)
  const isLoose = (key: EntityKey, pinned: boolean) => !pinned && (only.size < 2 || only.has(key))
  const { question, placesOf } = layoutQuestion(drawing, (key, pinned) => !isLoose(key, pinned))
  act({ type: 'arrange', places: placesOf(await ask('network.layout', question)) })
  void refine(question, placesOf)
}

/** Filtered findings with every link among them and to the table: a picture leaves nothing out that it could show. */
async function complete(ask: Ask, found: Network, drawing: Drawing): Promise<Network> {
  const keys = found.nodes.map(({ key }) => key)
  return ask('network.expand', { keys, depth: 0, filter: {}, shown: shownKeys(drawing), limit: Math.max(1, keys.length) })
}

async function bringIn(ask: Ask, network: Network, what: string, refine: Refine, wanted: readonly GroupPlan[] = []): Promise<void> {
  const { places, question, placesOf, fitting } = await placesFor(ask, currentDrawing(), network, wanted)
  act({ type: 'add', network, places, what, plans: [...wanted, ...fitting.plans] })
  if (fitting.plans.length > 0 || !fitting.isEnough) tell(groupText.automatic(fitting.plans.reduce((sum, { members }) => sum + members.length, 0), fitting.isEnough))
  void refine(question, placesOf)
}

/** Places for a drawing with a network brought in: what stood stays about where it was, what is new finds room. */
async function placesFor(ask: Ask, drawing: Drawing, network: Network, wanted: readonly GroupPlan[] = []) {
  const together = withGroups(addNetwork(drawing, network, []), wanted)
  if (together.nodes.size > MOST_SHOWN) throw new Stopped({ code: 'too-many', params: { count: together.nodes.size, limit: MOST_SHOWN } })
  const fitting = groupsThatFit(together)
  const { question, placesOf } = layoutQuestion(withGroups(together, fitting.plans), (key) => drawing.nodes.has(key))
  return { places: placesOf(await ask('network.layout', question)), question, placesOf, fitting }
}

function shownKeys(drawing: Drawing): EntityKey[] {
  return [...drawing.nodes.keys()]
}

function isConditional({ kinds, from, to, strengths, sources }: LinkFilter): boolean {
  return kinds !== undefined || strengths !== undefined || sources !== undefined || (from ?? null) !== null || (to ?? null) !== null
}
