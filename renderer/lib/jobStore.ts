import type { Progress } from '#shared/contract/events.ts'
import type { InputOf, NameOfKind, OutputOf } from '#shared/contract/index.ts'
import type { Problem, Reply } from '#shared/contract/problem.ts'
import { startCall, type Call } from './call.ts'
import { createStore } from './store.ts'

export type JobName = NameOfKind<'job'>

export interface RunningJob {
  name: JobName
  progress: Progress | undefined
  cancel(): void
}

/** The job that is running and how the last run of each name went; outlives the screen that started it. */
export const runningJobs = createStore<readonly RunningJob[]>([])
export const jobProblems = createStore<Partial<Record<JobName, Problem>>>({})

/** Results by job name. Held per name so that each keeps its own type. */
export const jobValues = createStore<{ [N in JobName]?: OutputOf<N> }>({})

function put(job: RunningJob): void {
  runningJobs.set([...runningJobs.get().filter((each) => each.name !== job.name), job])
}

function isRunning(name: JobName): boolean {
  return runningJobs.get().some((job) => job.name === name)
}

/** Starts a job and keeps its progress, result or problem in the stores. */
export async function startJob<N extends JobName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
  const call: Call<N> = startCall(name, input, (progress) => isRunning(name) && put({ name, progress, cancel: call.cancel }))
  clearJob(name)
  put({ name, progress: undefined, cancel: call.cancel })
  const reply = await call.reply
  // a vault that was locked meanwhile has emptied the stores, and they stay empty
  if (!isRunning(name)) return reply
  runningJobs.set(runningJobs.get().filter((job) => job.name !== name))
  if (reply.ok) jobValues.set({ ...jobValues.get(), [name]: reply.value })
  else jobProblems.set({ ...jobProblems.get(), [name]: reply.problem })
  return reply
}

/** Forgets the outcome of the last run. */
export function clearJob(name: JobName): void {
  const { [name]: _value, ...values } = jobValues.get()
  const { [name]: _problem, ...problems } = jobProblems.get()
  jobValues.set(values)
  jobProblems.set(problems)
}
