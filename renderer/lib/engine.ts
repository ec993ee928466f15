import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { InputOf, NameOfKind, OutputOf, ProcedureName } from '#shared/contract/index.ts'
import type { EngineEvent, Progress } from '#shared/contract/events.ts'
import type { Problem, Reply } from '#shared/contract/problem.ts'
import type { Topic } from '#shared/contract/procedure.ts'
import { givenUp, lacksPurpose, onEngineEvent, startCall } from './call.ts'
import { clearJob, jobProblems, jobValues, runningJobs, startJob, type JobName, type RunningJob } from './jobStore.ts'
import { isTouched } from './procedures.ts'
import { useStore } from './store.ts'

/** `value` is the newest answer known, also while a newer one is loading or has failed; undefined until the first. */
export type Answer<T> = { ask: () => void; way: Way | undefined } & Outcome<T>

/** How far a long query is that has said something, with the way out of it. */
export interface Way {
  progress: Progress
  stop(): void
}

type Outcome<T> =
  | { state: 'loading'; value: T | undefined; problem: undefined }
  | { state: 'ready'; value: T; problem: undefined }
  | { state: 'failed'; value: T | undefined; problem: Problem }

/**
 * Asks a query and asks again when its input changes or the engine announces a topic it reads.
 * Give the component a `key` when an answer for another input must not stay in sight meanwhile.
 * @param options.enabled false waits: nothing is asked and nothing is logged
 */
export function useAnswer<N extends NameOfKind<'query'>>(name: N, input: InputOf<N>, options: { enabled?: boolean } = {}): Answer<OutputOf<N>> {
  const enabled = options.enabled ?? true
  const [round, setRound] = useState(0)
  const [last, setLast] = useState<Settled<OutputOf<N>>>({ request: '', value: undefined, problem: undefined })
  const [way, setWay] = useState<(Way & { request: string }) | undefined>(undefined)
  const request = JSON.stringify([name, round, input])
  const ask = useCallback(() => setRound((before) => before + 1), [])
  const begin = useEffectEvent((onProgress: (progress: Progress | undefined) => void) => startCall(name, input, onProgress))
  const hear = useEffectEvent((event: EngineEvent) => {
    if (event.type === 'changed' && isStale(name, event.topics, last.problem)) ask()
  })

  useEffect(() => {
    if (!enabled) return
    let isCurrent = true
    let isDone = false
    const end = (reply: Reply<OutputOf<N>>): void => {
      isDone = true
      if (isCurrent) setLast((before) => settle(request, reply, before.value))
    }
    const stop = (): void => {
      call.cancel()
      end(givenUp)
      isCurrent = false
    }
    const call = begin((progress) => isCurrent && setWay(progress && { request, progress, stop }))
    void call.reply.then(end)
    return () => {
      isCurrent = false
      if (!isDone) call.cancel()
    }
  }, [request, enabled])

  useEffect(() => onEngineEvent((event) => hear(event)), [])
  const outcome = outcomeOf(last, request)
  return { ...outcome, ask, way: outcome.state === 'loading' && way?.request === request ? way : undefined }
}

/** The newest reply and which request it answers. */
interface Settled<T> {
  request: string
  value: T | undefined
  problem: Problem | undefined
}

function settle<T>(request: string, reply: Reply<T>, before: T | undefined): Settled<T> {
  return reply.ok ? { request, value: reply.value, problem: undefined } : { request, value: before, problem: reply.problem }
}

function outcomeOf<T>({ request, value, problem }: Settled<T>, asked: string): Outcome<T> {
  if (request !== asked) return { state: 'loading', value, problem: undefined }
  if (problem !== undefined) return { state: 'failed', value, problem }
  return value === undefined ? { state: 'loading', value, problem } : { state: 'ready', value, problem }
}

/** Also asks again when the announced change may have taken away the reason of a refusal. */
function isStale(name: ProcedureName, changed: readonly Topic[], problem: Problem | undefined): boolean {
  if (lacksPurpose(problem) && changed.includes('purpose')) return true
  return isTouched(name, changed)
}

export type CommandState = { state: 'idle' | 'running'; problem: undefined } | { state: 'failed'; problem: Problem }

/** A short writing call: `[run, state]`. `run` resolves to the reply and never rejects; `state` is for the button and the notice. */
export function useCommand<N extends NameOfKind<'command'>>(name: N): [(input: InputOf<N>) => Promise<Reply<OutputOf<N>>>, CommandState] {
  const [state, setState] = useState<CommandState>({ state: 'idle', problem: undefined })
  const run = useCallback(
    async (input: InputOf<N>) => {
      setState({ state: 'running', problem: undefined })
      const reply = await startCall(name, input).reply
      setState(reply.ok ? { state: 'idle', problem: undefined } : { state: 'failed', problem: reply.problem })
      return reply
    },
    [name],
  )
  return [run, state]
}

/** How a job stands; the same wherever it is looked at, and kept when its screen is left. */
export interface Job<N extends JobName> {
  run(input: InputOf<N>): Promise<Reply<OutputOf<N>>>
  cancel(): void
  /** forgets the last result or problem */
  clear(): void
  state: 'idle' | 'running' | 'ready' | 'failed' | 'cancelled'
  progress: Progress | undefined
  value: OutputOf<N> | undefined
  problem: Problem | undefined
}

export function useJob<N extends JobName>(name: N): Job<N> {
  const running = useStore(runningJobs).find((job) => job.name === name)
  const value = useStore(jobValues)[name]
  const problem = useStore(jobProblems)[name]
  const run = useCallback((input: InputOf<N>) => startJob(name, input), [name])
  const clear = useCallback(() => clearJob(name), [name])
  return { run, clear, cancel: () => running?.cancel(), state: jobState(running, value, problem), progress: running?.progress, value, problem }
}

function jobState(running: RunningJob | undefined, value: unknown, problem: Problem | undefined): Job<JobName>['state'] {
  if (running) return 'running'
  if (problem) return problem.code === 'cancelled' ? 'cancelled' : 'failed'
  return value === undefined ? 'idle' : 'ready'
}

/** Everything that is running now, for the top bar. */
export function useRunningJobs(): readonly RunningJob[] {
  return useStore(runningJobs)
}
